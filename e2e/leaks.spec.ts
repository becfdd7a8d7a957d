import { renderSite } from '@/deploy/render-nginx.mjs'
import { nginxVersion, startNginx } from '@/deploy/run-nginx'
import { CANARY, EARLIER, mark, namesAround, publishedWithSecrets, unpublished } from '@/e2e/canaries'
import { ownServer } from '@/e2e/own-server'
import { publicAddresses } from '@/e2e/public-routes'
import { headersOf } from '@/e2e/server-actions'
import { expect, test } from '@/e2e/sign-in'
import { freePort } from '@/platform/boot/ports.mjs'
import { siteOrigin } from '@/platform/env'
import { takeDown } from '@/publishing/take-down'

/**
 * Words that only the desk may read are put wherever the desk keeps words (e2e/canaries.ts), then every public address
 * is asked for, with everything that its answers name. A single answer that has one of them fails.
 */

/** Addresses that a curious reader would try, whether or not there is such a route; those that there are: e2e/public-routes.ts. */
function guesses(slugs: readonly string[], ids: readonly string[]): string[] {
  const ofInterview = slugs.flatMap((slug) => [
    ...['', '/claims', '/preview', '/feed.xml', '/embed', '/opengraph-image', '/words.json.map'].map(
      (rest) => `/interviews/${slug}${rest}`,
    ),
    ...['draft=true', 'number=99', '_rsc=1'].map((query) => `/interviews/${slug}?${query}`),
    `/desk/interviews/${slug}`,
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
    ...['/search', '/feed.xml', '/feed.json', '/rss.xml', '/atom.xml', '/embed', '/api', '/preview'],
    ...['/api/health', '/api/auth/session', '/api/auth/providers', '/api/desk/stream', '/api/desk/presence'],
    ...['/api/newsroom/v1/interviews', ...ids.map((id) => `/api/newsroom/v1/interviews/${id}`)],
    ...['/sign-in', '/desk', '/desk/claims', '/desk/audit', '/desk/members', '/desk/settings', '/desk/inbox'],
    ...['/nothing-here', '/interviews/nothing-here', '/%', '/%00', '/interviews/%2e%2e', '/_next/data'],
    ...['/api/transcripts/preview', '/api/interviews', `/search?q=${CANARY}`],
    ...ofInterview,
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

/** Words that no public answer may say; the tokens of links are added as they are made. */
const SECRETS = [CANARY, EARLIER]

type Fetched = { status: number; text: string; leaks: boolean }

async function ask(
  address: string,
  headers: Record<string, string> = {},
  site = siteOrigin(),
): Promise<Fetched> {
  const response = await fetch(new URL(address, site), { redirect: 'manual', headers })
  const text = Buffer.from(await response.arrayBuffer()).toString('latin1')
  const said = `${[...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n')}\n${text}`
  // An address that was asked for may be said again, and so may a word that was searched for; everything else may not.
  const own = [address, encodeURI(address), encodeURIComponent(address), JSON.stringify(address).slice(1, -1)]
  const heard = own.reduce((rest, one) => rest.replaceAll(one, ''), said)
  return {
    status: response.status,
    text,
    leaks: SECRETS.some((word) => !address.includes(word) && heard.includes(word)),
  }
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

/** Pages of the whole site, what they load, and what is named after these interviews; other tests fill the same lists. */
function isOurs(address: string): boolean {
  return (
    address.includes(mark) ||
    !/\/(interviews|people|topics|embed|feeds|api)\/|[?&](after|q|before)=/.test(address)
  )
}

/** Asks for every address and whatever their answers name. @returns the addresses that leak, and how many were asked. */
async function crawl(from: readonly string[]): Promise<{ leaks: string[]; asked: Map<string, Fetched> }> {
  const asked = new Map<string, Fetched>()
  const waiting = [...new Set(from)]
  for (let next = waiting.shift(); next !== undefined && asked.size < 3000; next = waiting.shift()) {
    if (asked.has(next)) continue
    const found = await ask(next)
    asked.set(next, found)
    for (const address of namedIn(found.text))
      if (isOurs(address) && !asked.has(address)) waiting.push(address)
  }
  return { asked, leaks: [...asked].filter(([, found]) => found.leaks).map(([address]) => address) }
}

/** The addresses that say one of the secrets, or `gone`, at a site. */
async function stillSaid(site: string, addresses: readonly string[], gone: string): Promise<string[]> {
  const said: string[] = []
  for (const address of addresses) {
    const { leaks, text } = await ask(address, {}, site)
    if (leaks || text.includes(gone)) said.push(address)
  }
  return said
}

/** A second process on the same database, and nginx before both where there is one. */
async function otherSites() {
  const second = await ownServer()
  const hosts = [siteOrigin(), second.address].map((address) => new URL(address).port)
  const sites = [siteOrigin(), second.address]
  if (nginxVersion() === null) return { sites, stop: () => second.kill() }
  const port = await freePort()
  const front = `http://localhost:${port}`
  const origin = hosts.map((host) => `127.0.0.1:${host}`).join(', ')
  const nginx = await startNginx(
    (folder) => renderSite({ listen: `127.0.0.1:${port}`, origin, cache: `${folder}/cache` }),
    `${front}/robots.txt`,
  )
  const stop = async () => {
    await nginx.stop()
    await second.kill()
  }
  return { sites: [...sites, front], stop }
}

test('nothing that only the desk may read is in any public answer of two processes and a proxy, before and after a takedown', async () => {
  test.setTimeout(300_000)
  const draft = await unpublished(`draft-${mark}`, null)
  const embargoed = await unpublished(`embargoed-${mark}`, new Date(Date.now() + 86_400_000))
  const { interview, editor, token } = await publishedWithSecrets()
  SECRETS.push(draft.token, embargoed.token, token)
  const all = [draft, embargoed, interview]
  const slugs = all.map((one) => one.slug)
  const tried = guesses(
    slugs,
    all.map((one) => one.id),
  )
  const open = publicAddresses({ slugs, canary: CANARY, tokens: ['A'.repeat(43)], ...(await namesAround()) })
  const page = `/interviews/${interview.slug}`
  const finding = `Published finding ${mark}`

  const first = await crawl([...tried, ...open])
  expect(first.leaks).toEqual([])
  // The crawl saw the page itself and what it loads; else it would prove nothing.
  expect(first.asked.get(page)).toMatchObject({ status: 200, text: expect.stringContaining(finding) })
  for (const rest of ['/words.json', '/recording', '/picture', '/claims/1'])
    expect(first.asked.get(`${page}${rest}`)?.status, rest).toBe(200)
  expect(first.asked.get('/sitemap-interviews-1.xml')?.text).toContain(page)
  for (const { slug } of [draft, embargoed])
    for (const rest of ['', '/words.json', '/recording', '/picture', '/claims/1'])
      expect(first.asked.get(`/interviews/${slug}${rest}`)?.status, `${slug}${rest}`).toBe(404)
  for (const number of [2, 3, 4, 5, 6])
    expect(first.asked.get(`${page}/claims/${number}`)?.status, `claim ${number}`).toBe(404)
  // Nothing that browsers load leads to its sources.
  for (const [address, { text }] of first.asked) {
    expect(/[#@] sourceMappingURL=/.test(text), address).toBe(false)
    if (/\.(js|css)$/.test(address)) expect((await ask(`${address}.map`)).status, `${address}.map`).toBe(404)
  }

  const parts = [
    '',
    '/words.json',
    '/picture',
    '/recording',
    '/claims/1',
    '/claims/3',
    '/live.json',
    '/embed',
  ]
  const disguised = [
    ...tried,
    '/',
    ...slugs.flatMap((slug) => parts.map((rest) => `/interviews/${slug}${rest}`)),
  ]
  for (const headers of DISGUISES)
    for (const address of disguised)
      expect((await ask(address, headers)).leaks, `${address} ${JSON.stringify(headers)}`).toBe(false)

  // Whoever is signed in does read them there: the words exist, and this test would notice them.
  const session = await headersOf({ member: editor })
  for (const { id } of all) expect((await ask(`/desk/interviews/${id}`, session)).leaks).toBe(true)

  const { sites, stop } = await otherSites()
  try {
    const wasOpen = [...first.asked.keys()].filter((address) => address.startsWith(page))
    // Lists, and all that belongs to the page that comes and goes.
    const shown = [...new Set([...open, ...wasOpen])].filter(
      (one) => (one.includes(interview.slug) || !one.includes(mark)) && !one.includes('?v='),
    )
    const leaky = `nobody says this ${mark}`
    for (const site of sites) expect(await stillSaid(site, shown, leaky), site).toEqual([])
    await takeDown(editor, { interviewId: interview.id, notice: `Withdrawn ${mark}.` })
    // Each process and each cache lets go of it by itself; then nothing of it comes back.
    for (const site of sites) {
      await expect.poll(() => stillSaid(site, shown, finding), { timeout: 60_000 }).toEqual([])
      const gone = await ask(page, {}, site)
      expect(gone, site).toMatchObject({ status: 410, text: expect.stringContaining(`Withdrawn ${mark}.`) })
      for (const rest of ['/words.json', '/recording', '/picture'])
        expect([404, 410], `${site} ${rest}`).toContain((await ask(`${page}${rest}`, {}, site)).status)
    }
  } finally {
    await stop()
  }
  const second = await crawl([...tried, ...open])
  expect(second.leaks).toEqual([])
  for (const [address, { text }] of second.asked)
    expect(text.includes(finding), `${address} still says what was taken down`).toBe(false)
  expect(second.asked.get('/sitemap-interviews-1.xml')?.text).not.toContain(page)
})
