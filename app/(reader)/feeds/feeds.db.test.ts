import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { GET as feed } from '@/app/(reader)/feeds/[file]/route'
import { GET as reviews } from '@/app/(reader)/feeds/claim-review.json/route'
import { GET as table } from '@/app/(reader)/feeds/claims.csv/route'
import { GET as personFeed } from '@/app/(reader)/feeds/people/[file]/route'
import { db } from '@/platform/db'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'
import { buildPublished, publishBuilt } from '@/prisma/factories/publication'
import { takeDown } from '@/publishing/take-down'

const ORIGIN = 'http://localhost:3000'
const named = (file: string) => ({ params: Promise.resolve({ file }) })
const ask = (path: string) => new Request(`${ORIGIN}${path}`)
const get = (file: string, query = '') => feed(ask(`/feeds/${file}${query}`), named(file))

const jsonFeedSchema = z.object({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: z.url(),
  feed_url: z.url(),
  next_url: z.url().optional(),
  items: z.array(
    z.object({
      id: z.string().min(1),
      url: z.url(),
      title: z.string(),
      content_html: z.string().optional(),
      content_text: z.string().optional(),
      summary: z.string().optional(),
      date_published: z.iso.datetime(),
      date_modified: z.iso.datetime(),
      tags: z.array(z.string()),
    }),
  ),
})
const read = async (answer: Response) => jsonFeedSchema.parse(await answer.json())

describe('feeds', () => {
  it('tell of interviews, claims and corrections, in both formats under the same names', async () => {
    const { interview, editor, claims } = await buildPublished({
      interview: { slug: 'followed', title: 'Followed & <found>' },
    })
    await db().interview.update({ where: { id: interview.id }, data: { standfirst: 'Anew.' } })
    await publishBuilt(editor, interview.id, [
      {
        kind: 'correction',
        wrong: 'We had the wrong river.',
        note: 'It was the other river.',
        claimNumber: claims[0]?.number ?? null,
      },
    ])
    for (const name of ['interviews', 'claims', 'corrections']) {
      const atom = await get(`${name}.atom`)
      const text = await atom.text()
      expect(XMLValidator.validate(text)).toBe(true)
      expect(atom.headers.get('access-control-allow-origin')).toBe('*')
      const parsed = new XMLParser({ isArray: (tag) => tag === 'entry' }).parse(text)
      const json = await read(await get(`${name}.json`))
      const ids = z.object({ feed: z.object({ entry: z.array(z.object({ id: z.string() })) }) }).parse(parsed)
      expect(ids.feed.entry.map(({ id }) => id)).toEqual(json.items.map(({ id }) => id))
    }
    const [correction] = (await read(await get('corrections.json'))).items
    expect(correction?.content_text).toContain('We had the wrong river.')
    expect(correction?.url).toBe(`${ORIGIN}/interviews/followed/claims/1`)
    const first = (await read(await get('interviews.json'))).items.find(({ url }) =>
      url.endsWith('/followed'),
    )
    expect(first).toMatchObject({ title: 'Followed & <found>' })
    expect(Date.parse(first?.date_modified ?? '')).toBeGreaterThan(Date.parse(first?.date_published ?? ''))
  })

  it('are paged: every claim once, in an order that new publications do not disturb', async () => {
    const { interview } = await buildPublished({ interview: { slug: 'many-claims' } })
    // Written as a publication with sixty claims writes them, without the minute that it takes to make those.
    await db().$executeRaw`
      INSERT INTO "PublishedClaim" ("interviewId", "number", "verdictKey", "rates", "topics", "challenge", "day", "checkedAt", "claim", "words")
      SELECT "interviewId", nth, "verdictKey", "rates", "topics", "challenge", "day", "checkedAt", jsonb_set("claim", '{number}', to_jsonb(nth)), "words"
      FROM "PublishedClaim", generate_series(2, 60) AS nth WHERE "interviewId" = ${interview.id}::uuid`
    const one = await read(await get('claims.json'))
    expect(one.items).toHaveLength(50)
    await buildPublished({ interview: { slug: 'in-between' } })
    const seen = one.items.map(({ id }) => id)
    for (let next = one.next_url; next; ) {
      const more: z.infer<typeof jsonFeedSchema> = await read(await get('claims.json', new URL(next).search))
      seen.push(...more.items.map(({ id }) => id))
      next = more.next_url
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength((await db().publishedClaim.count()) - 1)
  })

  it('tell of a claim when it went out, however long before it was agreed', async () => {
    const { interview } = await buildPublished({ interview: { slug: 'agreed-long-ago' } })
    const old = new Date('2020-05-01T00:00:00Z')
    // As a publication writes it whose check was agreed long before.
    await db().publishedClaim.updateMany({ where: { interviewId: interview.id }, data: { checkedAt: old } })
    const [first] = (await read(await get('claims.json'))).items
    expect(first?.url).toContain('agreed-long-ago')
  })

  it('know the claims of one person, and nobody whom no published page names', async () => {
    const { claims } = await buildPublished({ interview: { slug: 'of-a-person' } })
    const claim = await db().publishedClaim.findFirstOrThrow({
      where: { personSlug: { not: null }, number: claims[0]?.number ?? 1 },
    })
    const answer = await personFeed(ask(''), named(`${claim.personSlug}.json`))
    expect((await read(answer)).items.length).toBeGreaterThan(0)
    expect((await personFeed(ask(''), named('nobody.atom'))).status).toBe(404)
    for (const file of ['constructor.atom', 'claims.rss', 'claims', '.atom'])
      expect((await get(file)).status).toBe(404)
  })

  it('hold nothing of drafts, and nothing more of what was taken down', async () => {
    await buildInterview(db(), { slug: 'zq-draft', title: 'zqcanary draft' })
    const { interview } = await buildPublished({ interview: { slug: 'zq-gone', title: 'zqcanary gone' } })
    const all = async () => {
      const answers = [
        ...['interviews', 'claims', 'corrections'].flatMap((name) => [
          get(`${name}.atom`),
          get(`${name}.json`),
        ]),
        reviews(ask('/feeds/claim-review.json')),
        table(ask('/feeds/claims.csv')),
      ]
      return Promise.all(answers.map(async (answer) => (await answer).text()))
    }
    expect((await all()).join()).toContain('zqcanary gone')
    const admin = await buildMember(db(), { role: 'admin' })
    const { revision } = await db().interview.findUniqueOrThrow({ where: { id: interview.id } })
    await takeDown(admin, { interviewId: interview.id, revision, notice: 'Gone.' })
    expect((await all()).join()).not.toMatch(/zq-?(canary|draft|gone)/)
  })
})
