import type { Head, Site } from '@/components/reader/reader-document'
import { annotationsPath, claimTablePath } from '@/publishing/addresses'
import { type FeedName, feedLinks } from '@/publishing/feeds/feed-links'

/** What a page offers to whoever shares, follows or embeds it: Open Graph, cards, feeds, oEmbed and data. */
export function ShareTags({ site, head }: { site: Site; head: Head }) {
  const { origin } = site
  const title = head.title || site.name
  return (
    <>
      <meta property="og:site_name" content={site.name} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={head.description} />
      <meta property="og:type" content={head.type ?? 'website'} />
      {head.path === null ? null : <meta property="og:url" content={`${origin}${head.path}`} />}
      {head.published ? <meta property="article:published_time" content={head.published} /> : null}
      {head.modified ? <meta property="article:modified_time" content={head.modified} /> : null}
      <meta name="twitter:card" content={head.image ? 'summary_large_image' : 'summary'} />
      {head.image ? <ImageTags image={head.image} origin={origin} /> : null}
      {head.path === null ? null : <FeedTags own={head.feed} />}
      {head.data ? <DataTags data={head.data} origin={origin} title={title} /> : null}
    </>
  )
}

function ImageTags({ image, origin }: { image: NonNullable<Head['image']>; origin: string }) {
  const { path, alt, width, height, type } = image
  return (
    <>
      <meta property="og:image" content={`${origin}${path}`} />
      {type ? <meta property="og:image:type" content={type} /> : null}
      {width ? <meta property="og:image:width" content={String(width)} /> : null}
      {height ? <meta property="og:image:height" content={String(height)} /> : null}
      <meta property="og:image:alt" content={alt} />
      <meta name="twitter:image:alt" content={alt} />
    </>
  )
}

function FeedTags({ own }: { own: FeedName | undefined }) {
  return feedLinks(own).map(({ href, type, title }) => (
    <link key={href} rel="alternate" type={type} href={href} title={title} />
  ))
}

/** The same in other forms, and how it is embedded (https://oembed.com, 4). */
function DataTags({
  data,
  origin,
  title,
}: {
  data: NonNullable<Head['data']>
  origin: string
  title: string
}) {
  const address = encodeURIComponent(`${origin}${data.path}`)
  return (
    <>
      {(['json', 'xml'] as const).map((format) => (
        <link
          key={format}
          rel="alternate"
          type={format === 'json' ? 'application/json+oembed' : 'text/xml+oembed'}
          href={`${origin}/oembed?url=${address}&format=${format}`}
          title={title}
        />
      ))}
      <link
        rel="alternate"
        type='application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
        href={annotationsPath(data.slug)}
        title="Checked claims as annotations"
      />
      <link
        rel="alternate"
        type="text/csv"
        href={claimTablePath(data.slug)}
        title="Checked claims as a table"
      />
    </>
  )
}
