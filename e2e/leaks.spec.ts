import { CANARY, mark, publishedWithSecrets, unpublished } from '@/e2e/canaries'
import { headersOf } from '@/e2e/server-actions'
import { expect, test } from '@/e2e/sign-in'
import { db } from '@/platform/db'
import { siteOrigin } from '@/platform/env'
import { takeDown } from '@/publishing/take-down'

/**
 * Words that only the desk may read are put wherever the desk keeps words (e2e/canaries.ts), then every public address
 * is asked for, with everything that its answers name. A single answer that has one of them fails.
 */

const everyClaim = (slug: string) =>
  Array.from({ length: 9 }, (_, number) => `/interviews/${slug}/claims/${number}`)

/** Addresses that a curious reader would try, whether or not anything links to them. */
async function guesses(slugs: readonly string[], ids: readonly string[]): Promise<string[]> {
  const persons = await db().person.findMany({
    where: { name: { contains: CANARY } },
    select: { slug: true },
  })
  const files = await db().$queryRaw<{ hash: string }[]>`
    SELECT "fileHash" AS hash FROM "Recording" WHERE "fileHash" IS NOT NULL UNION SELECT "fileHash" FROM "Picture"`
  const ofInterview = slugs.flatMap((slug) => [
    ...[
      '',
      '/words.json',
      '/recording',
      '/picture',
      '/claims',
      '/preview',
      '/feed.xml',
      '/embed',
      '/opengraph-image',
    ].map((rest) => `/interviews/${slug}${rest}`),
    ...everyClaim(slug),
    ...['version=1', 'version=2', 'publication=2', 'preview=1', 'draft=true', 'number=99', '_rsc=1'].map(
      (query) => `/interviews/${slug}?${query}`,
    ),
    `/desk/interviews/${slug}`,
  ])
  const ofFiles = files.flatMap(({ hash }) => [
    `/files/${hash}`,
    ...slugs.flatMap((slug) => [
      `/interviews/${slug}/picture?v=${hash}`,
      `/interviews/${slug}/recording?v=${hash}`,
    ]),
  ])
  const ofDesk = ids.flatMap((id) => [
    `/desk/interviews/${id}`,
    `/desk/interviews/${id}/publish`,
    `/desk/interviews/${id}/preview`,
    `/desk/interviews/${id}/details`,
    `/api/interviews/${id}`,
    `/api/interviews/${id}/transcript`,
    `/api/interviews/${id}/word-times`,
    `/api/interviews/${id}/changes?since=0`,
    `/api/interviews/${id}/history`,
    `/api/interviews/${id}/proposals`,
    `/api/interviews/${id}/recording`,
    `/api/interviews/${id}/picture`,
  ])
  return [
    ...[
      '/',
      '/claims',
      '/corrections',
      '/methodology',
      '/people',
      '/topics',
      '/search',
      '/robots.txt',
      '/sitemap.xml',
      '/sitemap-interviews-1.xml',
      '/news-sitemap.xml',
      '/feeds/claim-review.json',
      '/feeds/claims.csv',
      ...['interviews', 'claims', 'corrections'].flatMap((name) => [
        `/feeds/${name}.atom`,
        `/feeds/${name}.json`,
      ]),
    ],
    ...[
      '/feed.xml',
      '/feed.json',
      '/rss.xml',
      '/atom.xml',
      '/oembed',
      '/embed',
      '/api',
      '/api/health',
      '/api/auth/session',
      '/api/desk/stream',
      '/api/desk/presence',
    ],
    ...[
      '/api/auth/providers',
      '/sign-in',
      '/desk',
      '/desk/claims',
      '/desk/audit',
      '/desk/members',
      '/desk/settings',
    ],
    ...[
      '/nothing-here',
      '/interviews',
      '/interviews/nothing-here',
      '/%',
      '/%00',
      '/interviews/%2e%2e',
      '/_next/data',
    ],
    ...[
      '/api/transcripts/preview',
      '/api/interviews',
      `/search?q=${CANARY}`,
      '/claims?verdict=false',
      `/topics/topic-${mark}`,
    ],
    ...persons.map(({ slug }) => `/people/${slug}`),
    ...ofInterview,
    ...ofFiles,
    ...ofDesk,
  ]
}

/** Asking as Next’s own script does, as a cache, as somebody with a stolen trick, and for half of the answer. */
const DISGUISES: Record<string, string>[] = [
  { RSC: '1' },
  { RSC: '1', 'Next-Router-Prefetch': '1' },
  { 'Next-Router-State-Tree': '%5B%22%22%5D', RSC: '1' },
  { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
  { 'x-middleware-prefetch': '1', 'x-nextjs-data': '1' },
  { Accept: 'application/json' },
  { Range: 'bytes=0-99' },
  { Cookie: '__prerender_bypass=1; __next_preview_data=1; next-auth.session-token=nonsense' },
]

type Fetched = { status: number; text: string; leaks: boolean }

async function ask(address: string, headers: Record<string, string> = {}): Promise<Fetched> {
  const response = await fetch(new URL(address, siteOrigin()), { redirect: 'manual', headers })
  const text = Buffer.from(await response.arrayBuffer()).toString('latin1')
  const said = `${[...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n')}\n${text}`
  // An address that was asked for may be said again; everything else may not.
  const own = [address, encodeURI(address), encodeURIComponent(address), JSON.stringify(address).slice(1, -1)]
  const heard = own.reduce((rest, one) => rest.replaceAll(one, ''), said)
  return { status: response.status, text, leaks: heard.includes(CANARY) }
}

/** Addresses of this site that an answer names: links, assets, JSON, locations of a sitemap. */
function namedIn(text: string): string[] {
  const named = [
    ...text.matchAll(/(?:href|src|srcset|action|content|poster)="([^"]+)"/g),
    ...text.matchAll(/<loc>([^<]+)<\/loc>/g),
    ...text.matchAll(/["'(](\/[A-Za-z0-9_~.%/?=&;-]+)["')]/g),
  ].map((match) => (match[1] ?? '').replaceAll('&amp;', '&').split(' ')[0] ?? '')
  return named.flatMap((address) => {
    if (!URL.canParse(address, siteOrigin())) return []
    const url = new URL(address, siteOrigin())
    return url.origin === siteOrigin() ? [`${url.pathname}${url.search}`] : []
  })
}

/** Asks for every address and whatever their answers name. @returns the addresses that leak, and how many were asked. */
async function crawl(from: readonly string[]): Promise<{ leaks: string[]; asked: Map<string, Fetched> }> {
  const asked = new Map<string, Fetched>()
  const waiting = [...new Set(from)]
  for (let next = waiting.shift(); next !== undefined && asked.size < 3000; next = waiting.shift()) {
    if (asked.has(next)) continue
    const found = await ask(next)
    asked.set(next, found)
    for (const address of namedIn(found.text)) if (!asked.has(address)) waiting.push(address)
  }
  return { asked, leaks: [...asked].filter(([, found]) => found.leaks).map(([address]) => address) }
}

test('nothing that only the desk may read is in any public answer, before and after a takedown', async () => {
  test.setTimeout(300_000)
  const draft = await unpublished(`draft-${mark}`, null)
  const embargoed = await unpublished(`embargoed-${mark}`, new Date(Date.now() + 86_400_000))
  const { interview, editor } = await publishedWithSecrets()
  const all = [draft, embargoed, interview]
  const addresses = await guesses(
    all.map((one) => one.slug),
    all.map((one) => one.id),
  )

  const first = await crawl(addresses)
  expect(first.leaks).toEqual([])
  expect(first.asked.size).toBeGreaterThan(addresses.length / 2)
  // The crawl saw the page itself and what it loads; else it would prove nothing.
  const open = `/interviews/${interview.slug}`
  expect(first.asked.get(open)).toMatchObject({
    status: 200,
    text: expect.stringContaining(`Published finding ${mark}`),
  })
  for (const rest of ['/words.json', '/recording', '/picture', '/claims/1'])
    expect(first.asked.get(`${open}${rest}`)?.status, rest).toBe(200)
  expect(first.asked.get('/sitemap-interviews-1.xml')?.text).toContain(open)
  for (const { slug } of [draft, embargoed])
    for (const rest of ['', '/words.json', '/recording', '/picture', '/claims/1'])
      expect(first.asked.get(`/interviews/${slug}${rest}`)?.status, `${slug}${rest}`).toBe(404)
  for (const number of [2, 3, 4, 5, 6])
    expect(first.asked.get(`${open}/claims/${number}`)?.status, `claim ${number}`).toBe(404)

  for (const headers of DISGUISES)
    for (const address of addresses)
      expect((await ask(address, headers)).leaks, `${address} ${JSON.stringify(headers)}`).toBe(false)

  // Whoever is signed in does read them there: the words exist, and this test would notice them.
  const session = await headersOf({ member: editor })
  for (const { id } of all) expect((await ask(`/desk/interviews/${id}`, session)).leaks).toBe(true)

  const wasOpen = [...first.asked].filter(([address]) => address.startsWith(open)).map(([address]) => address)
  await takeDown(editor, { interviewId: interview.id, notice: `Withdrawn ${mark}.` })
  const second = await crawl([...addresses, ...wasOpen])
  expect(second.leaks).toEqual([])
  const gone = second.asked.get(open)
  expect(gone?.text).toContain(`Withdrawn ${mark}.`)
  for (const [address, { text }] of second.asked)
    expect(text.includes(`Published finding ${mark}`), `${address} still says what was taken down`).toBe(
      false,
    )
  for (const rest of ['/words.json', '/recording', '/picture'])
    expect([404, 410], rest).toContain(second.asked.get(`${open}${rest}`)?.status)
  expect(second.asked.get('/sitemap-interviews-1.xml')?.text).not.toContain(open)
})
