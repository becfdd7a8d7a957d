import { XMLValidator } from 'fast-xml-parser'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { GET as anythingElse } from '@/app/(reader)/[...path]/route'
import { GET as annotations } from '@/app/(reader)/interviews/[slug]/annotations.json/route'
import { GET as table } from '@/app/(reader)/interviews/[slug]/claims.csv/route'
import { GET as track } from '@/app/(reader)/interviews/[slug]/claims.vtt/route'
import { GET as transcript } from '@/app/(reader)/interviews/[slug]/transcript.txt/route'
import { GET as newsSitemap } from '@/app/(reader)/news-sitemap.xml/route'
import { GET as oembed } from '@/app/(reader)/oembed/route'
import { GET as robots } from '@/app/(reader)/robots.txt/route'
import { GET as sitemap } from '@/app/(reader)/sitemap.xml/route'
import { moveClock } from '@/platform/clock'
import { db } from '@/platform/db'
import { buildMember } from '@/prisma/factories/member'
import { buildPublished } from '@/prisma/factories/publication'
import { takeDown } from '@/publishing/take-down'

const ORIGIN = 'http://localhost:3000'
const ask = (path: string, headers: Record<string, string> = {}) =>
  new Request(`${ORIGIN}${path}`, { headers })
const at = (slug: string) => ({ params: Promise.resolve({ slug }) })
const embedOf = (url: string, more = '') => oembed(ask(`/oembed?url=${encodeURIComponent(url)}${more}`))

beforeAll(async () => {
  await buildPublished({ interview: { slug: 'machines', title: 'Machines & “people” <b>' } })
})

describe('sitemaps', () => {
  it('are an index of parts that list every page that stands, named in robots.txt', async () => {
    const index = await (await sitemap(ask('/sitemap.xml'))).text()
    expect(XMLValidator.validate(index)).toBe(true)
    const parts = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = '']) => loc)
    const listed = await Promise.all(
      parts.map(async (loc) => (await anythingElse(ask(new URL(loc).pathname))).text()),
    )
    for (const text of listed) expect(XMLValidator.validate(text)).toBe(true)
    for (const path of ['/interviews/machines', '/interviews/machines/claims/1', '/methodology'])
      expect(listed.join()).toContain(`<loc>${ORIGIN}${path}</loc>`)
    const text = await (await robots(ask('/robots.txt'))).text()
    for (const name of ['sitemap', 'news-sitemap']) expect(text).toContain(`Sitemap: ${ORIGIN}/${name}.xml`)
    for (const path of ['/sitemap-claims-9.xml', '/sitemap-drafts-1.xml', '/sitemap-claims-0.xml'])
      expect((await anythingElse(ask(path))).status).toBe(404)
  })

  it('call a page news for two days, and no longer', async () => {
    const text = await (await newsSitemap(ask('/news-sitemap.xml'))).text()
    expect(XMLValidator.validate(text)).toBe(true)
    expect(text).toContain(`<loc>${ORIGIN}/interviews/machines</loc>`)
    expect(text).toContain('<news:title>Machines &amp; “people” &lt;b&gt;</news:title>')
    const back = moveClock(48 * 3_600_000)
    const later = await (await newsSitemap(ask('/news-sitemap.xml'))).text()
    back()
    expect(later).not.toContain('machines')
  })
})

describe('oEmbed', () => {
  const answerSchema = z.object({
    type: z.literal('rich'),
    version: z.literal('1.0'),
    html: z.string(),
    width: z.number().int(),
    height: z.number().int(),
  })

  it('gives a frame for an interview and for a claim, within the sizes that were asked for', async () => {
    for (const [path, framed] of [
      ['/interviews/machines', '/embed/interviews/machines'],
      ['/interviews/machines?t=7#claim-1', '/embed/interviews/machines/claims/1'],
      ['/interviews/machines/claims/1', '/embed/interviews/machines/claims/1'],
    ]) {
      const answer = await embedOf(`${ORIGIN}${path}`, '&maxwidth=300&maxheight=200')
      const { html, width, height } = answerSchema.parse(await answer.json())
      expect(html).toContain(`src="${ORIGIN}${framed}"`)
      expect([width, height]).toEqual([300, 200])
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    }
    const xml = await (await embedOf(`${ORIGIN}/interviews/machines`, '&format=xml')).text()
    expect(XMLValidator.validate(xml)).toBe(true)
  })

  it('refuses with the statuses that it names', async () => {
    const status = async (url: string, more = '') => (await embedOf(url, more)).status
    expect(await status(`${ORIGIN}/interviews/machines`, '&format=yaml')).toBe(501)
    expect(await status(`${ORIGIN}/interviews/nothing`)).toBe(404)
    expect(await status(`${ORIGIN}/interviews/machines/claims/9`)).toBe(404)
    expect(await status('https://elsewhere.example/interviews/machines')).toBe(404)
    expect(await status(`${ORIGIN}/interviews/machines`, '&maxwidth=wide')).toBe(400)
    expect((await oembed(ask('/oembed'))).status).toBe(400)
  })
})

describe('files of an interview', () => {
  const files = [
    [annotations, 'annotations.json', 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'],
    [transcript, 'transcript.txt', 'text/plain; charset=utf-8'],
    [track, 'claims.vtt', 'text/vtt; charset=utf-8'],
    [table, 'claims.csv', 'text/csv; charset=utf-8; header=present'],
  ] as const

  it('may be read by any site, and are 304 for who has them', async () => {
    for (const [get, name, type] of files) {
      const answer = await get(ask(`/interviews/machines/${name}`), at('machines'))
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type])
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
      expect(answer.headers.get('set-cookie')).toBeNull()
      const held = { 'if-none-match': answer.headers.get('etag') ?? '' }
      expect((await get(ask(`/interviews/machines/${name}`, held), at('machines'))).status).toBe(304)
    }
  })

  it('are gone with the page, and so is every mention elsewhere', async () => {
    const { interview } = await buildPublished({ interview: { slug: 'withdrawn', title: 'zqcanary' } })
    for (const [get, name] of files) await get(ask(`/interviews/withdrawn/${name}`), at('withdrawn'))
    await embedOf(`${ORIGIN}/interviews/withdrawn`)
    const admin = await buildMember(db(), { role: 'admin' })
    const { revision } = await db().interview.findUniqueOrThrow({ where: { id: interview.id } })
    await takeDown(admin, { interviewId: interview.id, revision, notice: 'Gone.' })
    const answers = [
      ...files.map(([get, name]) => get(ask(`/interviews/withdrawn/${name}`), at('withdrawn'))),
      embedOf(`${ORIGIN}/interviews/withdrawn`),
    ]
    for (const answer of await Promise.all(answers)) {
      expect(answer.status).toBe(404)
      expect(await answer.text()).not.toMatch(/zqcanary/)
    }
    for (const path of ['/sitemap-interviews-1.xml', '/sitemap-claims-1.xml'])
      expect(await (await anythingElse(ask(path))).text()).not.toContain('withdrawn')
  })
})
