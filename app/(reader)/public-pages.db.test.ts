import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { GET as anythingElse } from '@/app/(reader)/[...path]/route'
import { GET as corrections } from '@/app/(reader)/corrections/route'
import { GET as claimPage } from '@/app/(reader)/interviews/[slug]/claims/[number]/route'
import { GET as recording } from '@/app/(reader)/interviews/[slug]/recording/route'
import { GET as interviewPage } from '@/app/(reader)/interviews/[slug]/route'
import { GET as words } from '@/app/(reader)/interviews/[slug]/words.json/route'
import { GET as frontPage } from '@/app/(reader)/route'
import { db } from '@/platform/db'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'
import { buildPublished, publishBuilt } from '@/prisma/factories/publication'
import { takeDown } from '@/publishing/take-down'

// Pages name the built stylesheet and scripts.
execFileSync(process.execPath, ['platform/boot/build-reader.mjs'], { stdio: 'ignore' })

const ask = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://localhost:3000${path}`, { headers })
const at = (slug: string) => ({ params: Promise.resolve({ slug }) })
const claimAt = (slug: string, number: number | string) => ({
  params: Promise.resolve({ slug, number: String(number) }),
})

/** Every public answer that could tell of an interview. */
async function everything(slug: string): Promise<Response[]> {
  return [
    await frontPage(ask('/')),
    await corrections(ask('/corrections')),
    await anythingElse(ask('/sitemap-claims-1.xml')),
    await interviewPage(ask(`/interviews/${slug}`), at(slug)),
    await claimPage(ask(`/interviews/${slug}/claims/1`), claimAt(slug, 1)),
    await recording(ask(`/interviews/${slug}/recording`), at(slug)),
    await words(ask(`/interviews/${slug}/words.json`), at(slug)),
  ]
}

describe('public pages', () => {
  it('never show an interview that was not published', async () => {
    await buildInterview(db(), { slug: 'not-yet', title: 'Canary in a draft' })
    const answers = await everything('not-yet')
    // While nothing is published there is no list of claims either.
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 404, 404, 404, 404, 404])
    for (const answer of answers) expect(await answer.text()).not.toMatch(/canary|not-yet/i)
  })

  it('answer the same for what is not out and for what never was', async () => {
    const draft = await interviewPage(ask('/interviews/not-yet'), at('not-yet'))
    const nothing = await interviewPage(ask('/interviews/never-was'), at('never-was'))
    expect(await draft.text()).toBe(await nothing.text())
    expect(draft.headers.get('etag')).toBe(nothing.headers.get('etag'))
  })

  it('show a publication in whole, on its page, its claims’ pages and the lists', async () => {
    const { interview } = await buildPublished({ interview: { slug: 'trees', title: 'Nine million trees' } })
    const [front, , map, page, claim] = await everything(interview.slug)
    expect(await front?.text()).toContain('Nine million trees')
    expect(await map?.text()).toContain('/interviews/trees/claims/1')
    expect(await page?.text()).toContain('id="claim-1"')
    expect(await claim?.text()).toContain('application/ld+json')
  })

  it('are the same bytes for everybody, and 304 for who has them', async () => {
    const first = await interviewPage(ask('/interviews/trees?t=3', { cookie: 'a=1' }), at('trees'))
    const second = await interviewPage(ask('/interviews/trees'), at('trees'))
    expect(await first.text()).toBe(await second.text())
    expect(first.headers.get('set-cookie')).toBeNull()
    const etag = first.headers.get('etag') ?? ''
    const again = await interviewPage(ask('/interviews/trees', { 'if-none-match': etag }), at('trees'))
    expect(again.status).toBe(304)
  })

  it('change with the next request after a new publication', async () => {
    const { interview, editor } = await buildPublished({ interview: { slug: 'again', title: 'Before' } })
    const before = await interviewPage(ask('/interviews/again'), at('again'))
    await db().interview.update({ where: { id: interview.id }, data: { title: 'After' } })
    await publishBuilt(editor, interview.id, [
      { kind: 'update', note: 'A better headline.', claimNumber: null },
    ])
    const after = await interviewPage(ask('/interviews/again'), at('again'))
    expect(await before.text()).toContain('>Before</h1>')
    expect(await after.text()).toContain('>After</h1>')
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'))
  })

  it('leave nothing of a page that was taken down, at any address', async () => {
    const { interview } = await buildPublished({ interview: { slug: 'gone', title: 'Canary headline' } })
    await everything('gone') // now kept in memory
    const admin = await buildMember(db(), { role: 'admin' })
    const { revision } = await db().interview.findUniqueOrThrow({ where: { id: interview.id } })
    await takeDown(admin, { interviewId: interview.id, revision, notice: 'By order of the court.' })
    const answers = await everything('gone')
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 410, 410, 404, 404])
    // The lists name Bo Marsh for other interviews.
    for (const answer of answers) expect(await answer.text()).not.toMatch(/canary|interviews\/gone/i)
    const page = await interviewPage(ask('/interviews/gone'), at('gone'))
    expect(await page.text()).toContain('By order of the court.')
  })

  it('answer 404 for a claim that is not there', async () => {
    for (const number of ['99', '0', '1e3', '-1', '1 ', '../1']) {
      const answer = await claimPage(ask(`/interviews/trees/claims/${number}`), claimAt('trees', number))
      expect(answer.status).toBe(404)
    }
  })
})
