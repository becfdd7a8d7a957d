// Longer than most files: the promises of correcting, which share how a workspace is opened and read.

import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { correctTranscript } from '@/claims/correct-transcript'
import { axe } from '@/e2e/axe'
import { expect, test } from '@/e2e/sign-in'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'

const times = (from: number, count: number) => Array.from({ length: count }, (_, word) => from + word * 400)

const TURNS = [
  {
    speaker: 'Ada Quill',
    text: 'Good evening and welcome to the harbour. How many trees did you plant?',
    wordStarts: times(0, 13),
  },
  {
    speaker: 'Bo Marsh',
    text: 'We planted nine milion trees last year. Nobody ever planted more.',
    wordStarts: times(6000, 11),
  },
  { speaker: 'Ada Quill', text: 'The register lists forty thousand.', wordStarts: times(12_000, 5) },
  {
    speaker: 'Bo Marsh',
    text: 'The register is wrong about nearly everything.',
    wordStarts: times(15_000, 7),
  },
]

type Interview = Awaited<ReturnType<typeof buildInterview>>

async function open(page: Page, interview: Interview) {
  await page.goto(`/desk/interviews/${interview.id}`)
  await expect(page.getByTestId('workspace-ready')).toBeAttached()
}

async function openNew(page: Page) {
  const interview = await buildInterview(db(), { turns: TURNS })
  await open(page, interview)
  return interview
}

const paragraph = (page: Page, turn: number) => page.locator('#transcript p[data-turn]').nth(turn)
const editor = (page: Page) => page.locator('#transcript [role=textbox]')

/** Puts the caret on a word by the keyboard alone. */
async function caretOn(page: Page, turn: number, word = 0) {
  await page.getByRole('group', { name: 'Transcript' }).focus()
  await page.keyboard.press('Control+Home')
  for (let step = 0; step < turn; step += 1) await page.keyboard.press('Control+ArrowDown')
  for (let step = 0; step < word; step += 1) await page.keyboard.press('ArrowRight')
}

/** Selects some letters in the turn that is being typed into. */
async function selectIn(page: Page, words: string) {
  await editor(page).evaluate((one, sought) => {
    const node = one.firstChild
    const at = node?.nodeValue?.indexOf(sought) ?? -1
    if (!node || at < 0) throw new Error(`no ${sought} here`)
    document.getSelection()?.setBaseAndExtent(node, at, node, at + sought.length)
  }, words)
}

async function textsOf(interviewId: string) {
  const turns = await db().turn.findMany({
    where: { transcript: { interviewId } },
    orderBy: { position: 'asc' },
    select: { text: true },
  })
  return turns.map(({ text }) => text)
}

/** Replaces one word in a turn with the keyboard, and leaves the turn. */
async function correctWord(page: Page, turn: number, from: string, to: string) {
  await caretOn(page, turn)
  await page.keyboard.press('e')
  await expect(editor(page)).toBeFocused()
  await selectIn(page, from)
  await page.keyboard.type(to)
  await page.keyboard.press('Control+Enter')
  await expect(editor(page)).toHaveCount(0)
}

test('a word is corrected where it stands, the times of the others stay, and a claim elsewhere does not move', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  const interview = await buildInterview(db(), { turns: TURNS })
  const claim = await buildClaim(db(), interview, { words: { turn: 2, from: 0, to: 4 } })
  await open(page, interview)
  const place = await paragraph(page, 1).boundingBox()
  await caretOn(page, 1)
  await page.keyboard.press('e')
  await expect(editor(page)).toBeFocused()
  await expect(editor(page)).toHaveAccessibleName('Words of Bo Marsh, 0:06')
  expect(await paragraph(page, 1).boundingBox()).toEqual(place)
  expect(await faults(page)).toEqual([])
  await selectIn(page, 'milion')
  await page.keyboard.type('million')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('spoken')).toContainText('Changed')
  await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible()
  await expect(page.getByRole('group', { name: 'Transcript' })).toBeFocused()

  const turn = await db().turn.findUniqueOrThrow({ where: { id: interview.turns[1] ?? '' } })
  expect(turn.text).toBe('We planted nine million trees last year. Nobody ever planted more.')
  expect(turn.wordStarts).toEqual(times(6000, 11))
  const after = await db().claim.findUniqueOrThrow({ where: { id: claim.id } })
  expect(after).toMatchObject({ quote: claim.quote, needsAnchor: false, firstWord: 0, lastWord: 4 })

  // Taken back with one key, done again with another.
  await page.keyboard.press('Control+z')
  await expect(paragraph(page, 1)).toContainText('milion')
  await page.keyboard.press('Control+Shift+z')
  await expect(paragraph(page, 1)).toContainText('million')
})

test('a claim whose quote was touched waits for a person, who sees old and new and puts it back', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'editor')
  const interview = await buildInterview(db(), { turns: TURNS })
  const claim = await buildClaim(db(), interview, { words: { turn: 1, from: 0, to: 6 } })
  await open(page, interview)
  await correctWord(page, 1, 'milion', 'million')
  const panel = page.getByRole('complementary', { name: 'Claims and notes' })
  await expect(panel.getByText('1 claim waits for its words')).toBeVisible()
  expect((await db().claim.findUniqueOrThrow({ where: { id: claim.id } })).needsAnchor).toBe(true)
  await panel.getByRole('button', { name: 'Put it back' }).press('Enter')
  await expect(panel.getByRole('heading', { name: 'Claim 1 waits for its words, 1 of 1' })).toBeFocused()
  const proposal = panel.getByRole('article', { name: 'Proposal 1 of 1' })
  await expect(proposal.locator('del')).toHaveText(/milion/)
  await expect(proposal.locator('ins')).toHaveText(/million/)
  expect(await faults(page)).toEqual([])
  await proposal.getByRole('button', { name: 'Put it here' }).press('Enter')
  await expect(panel.getByRole('heading', { name: 'No claim waits for its words' })).toBeFocused()
  const after = await db().claim.findUniqueOrThrow({ where: { id: claim.id } })
  expect(after).toMatchObject({ needsAnchor: false, quote: 'We planted nine million trees last year.' })
})

test('what is typed survives a reload, and a server that is not there', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  const interview = await openNew(page)
  await page.route('**/*', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.fallback(),
  )
  await correctWord(page, 1, 'milion', 'million')
  await expect(page.getByRole('alert').filter({ hasText: 'Not saved.' })).toContainText(
    'kept in this browser',
  )
  await page.reload()
  await expect(page.getByTestId('workspace-ready')).toBeAttached()
  await expect(paragraph(page, 1)).toContainText('million')
  expect((await textsOf(interview.id))[1]).toContain('milion')
  await page.unroute('**/*')
  // It is sent by itself once the server is heard of again; nobody has to press anything.
  await expect.poll(async () => (await textsOf(interview.id))[1], { timeout: 40_000 }).toContain('million')
  await expect(page.getByRole('alert').filter({ hasText: 'Not saved.' })).toHaveCount(0)
})

test('words half typed when the page went away are back, and wait for their writer', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  const interview = await openNew(page)
  await caretOn(page, 2)
  await page.keyboard.press('e')
  await selectIn(page, 'forty')
  await page.keyboard.type('for')
  await page.reload()
  await expect(page.getByTestId('workspace-ready')).toBeAttached()
  await expect(paragraph(page, 2)).toHaveText('The register lists for thousand.')
  expect((await textsOf(interview.id))[2]).toBe('The register lists forty thousand.')
  await page.getByRole('button', { name: 'Let go of it' }).click()
  await expect(paragraph(page, 2)).toHaveText('The register lists forty thousand.')
})

test('Escape gives up what was typed and can be taken back', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  const interview = await openNew(page)
  await caretOn(page, 2)
  await page.keyboard.press('e')
  await selectIn(page, 'forty')
  await page.keyboard.type('fifty')
  await page.keyboard.press('Escape')
  await expect(paragraph(page, 2)).toHaveText('The register lists forty thousand.')
  await expect(page.getByRole('group', { name: 'Transcript' })).toBeFocused()
  await page.keyboard.press('e')
  await page.getByRole('button', { name: 'Bring back what you gave up' }).click()
  await expect(editor(page)).toHaveText('The register lists fifty thousand.')
  await page.keyboard.press('Control+Enter')
  await expect.poll(async () => (await textsOf(interview.id))[2]).toBe('The register lists fifty thousand.')
})

test('Enter cuts a turn at the caret and Backspace joins it again, and typing goes on in between', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  const interview = await openNew(page)
  await caretOn(page, 1, 7)
  await page.keyboard.press('e')
  await page.keyboard.press('Enter')
  await page.keyboard.type('And ')
  await expect(editor(page)).toHaveText('And Nobody ever planted more.')
  await page.keyboard.press('Control+s')
  await expect
    .poll(() => textsOf(interview.id))
    .toEqual([
      TURNS[0]?.text,
      'We planted nine milion trees last year.',
      'And Nobody ever planted more.',
      TURNS[2]?.text,
      TURNS[3]?.text,
    ])
  await page.keyboard.press('Home')
  await page.keyboard.press('Backspace')
  await expect(editor(page)).toHaveText(
    'We planted nine milion trees last year. And Nobody ever planted more.',
  )
  await page.keyboard.type('x')
  await expect(editor(page)).toContainText('year. xAnd')
  await page.keyboard.press('Escape')
  await expect(page.locator('#transcript p[data-turn]')).toHaveCount(4)
})

test('one key cuts before the word of the caret, another joins, and the caret stays on its word', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  await openNew(page)
  const turns = page.locator('#transcript p[data-turn]')
  await caretOn(page, 1, 7)
  await page.keyboard.press('d')
  await expect(turns).toHaveCount(5)
  await expect(paragraph(page, 2)).toHaveText('Nobody ever planted more.')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByTestId('spoken')).toHaveText('ever')
  await page.keyboard.press('m')
  await expect(turns).toHaveCount(4)
  await page.keyboard.press('ArrowRight')
  await expect(page.getByTestId('spoken')).toHaveText('planted')
  await page.keyboard.press('Control+z')
  await expect(turns).toHaveCount(5)
})

test('words typed into a turn that a colleague took away stay in sight', async ({ page, signInAs }) => {
  const colleague = await buildMember(db(), { role: 'editor' })
  await signInAs(page, 'reporter')
  const interview = await openNew(page)
  await caretOn(page, 2)
  await page.keyboard.press('e')
  await selectIn(page, 'forty')
  await page.keyboard.type('fifty')
  const step = { kind: 'merge', turnId: interview.turns[2], seen: TURNS[2]?.text }
  await correctTranscript(colleague, { interviewId: interview.id, stepId: randomUUID(), step })
  const kept = page.getByRole('alert').filter({ hasText: 'no longer there' })
  await expect(kept).toContainText('The register lists fifty thousand.', { timeout: 15_000 })
  await expect(page.locator('#transcript p[data-turn]')).toHaveCount(3)
  expect(await faults(page)).toEqual([])
  await kept.getByRole('button', { name: 'Let go of it' }).click()
  await expect(kept).toHaveCount(0)
})

test('two browsers see each other’s corrections without a reload, and two texts for one turn are both kept', async ({
  page,
  signInAs,
  browser,
}) => {
  await signInAs(page, 'editor', 'Ines First')
  const interview = await openNew(page)
  const other = await (await browser.newContext({ baseURL: new URL(page.url()).origin })).newPage()
  await signInAs(other, 'editor', 'Otto Second')
  await open(other, interview)

  await correctWord(page, 1, 'milion', 'million')
  await expect(paragraph(other, 1)).toContainText('million', { timeout: 15_000 })

  await caretOn(page, 2)
  await page.keyboard.press('e')
  await selectIn(page, 'forty')
  await page.keyboard.type('fifty')
  await correctWord(other, 2, 'thousand', 'hundred')
  const conflict = page.getByRole('alert').filter({ hasText: 'changed by a colleague' })
  await expect(conflict).toContainText('The register lists fifty thousand.', { timeout: 15_000 })
  await expect(conflict).toContainText('The register lists forty hundred.')
  expect(await faults(page)).toEqual([])
  await conflict.getByRole('button', { name: 'Keep mine' }).click()
  await expect.poll(async () => (await textsOf(interview.id))[2]).toBe('The register lists fifty thousand.')
  await expect(paragraph(other, 2)).toHaveText('The register lists fifty thousand.', { timeout: 15_000 })
  await other.context().close()
})

test('what is being read stays in its place while a colleague corrects turns above it', async ({
  page,
  signInAs,
}) => {
  const colleague = await buildMember(db(), { role: 'editor' })
  await signInAs(page, 'reporter')
  const turns = Array.from({ length: 60 }, (_, turn) => ({
    speaker: turn % 2 ? 'Bo Marsh' : 'Ada Quill',
    text: `Turn ${turn} says a little about the harbour, about its walls and about what it cost to build them.`,
  }))
  const interview = await buildInterview(db(), { turns })
  await open(page, interview)
  await caretOn(page, 50)
  const top = () => paragraph(page, 50).evaluate((one) => Math.round(one.getBoundingClientRect().top))
  const before = await top()
  const seen = turns[48]?.text ?? ''
  const step = {
    kind: 'words',
    turnId: interview.turns[48],
    seen,
    text: `${seen} ${'And more. '.repeat(60)}`,
  }
  await correctTranscript(colleague, { interviewId: interview.id, stepId: randomUUID(), step })
  await expect(paragraph(page, 48)).toContainText('And more.', { timeout: 15_000 })
  expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1)
  await expect(page.getByRole('group', { name: 'Transcript' })).toBeFocused()
  // The caret is where it was, too.
  await page.keyboard.press('ArrowRight')
  await expect(page.getByTestId('spoken')).toHaveText(/^50/)
})

test('a word is replaced everywhere but where it was taken out, as one step', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  const interview = await buildInterview(db(), { turns: TURNS })
  await buildClaim(db(), interview, { words: { turn: 2, from: 0, to: 4 } })
  await open(page, interview)
  await caretOn(page, 0)
  await page.keyboard.press('h')
  const dialog = page.getByRole('dialog', { name: 'Find and replace' })
  await dialog.getByLabel('Find', { exact: true }).fill('register')
  await dialog.getByLabel('Replace with').fill('ledger')
  await expect(dialog.getByText('2 places found.')).toBeVisible()
  await expect(dialog.getByText('One claim quotes these words')).toBeVisible()
  expect(await faults(page)).toEqual([])
  await dialog.getByRole('checkbox', { name: /register is wrong|ledger is wrong|wrong about/ }).uncheck()
  await dialog.getByRole('button', { name: 'Replace 1 place' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(paragraph(page, 2)).toHaveText('The ledger lists forty thousand.')
  expect((await textsOf(interview.id))[3]).toBe('The register is wrong about nearly everything.')

  // The history lists it and takes it back.
  await page.getByRole('button', { name: 'Corrections', exact: true }).click()
  const panel = page.getByRole('complementary', { name: 'Claims and notes' })
  await panel.getByRole('button', { name: /^Take back: / }).click()
  await expect(paragraph(page, 2)).toHaveText('The register lists forty thousand.')
  await expect(panel.getByText('Taken back', { exact: true })).toBeVisible()
  expect(await faults(page)).toEqual([])
})

test('all times are shifted with a preview, and one turn’s time is typed', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  const interview = await openNew(page)
  await page.getByRole('button', { name: 'Corrections', exact: true }).click()
  await page.getByRole('button', { name: 'Times…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Times of the whole transcript' })
  await dialog.getByLabel('The transcript says').fill('0:06')
  await dialog.getByLabel('In the recording it is at').fill('1:75')
  await expect(dialog.getByText('Seconds after a colon go from 00 to 59.')).toBeVisible()
  await dialog.getByLabel('In the recording it is at').fill('1:02:03')
  await expect(dialog.getByRole('row', { name: /Last turn/ })).toContainText('1:02:12')
  expect(await faults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Shift all times' }).click()
  await expect(dialog).toHaveCount(0)
  const starts = async () =>
    (
      await db().turn.findMany({
        where: { transcript: { interviewId: interview.id } },
        orderBy: { position: 'asc' },
        select: { startMs: true },
      })
    ).map(({ startMs }) => startMs)
  expect(await starts()).toEqual([3_717_000, 3_723_000, 3_729_000, 3_732_000])

  await caretOn(page, 3)
  await page.keyboard.press('t')
  const one = page.getByRole('dialog', { name: 'When this turn begins' })
  await expect(one.getByLabel('It begins at')).toHaveValue('1:02:12')
  await one.getByLabel('It begins at').fill('3740')
  await one.getByRole('button', { name: 'Set the time' }).click()
  await expect(one).toHaveCount(0)
  expect((await starts())[3]).toBe(3_740_000)
})

test('a speaker is set for a turn and renamed everywhere, and both can be taken back', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  await openNew(page)
  await caretOn(page, 2)
  await page.keyboard.press('w')
  const dialog = page.getByRole('dialog', { name: 'Who speaks in this turn?' })
  await dialog.getByLabel('Speaker').selectOption({ label: 'Bo Marsh' })
  await dialog.getByRole('button', { name: 'Set the speaker' }).click()
  await expect(page.locator('.turn-head').nth(2)).toContainText('Bo Marsh')
  await page.keyboard.press('w')
  await dialog.getByRole('button', { name: 'Rename Bo Marsh in the whole interview' }).click()
  await dialog.getByLabel('Name in the whole interview').fill('Beau Marsh')
  await dialog.getByRole('button', { name: 'Rename everywhere' }).click()
  await expect(page.locator('.turn-head').nth(1)).toContainText('Beau Marsh')
  await expect(page.locator('.turn-head').nth(3)).toContainText('Beau Marsh')
  await page.keyboard.press('Control+z')
  await expect(page.locator('.turn-head').nth(3)).toContainText('Bo Marsh')
  await page.keyboard.press('Control+z')
  await expect(page.locator('.turn-head').nth(2)).toContainText('Ada Quill')
})

async function faults(page: Page) {
  const { violations } = await axe(page).analyze()
  return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)
}
