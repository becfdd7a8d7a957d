// biome-ignore-all lint/style/noHeadElement: the document is made here and not by Next
import type { ReactNode } from 'react'
import { ShareTags } from '@/components/reader/share-tags'
import type { FeedName } from '@/publishing/feeds/feed-links'

/** Names of the built assets, from `publishing/reader-assets.ts`. Addresses from the site's root. */
export type ReaderAssets = {
  css: string
  fonts: string[]
  icon: string
  player: string
  reader: string
  share: string
}

export type Head = {
  /** Without the site's name, which is added; empty on the front page. */
  title: string
  description: string
  /** Path of the page's one address; null for pages that have none (404). */
  path: string | null
  type?: 'article' | 'website'
  image?: { path: string; alt: string; width?: number; height?: number; type?: string } | null
  /** Moments of an article, ISO 8601. */
  published?: string
  modified?: string
  /** The feed of the person or topic that the page is about. */
  feed?: FeedName
  /** Of an interview or claim, which others may embed and read as data: the interview's slug and the page's own path. */
  data?: { slug: string; path: string }
  /** JSON of a data block, made with `dataBlock`. */
  jsonLd?: string | null
  /** Scripts that the page has a use for; each also works without. */
  scripts?: ('player' | 'reader' | 'share')[]
  /** False keeps the page out of search engines: notices and what is not there. */
  index?: boolean
}

export type Site = { name: string; origin: string; assets: ReaderAssets }

const SECTIONS = [
  ['/interviews', 'Interviews'],
  ['/claims', 'Claims'],
  ['/people', 'People'],
  ['/topics', 'Topics'],
  ['/corrections', 'Corrections'],
  ['/methodology', 'How we check'],
] as const

/** The whole document of a public page: one stylesheet, no inline script, no inline style, nothing of the one who asks. */
export function ReaderDocument({ site, head, children }: { site: Site; head: Head; children: ReactNode }) {
  return (
    <html lang="en" dir="ltr">
      <DocumentHead site={site} head={head} />
      <body>
        <a className="skip" href="#main">
          Skip to the text
        </a>
        <header className="masthead">
          <a className="masthead-name" href="/">
            {site.name}
          </a>
          <nav aria-label="Sections">
            <ul>
              {SECTIONS.map(([path, label]) => (
                <li key={path}>
                  <a href={path} aria-current={head.path === path ? 'page' : undefined}>
                    {label}
                  </a>
                </li>
              ))}
              <li className="masthead-search-link">
                <a href="/search" aria-current={head.path === '/search' ? 'page' : undefined}>
                  Search
                </a>
              </li>
            </ul>
          </nav>
          {head.path?.startsWith('/search') ? null : <MastheadSearch />}
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <footer className="colophon">
          <p className="colophon-name">{site.name}</p>
          <p>
            What we got wrong <a href="/corrections">we correct in the open</a>. Read{' '}
            <a href="/methodology">how we check</a>, and <a href="/about">about us</a>.
          </p>
          <p>
            <a href="/api/v1">Our checks as data, for programs</a>
          </p>
        </footer>
      </body>
    </html>
  )
}

/** On wide screens; narrow ones have the link to the page of search, whose field is as good. */
function MastheadSearch() {
  return (
    <search className="masthead-search">
      <form method="get" action="/search">
        <label className="hush" htmlFor="masthead-q">
          Search claims and transcripts
        </label>
        <input
          id="masthead-q"
          name="q"
          type="search"
          maxLength={200}
          placeholder="Search"
          autoComplete="off"
        />
        <button type="submit">Search</button>
      </form>
    </search>
  )
}

function DocumentHead({ site, head }: { site: Site; head: Head }) {
  const title = head.title ? `${head.title} | ${site.name}` : site.name
  const { assets, origin } = site
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="description" content={head.description} />
      {assets.fonts.map((font) => (
        <link key={font} rel="preload" href={font} as="font" type="font/woff2" crossOrigin="" />
      ))}
      <link rel="stylesheet" href={assets.css} />
      <link rel="icon" href={assets.icon} type="image/svg+xml" />
      {head.path === null ? null : <link rel="canonical" href={`${origin}${head.path}`} />}
      {head.index === false ? <meta name="robots" content="noindex" /> : null}
      <ShareTags site={site} head={head} />
      {(head.scripts ?? []).map((name) => (
        <script key={name} type="module" src={assets[name]} />
      ))}
      {head.jsonLd ? (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: a data block, made by dataBlock(), which escapes "<"
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: head.jsonLd }} />
      ) : null}
    </head>
  )
}
