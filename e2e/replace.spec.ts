import { randomUUID } from 'node:crypto'
import { axe } from '@/e2e/axe'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { CLEAN, chooseClean, roughInterview } from './replace-sample'
import { expect, test } from './sign-in'

const speakersOf = async (interviewId: string) => {
  const turns = await db().turn.findMany({
    where: { transcript: { interviewId } },
    orderBy: { position: 'asc' },
    include: { participant: true },
  })
  return turns.map((turn) => turn.participant?.name)
}

test('an editor sees what a clean transcript changes before it does, and takes it back afterwards', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'editor')
  const interview = await roughInterview()
  await page.goto(`/desk/interviews/${interview.id}/details`)
  await page.getByRole('link', { name: 'Replace the transcript' }).click()
  await chooseClean(page, interview.id)
  await expect(page.getByRole('heading', { name: 'clean.txt' })).toBeFocused()

  const waiting = page.getByRole('list', { name: 'Claims that wait' }).getByRole('listitem')
  await expect(waiting).toHaveCount(1)
  await expect(waiting).toContainText(`Claim ${interview.waits.number}`)
  await expect(waiting.getByRole('insertion').filter({ hasText: 'almost' })).toBeVisible()
  await page.getByText('The claim that lands').click()
  const landing = page.getByRole('list', { name: 'Claims that land' }).getByRole('listitem')
  await expect(landing).toContainText('We planted nine million trees last year,')
  await expect(landing).toContainText('Goes back to review')
  await expect(
    page.getByRole('region', { name: 'What reads differently' }).getByRole('listitem'),
  ).toHaveCount(1)
  expect(await speakersOf(interview.id)).toEqual(['The evening', 'The evening', 'The evening'])

  await page.getByRole('button', { name: 'Replace the transcript' }).click()
  await page.waitForURL(`**/desk/interviews/${interview.id}`)
  await expect(page.getByText('The transcript was replaced; one claim waits for its words.')).toBeVisible()
  expect(await speakersOf(interview.id)).toEqual(['Ada Quill', 'Bo Marsh', 'Ada Quill', 'Bo Marsh'])
  const claims = await db().claim.findMany({
    where: { interviewId: interview.id },
    orderBy: { number: 'asc' },
  })
  expect(claims.map(({ needsAnchor, status, startMs }) => ({ needsAnchor, status, startMs }))).toEqual([
    { needsAnchor: false, status: 'inReview', startMs: 22_500 },
    { needsAnchor: true, status: 'inReview', startMs: 27_000 },
  ])

  // The history lists it and takes it back.
  await page.getByRole('button', { name: 'Corrections', exact: true }).click()
  await page.getByRole('button', { name: 'Take back: Replaced the transcript by clean.txt' }).click()
  await expect.poll(() => speakersOf(interview.id)).toEqual(['The evening', 'The evening', 'The evening'])
  await expect(page.getByText('good evening and welcome to the harbour hour tonight')).toBeVisible()
})

test('a colleague at the same transcript sees the new one without loading the page again', async ({
  page,
  signInAs,
  browser,
}) => {
  await signInAs(page, 'reporter')
  const interview = await roughInterview()
  const context = await browser.newContext()
  const other = await context.newPage()
  await signInAs(other, 'reporter')
  await other.goto(`/desk/interviews/${interview.id}`)
  await expect(other.getByText('good evening and welcome to the harbour hour tonight')).toBeVisible()
  await chooseClean(page, interview.id)
  await page.getByRole('button', { name: 'Replace the transcript' }).click()
  await page.waitForURL(`**/desk/interviews/${interview.id}`)
  await expect(other.getByText('We count them every single spring!')).toBeVisible({ timeout: 30_000 })
  await expect(other.getByText('good evening and welcome to the harbour hour tonight')).toBeHidden()
  await context.close()
})

test('the page works by keyboard alone and has no faults of accessibility', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  const interview = await roughInterview()
  await chooseClean(page, interview.id)
  await expect(page.getByRole('heading', { name: 'clean.txt' })).toBeFocused()
  expect((await axe(page).analyze()).violations).toEqual([])
  // On from the heading: everything that can be done is reached by Tab, the button that does it last.
  const reached: string[] = []
  for (let step = 0; step < 40 && reached.at(-1) !== 'Replace the transcript'; step++) {
    await page.keyboard.press('Tab')
    reached.push(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ''))
  }
  expect(reached).toContain('Take another file instead')
  expect(reached.at(-1)).toBe('Replace the transcript')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/desk/interviews/${interview.id}`)
  expect(await speakersOf(interview.id)).toHaveLength(4)
})

test('what a colleague flags meanwhile is shown before anything is replaced', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  const interview = await roughInterview()
  await chooseClean(page, interview.id)
  await expect(page.getByText('One claim waits until')).toBeVisible()
  await buildClaim(db(), interview, { words: { turn: 2, from: 6, to: 14 } })
  await page.getByRole('button', { name: 'Replace the transcript' }).click()
  await expect(page.getByText('changed since you looked')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Claims that wait' }).getByRole('listitem')).toHaveCount(2)
  expect(await speakersOf(interview.id)).toHaveLength(3)
  await page.getByRole('button', { name: 'Replace the transcript' }).click()
  await page.waitForURL(`**/desk/interviews/${interview.id}`)
  expect(await speakersOf(interview.id)).toHaveLength(4)
})

test('a speaker of the file can be somebody of the interview, and what lands is worked out again', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  const interview = await roughInterview()
  await chooseClean(page, interview.id)
  await page.getByLabel('Ada Quill is').selectOption({ label: 'The evening' })
  // The voice that said everything is one of two people now: Bo Marsh’s words are no longer theirs.
  await expect(page.getByText('2 claims wait until')).toBeVisible()
  await page.getByLabel('Bo Marsh is').selectOption({ label: 'The evening' })
  await expect(page.getByText('One claim waits until')).toBeVisible()
})

test('a file that is no transcript says why and changes nothing', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  const interview = await roughInterview()
  await chooseClean(page, interview.id, '   ')
  await expect(page.getByRole('list', { name: 'Problems in the file' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Replace the transcript' })).toBeHidden()
})

test('the routes refuse whoever is not signed in, other sites and other interviews', async ({
  page,
  signInAs,
  request,
}) => {
  const interview = await roughInterview()
  const file = { name: 'clean.txt', mimeType: 'text/plain', buffer: Buffer.from(CLEAN) }
  const decisions = JSON.stringify({ stepId: randomUUID(), outcome: 'x', speakers: [] })
  for (const path of ['replace', 'replace/preview']) {
    const address = `/api/interviews/${interview.id}/${path}`
    const multipart = { decisions, file }
    expect((await request.post(address, { multipart })).status()).toBe(403)
    const origin = new URL(process.env.NEXTAUTH_URL ?? '').origin
    expect((await request.post(address, { multipart, headers: { origin } })).status()).toBe(401)
  }
  await signInAs(page, 'reporter')
  const origin = new URL(process.env.NEXTAUTH_URL ?? '').origin
  const nowhere = `/api/interviews/${randomUUID()}/replace/preview`
  expect((await page.request.post(nowhere, { multipart: { file }, headers: { origin } })).status()).toBe(404)
  expect(await speakersOf(interview.id)).toHaveLength(3)
})
