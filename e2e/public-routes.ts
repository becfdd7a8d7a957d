import { readdirSync } from 'node:fs'
import path from 'node:path'
import { siteOrigin } from '@/platform/env'

/**
 * Every route that answers whoever asks, with the addresses under which secrets are looked for in it. Tests read the folders of
 * the application and fail where a route is missing here.
 *
 * To add a route: one line in PUBLIC_ROUTES, by its folder below `app`, that gives every kind of address it answers: each
 * parameter of its path for all interviews in question, and each parameter of its query that changes what it says. A route that
 * needs a session or a token goes by its folder into PRIVATE_FOLDERS instead; e2e/leaks.spec.ts asks those signed out.
 */

/** What is asked for. */
export type About = {
  /** Of interviews that are published, are not, or were taken down. */
  slugs: readonly string[]
  /** Slugs of people and topics that only the desk may know, and others. */
  persons: readonly string[]
  topics: readonly string[]
  /** A word that stands in everything that only the desk may read. */
  canary: string
  /** SHA-256 of files that only the desk may read. */
  hashes: readonly string[]
  /** Tokens of preview links that ended. */
  tokens: readonly string[]
}

type Addresses = (about: About) => readonly string[]

const NUMBERS = [1, 2, 3, 4, 5, 6, 7]
const only =
  (...addresses: readonly string[]): Addresses =>
  () =>
    addresses
const pages =
  (...rests: readonly string[]): Addresses =>
  ({ slugs }) =>
    slugs.flatMap((slug) => rests.map((rest) => `/interviews/${slug}${rest}`))
const claims =
  (before: string, rest = ''): Addresses =>
  ({ slugs }) =>
    slugs.flatMap((slug) => NUMBERS.map((number) => `${before.replace('SLUG', slug)}/${number}${rest}`))
const interviewsOf =
  (...rests: readonly string[]): Addresses =>
  ({ slugs }) =>
    slugs.flatMap((slug) => rests.map((rest) => `/api/v1/interviews/${slug}${rest}`))
const feedsOf =
  (folder: string, of: (about: About) => readonly string[]): Addresses =>
  (about) =>
    of(about).flatMap((name) => [`${folder}/${name}.atom`, `${folder}/${name}.json`])

export const PUBLIC_ROUTES: Record<string, Addresses> = {
  '(reader)': only('/', '/?before=2030-01-01T00:00:00.000Z', '/?after=x'),
  '(reader)/[...path]': ({ slugs, hashes }) => [
    '/nothing-here',
    ...['pages', 'interviews', 'claims', 'people', 'topics'].map((part) => `/sitemap-${part}-1.xml`),
    ...slugs.map((slug) => `/${slug}`),
    ...hashes.map((hash) => `/files/${hash}`),
  ],
  '(reader)/about': only('/about'),
  '(reader)/claims': ({ canary, persons }) => [
    '/claims',
    '/claims?verdict=false',
    `/claims?q=${canary}`,
    ...persons.map((slug) => `/claims?person=${slug}`),
  ],
  '(reader)/corrections': only('/corrections', '/corrections?kind=correction', '/corrections?after=x'),
  '(reader)/embed/interviews/[slug]': ({ slugs }) => slugs.map((slug) => `/embed/interviews/${slug}`),
  '(reader)/embed/interviews/[slug]/claims/[number]': claims('/embed/interviews/SLUG/claims'),
  '(reader)/embed/resize.js': only('/embed/resize.js'),
  '(reader)/feeds/[file]': feedsOf('/feeds', () => ['interviews', 'claims', 'corrections']),
  '(reader)/feeds/claim-review.json': only('/feeds/claim-review.json'),
  '(reader)/feeds/claims.csv': only('/feeds/claims.csv'),
  '(reader)/feeds/people/[file]': feedsOf('/feeds/people', ({ persons }) => persons),
  '(reader)/feeds/topics/[file]': feedsOf('/feeds/topics', ({ topics }) => topics),
  '(reader)/interviews': only('/interviews'),
  '(reader)/interviews/[slug]': pages('', '?t=3', '?version=1', '?preview=1', '?publication=2'),
  '(reader)/interviews/[slug]/annotations.json': pages('/annotations.json'),
  '(reader)/interviews/[slug]/captions.vtt': pages('/captions.vtt'),
  '(reader)/interviews/[slug]/card.png': pages('/card.png'),
  '(reader)/interviews/[slug]/claims.csv': pages('/claims.csv'),
  '(reader)/interviews/[slug]/claims.vtt': pages('/claims.vtt'),
  '(reader)/interviews/[slug]/claims/[number]': claims('/interviews/SLUG/claims'),
  '(reader)/interviews/[slug]/claims/[number]/card.png': claims('/interviews/SLUG/claims', '/card.png'),
  '(reader)/interviews/[slug]/history': pages('/history'),
  '(reader)/interviews/[slug]/live.json': pages('/live.json'),
  '(reader)/interviews/[slug]/picture': (about) => [
    ...pages('/picture')(about),
    ...about.hashes.flatMap((hash) => pages(`/picture?v=${hash}`, `/picture?v=${hash.slice(0, 12)}`)(about)),
  ],
  '(reader)/interviews/[slug]/recording': (about) => [
    ...pages('/recording')(about),
    ...about.hashes.flatMap((hash) => pages(`/recording?v=${hash}`)(about)),
  ],
  '(reader)/interviews/[slug]/report': pages('/report', '/report?claim=1', '/report?claim=3'),
  '(reader)/interviews/[slug]/report/thanks': pages('/report/thanks'),
  '(reader)/interviews/[slug]/transcript.txt': pages('/transcript.txt'),
  '(reader)/interviews/[slug]/words.json': pages('/words.json', '/words.json?v=1', '/words.json?v=99'),
  '(reader)/methodology': only('/methodology'),
  '(reader)/news-sitemap.xml': only('/news-sitemap.xml'),
  '(reader)/oembed': ({ slugs }) =>
    slugs.flatMap((slug) =>
      ['', '/claims/1', '/claims/3'].map(
        (rest) => `/oembed?url=${encodeURIComponent(`${siteOrigin()}/interviews/${slug}${rest}`)}`,
      ),
    ),
  '(reader)/people': only('/people'),
  '(reader)/people/[slug]': ({ persons }) => persons.map((slug) => `/people/${slug}`),
  '(reader)/reader/[file]': only('/reader/none.css'),
  '(reader)/robots.txt': only('/robots.txt'),
  '(reader)/search': ({ canary, persons }) => [
    '/search',
    ...[canary, canary.slice(0, -1), 'planted', 'nine million trees', 'Marsh'].map(
      (q) => `/search?q=${encodeURIComponent(q)}`,
    ),
    ...persons.map((slug) => `/search?q=planted&person=${slug}`),
  ],
  '(reader)/sitemap.xml': only('/sitemap.xml'),
  '(reader)/topics': only('/topics'),
  '(reader)/topics/[slug]': ({ topics }) => topics.map((slug) => `/topics/${slug}`),
  'api/v1': only('/api/v1'),
  'api/v1/changes': only('/api/v1/changes'),
  'api/v1/claims': ({ persons, canary }) => [
    '/api/v1/claims',
    `/api/v1/claims?topic=topic-${canary}`,
    ...persons.map((slug) => `/api/v1/claims?person=${slug}`),
  ],
  'api/v1/claims/[slug]/[number]': claims('/api/v1/claims/SLUG'),
  'api/v1/interviews': only('/api/v1/interviews'),
  'api/v1/interviews/[slug]': interviewsOf(''),
  'api/v1/interviews/[slug]/claims': interviewsOf('/claims'),
  'api/v1/interviews/[slug]/transcript': interviewsOf('/transcript'),
  'api/v1/openapi.json': only('/api/v1/openapi.json'),
  'api/v1/people': only('/api/v1/people'),
  'api/v1/search': ({ canary }) =>
    [canary, 'planted', 'Marsh'].map((q) => `/api/v1/search?q=${encodeURIComponent(q)}`),
  'api/v1/topics': only('/api/v1/topics'),
  'api/v1/verdicts': only('/api/v1/verdicts'),
  'preview/[token]': ({ tokens }) => tokens.map((token) => `/preview/${token}`),
  'preview/[token]/picture': ({ tokens }) => tokens.map((token) => `/preview/${token}/picture`),
  'preview/[token]/recording': ({ tokens }) => tokens.map((token) => `/preview/${token}/recording`),
}

/** Folders of routes that answer members, holders of a token, or nothing but what was sent to them. */
export const PRIVATE_FOLDERS = [
  'api/audit',
  'api/auth',
  'api/claims',
  'api/desk',
  'api/health',
  'api/interviews',
  'api/newsroom',
  'api/persons',
  'api/report',
  'api/sources',
  'api/transcripts',
  'desk',
]

/** Folders below `app` that hold a route, in order. */
export function builtRoutes(): string[] {
  const root = path.resolve('app')
  return readdirSync(root, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => /^route\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, entry.parentPath).split(path.sep).join('/'))
    .filter((folder) => !folder.split('/').some((part) => part.startsWith('_')))
    .sort()
}

/** Routes that are in neither list, with what to do about each; and lines of the list without a route. Empty when all is well. */
export function unlistedRoutes(routes: readonly string[] = builtRoutes()): string[] {
  const isPrivate = (folder: string) =>
    PRIVATE_FOLDERS.some((one) => folder === one || folder.startsWith(`${one}/`))
  const missing = routes.filter((folder) => !isPrivate(folder) && !Object.hasOwn(PUBLIC_ROUTES, folder))
  const gone = Object.keys(PUBLIC_ROUTES).filter((folder) => !routes.includes(folder))
  return [
    ...missing.map(
      (folder) =>
        `app/${folder} is a route, and no test looks for secrets in it: add a line with its addresses to PUBLIC_ROUTES in e2e/public-routes.ts, or its folder to PRIVATE_FOLDERS where it asks who is there.`,
    ),
    ...gone.map(
      (folder) => `There is no route app/${folder} any more: take its line out of e2e/public-routes.ts.`,
    ),
  ]
}

/** Every address of every public route. */
export function publicAddresses(about: About): string[] {
  return [...new Set(Object.values(PUBLIC_ROUTES).flatMap((addresses) => addresses(about)))]
}

/** The parameters that an address has in a route's folder. */
export function paramsIn(folder: string, address: string): Record<string, string | string[]> {
  const parts = folder.split('/').filter((part) => !part.startsWith('('))
  const given = (address.split('?')[0] ?? '').split('/').filter(Boolean).map(decodeURIComponent)
  return Object.fromEntries(
    parts.flatMap((part, index) => {
      const [, rest, name] = /^\[(\.\.\.)?(\w+)\]$/.exec(part) ?? []
      if (name === undefined) return []
      return [[name, rest ? given.slice(index) : (given[index] ?? '')]]
    }),
  )
}
