import type { Page } from '@playwright/test'
import { linkRepeat } from '@/claims/repeat/link-repeat'
import { reviseClaim } from '@/claims/revise-claim'
import { axe } from '@/e2e/axe'
import { expect, test } from '@/e2e/sign-in'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'
import { approveBuilt, buildPublished, publishBuilt } from '@/prisma/factories/publication'

/** What is said twice, in words that no other test's claims are of. */
type Said = { first: string; sentence: string; again: string }

const TREES: Said = {
  first: 'We planted nine million walnut trees last year.',
  sentence: 'Nine million walnut trees were planted in a year.',
  again: 'Again, nine million walnut trees were planted by us.',
}
const FEES: Said = {
  first: 'Harbour fees tripled under the previous council.',
  sentence: 'Harbour fees tripled between two elections.',
  again: 'As everybody knows, harbour fees tripled under that council.',
}
const WORK: Said = {
  first: 'Unemployment fell throughout the northern counties.',
  sentence: 'Unemployment fell in all northern counties.',
  again: 'See how unemployment fell throughout northern counties.',
}

const turns = (said: string) => [
  { speaker: 'Ada Quill', text: 'Good evening to you.', wordStarts: [0, 400, 700, 900] },
  { speaker: 'Bo Marsh', text: said, wordStarts: said.split(' ').map((_, at) => 2000 + at * 400) },
]
const whole = (said: string) => ({ turn: 1, from: 0, to: said.split(' ').length - 1 })

/** A published check of Bo Marsh's, and a later interview of the same person. */
async function saidTwice({ first: said, sentence, again }: Said) {
  const first = await buildPublished({
    interview: { title: 'The first evening', turns: turns(said) },
    claims: [{ words: whole(said), claimReviewed: sentence }],
  })
  const later = await buildInterview(db(), { title: 'The second evening', turns: turns(again) })
  await db().participant.updateMany({
    where: { interviewId: later.id, name: 'Bo Marsh' },
    data: { personId: first.interview.persons['Bo Marsh'] ?? null },
  })
  const [root] = first.claims
  if (!root) throw new Error('There is no claim.')
  return { first, later, root }
}

async function openDesk(page: Page, id: string, hash = '') {
  await page.goto(`/desk/interviews/${id}${hash}`)
  await expect(page.getByTestId('workspace-ready')).toBeAttached()
}

async function expectAccessible(page: Page) {
  expect((await axe(page).analyze()).violations).toEqual([])
}

test('selected words show what was said before, and flagged they share its check by one key', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  const { later, root } = await saidTwice(TREES)
  await openDesk(page, later.id)
  await page.getByRole('group', { name: 'Transcript' }).focus()
  await page.keyboard.press('Control+ArrowDown')
  await page.keyboard.press('Control+Shift+ArrowRight')
  const bar = page.getByRole('group', { name: 'Selected words' })
  const asked = bar.getByRole('button', { name: /^Said before\? \d+ earlier claims? reads? like this/ })
  await asked.click()
  await expect(bar.getByText(TREES.sentence)).toBeVisible()
  await expect(bar).toContainText('Bo Marsh · The first evening · published')
  await expectAccessible(page)
  await page.getByRole('group', { name: 'Transcript' }).focus()
  await page.keyboard.press('f')
  await expect(page.getByTestId('spoken')).toContainText('Flagged as claim 1')

  const section = page.getByRole('region', { name: 'Said before' })
  await section.getByRole('button', { name: /^Show (it|them)$/ }).click()
  await expect(section.getByRole('heading', { name: 'By the same person' })).toBeVisible()
  await page.keyboard.press('Alt+z')
  await expect(page.getByTestId('spoken')).toContainText('Claim 1 shares the earlier check.')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByLabel('The claim as one sentence')).toBeVisible()
  await section.getByRole('button', { name: /^Show (it|them)$/ }).click()
  await section.getByRole('button', { name: 'Same claim: share its check' }).first().click()
  await expect(section).toContainText('Checked once, in The first evening, claim 1')
  await expect(section.getByText(TREES.sentence)).toBeVisible()
  await expect(page.getByLabel('The claim as one sentence')).toHaveCount(0)
  const linked = await db().claim.findFirstOrThrow({ where: { interviewId: later.id } })
  expect(linked.repeatOfId).toBe(root.id)
  await section.getByRole('button', { name: 'Said 2 times' }).click()
  await expect(section.getByRole('link', { name: 'The first evening, claim 1' })).toHaveCount(2)
  await expectAccessible(page)
})

test('an earlier check is taken as a start, beside what is written already, and nothing of it is shared', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  const { later, root } = await saidTwice(FEES)
  const claim = await buildClaim(db(), later, {
    words: whole(FEES.again),
    status: 'researching',
    claimReviewed: 'My own sentence on harbour fees.',
    explanation: '',
    verdictKey: null,
    evidence: [],
  })
  await page.setViewportSize({ width: 360, height: 800 })
  await openDesk(page, later.id, `#claim-${claim.number}`)
  const section = page.getByRole('region', { name: 'Said before' })
  await section.getByRole('button', { name: /^Show (it|them)$/ }).click()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await expectAccessible(page)
  await section.getByRole('button', { name: 'Use as a start' }).click()
  await expect(page.getByLabel('What we found')).toHaveValue(`What was found about claim ${root.number}.`)
  await expect(page.getByLabel('The claim as one sentence')).toHaveValue('My own sentence on harbour fees.')
  await expect(page.getByText('Register of planted trees').first()).toBeVisible()
})

test('a check that changed asks for its repeats once, and readers are told each time that it was said', async ({
  page,
  signInAs,
}) => {
  const editor = await signInAs(page, 'editor')
  const { first, later, root } = await saidTwice(WORK)
  const repeat = await buildClaim(db(), later, {
    words: whole(WORK.again),
    writers: [first.writer.id],
  })
  await linkRepeat(first.writer, { claimId: repeat.id, toClaimId: root.id })
  await approveBuilt(editor, repeat.id)
  await publishBuilt(editor, later.id)
  const second = await buildMember(db(), { role: 'editor' })
  const to = 'Unemployment fell in all northern counties but one.'
  await reviseClaim(second, {
    claimId: root.id,
    changes: { claimReviewed: { from: WORK.sentence, to } },
  })
  await approveBuilt(editor, root.id)

  await openDesk(page, first.interview.id, '#claim-1')
  await page.getByRole('button', { name: 'Approve it again' }).click()
  await expect(page.getByTestId('spoken')).toContainText('1 of 1 repeats approved again.')
  await expect(page.getByRole('button', { name: 'Approve it again' })).toHaveCount(0)
  await openDesk(page, later.id, '#claim-1')
  await expect(page.getByRole('region', { name: 'Said before' })).toContainText('counties but one')

  const reader = await page.context().browser()?.newContext({ javaScriptEnabled: false, colorScheme: 'dark' })
  if (!reader) throw new Error('There is no browser.')
  const read = await reader.newPage()
  await read.goto(new URL(`/interviews/${later.slug}/claims/1`, page.url()).href)
  await read.getByText('Said 2 times').click()
  await expect(read.getByRole('link', { name: 'The first evening' })).toBeVisible()
  await expect(read.getByRole('article')).toContainText('See how unemployment fell')
  await reader.close()
})
