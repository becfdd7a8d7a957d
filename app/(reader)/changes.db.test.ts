import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { GET as corrections } from '@/app/(reader)/corrections/route'
import { GET as claimPage } from '@/app/(reader)/interviews/[slug]/claims/[number]/route'
import { GET as historyPage } from '@/app/(reader)/interviews/[slug]/history/route'
import { GET as interviewPage } from '@/app/(reader)/interviews/[slug]/route'
import { moveClaim } from '@/claims/move-claim'
import { reviseClaim } from '@/claims/revise-claim'
import { db } from '@/platform/db'
import { buildMember } from '@/prisma/factories/member'
import { approveBuilt, buildPublished, publishBuilt } from '@/prisma/factories/publication'
import { takeDown } from '@/publishing/take-down'

// Pages name the built stylesheet and scripts.
execFileSync(process.execPath, ['platform/boot/build-reader.mjs'], { stdio: 'ignore' })

const ask = (path: string) => new Request(`http://localhost:3000${path}`)
const at = (slug: string) => ({ params: Promise.resolve({ slug }) })
const claimAt = (slug: string, number: number) => ({
  params: Promise.resolve({ slug, number: String(number) }),
})
const read = {
  page: (slug: string) => interviewPage(ask(`/interviews/${slug}`), at(slug)),
  history: (slug: string) => historyPage(ask(`/interviews/${slug}/history`), at(slug)),
  claim: (slug: string, number: number) =>
    claimPage(ask(`/interviews/${slug}/claims/${number}`), claimAt(slug, number)),
  corrections: () => corrections(ask('/corrections')),
}
/** What a reader sees: the text between tags. */
const visible = async (answer: Response) =>
  (await answer.text())
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', '’')
    .replace(/\s+/g, ' ')

/** A page whose first claim was judged otherwise since, and corrected. */
async function buildCorrected(title: string) {
  const built = await buildPublished({
    interview: { title },
    claims: [{ explanation: 'The register says eleven.' }, { words: { turn: 1, from: 2, to: 6 } }],
  })
  const [claim] = built.claims
  if (!claim) throw new Error('no claim')
  const { explanation, verdictKey } = await db().claim.findUniqueOrThrow({ where: { id: claim.id } })
  await reviseClaim(built.editor, {
    claimId: claim.id,
    changes: {
      explanation: { from: explanation, to: 'The register says twelve.' },
      verdictKey: { from: verdictKey, to: 'correct' },
    },
  })
  await approveBuilt(await buildMember(db(), { role: 'editor' }), claim.id)
  await publishBuilt(built.editor, built.interview.id, [
    { kind: 'correction', wrong: 'We had counted eleven.', note: 'There are twelve.', claimNumber: 1 },
    { kind: 'update', note: 'More of the register was read.', claimNumber: null },
  ])
  return built
}

describe('a correction', () => {
  test('names what was wrong and what is right on the page, the claim, the history and the list of all', async () => {
    const { slug } = (await buildCorrected('Told everywhere')).interview
    for (const answer of [read.page(slug), read.claim(slug, 1), read.history(slug), read.corrections()]) {
      const text = await visible(await answer)
      expect(text).toContain('What we had wrong: We had counted eleven. What is right: There are twelve.')
    }
    expect(await visible(await read.claim(slug, 2))).not.toContain('We had counted eleven.')
  })

  test('shows no word of the text before it but those that it names', async () => {
    const { slug } = (await buildCorrected('Nothing of before')).interview
    for (const answer of [read.page(slug), read.claim(slug, 1), read.history(slug), read.corrections()])
      expect(await (await answer).text()).not.toContain('The register says eleven.')
  })
})

describe('the history of a page', () => {
  test('tells corrections from updates, says when each was made, and leads to the claim', async () => {
    const { slug } = (await buildCorrected('Told apart')).interview
    const answer = await read.history(slug)
    expect(answer.status).toBe(200)
    const html = await answer.text()
    const [before, correction = '', update = ''] = html.split(/<section id="(?:corrections|updates)"/)
    expect(before).toContain('This is version 2')
    expect(correction).toContain('There are twelve.')
    expect(correction).toContain(`href="/interviews/${slug}/claims/1"`)
    expect(update).toContain('More of the register was read.')
    expect(update).not.toContain('There are twelve.')
    expect(html.match(/<time dateTime="[^"]+Z">/gi)?.length).toBeGreaterThanOrEqual(4)
    expect(await (await read.page(slug)).text()).toContain(`href="/interviews/${slug}/history"`)
  })

  test('of a page that was never changed says so', async () => {
    const { interview } = await buildPublished()
    expect(await visible(await read.history(interview.slug))).toContain('Nothing has been changed since.')
  })

  test('goes with its page, and never was where no page was', async () => {
    const { interview, editor } = await buildCorrected('Canary of a history')
    await takeDown(editor, { interviewId: interview.id, notice: 'By order of the court.' })
    const gone = await read.history(interview.slug)
    expect(gone.status).toBe(410)
    expect(await visible(gone)).not.toMatch(/Canary|twelve/)
    expect((await read.history('never-was')).status).toBe(404)
  })
})

test('a claim that was taken off the page leaves its correction at its address, and nothing of what it said', async () => {
  const { interview, claims, editor } = await buildPublished({
    claims: [{}, { words: { turn: 1, from: 2, to: 6 }, claimReviewed: 'Canary sentence.' }],
  })
  const { slug } = interview
  await moveClaim(editor, { claimId: claims[1]?.id, from: 'approved', to: 'dropped' })
  await publishBuilt(editor, interview.id, [
    { kind: 'correction', wrong: 'We had checked a joke.', note: 'It was no claim.', claimNumber: 2 },
  ])
  const gone = await read.claim(slug, 2)
  expect(gone.status).toBe(410)
  const text = await visible(gone)
  expect(text).toContain('What we had wrong: We had checked a joke.')
  expect(text).not.toContain('Canary')
  expect((await read.claim(slug, 3)).status).toBe(404)
  // The page speaks of the claim, and does not lead to where it was.
  const page = await (await read.page(slug)).text()
  expect(page).toContain('We had checked a joke.')
  expect(page).not.toContain('href="#claim-2"')
})
