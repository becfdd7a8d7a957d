// Longer than most files: the promises of one page, which share how it is opened and read.

import type { Page } from '@playwright/test'
import { axe } from '@/e2e/axe'
import { expect, test } from '@/e2e/sign-in'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { loadSampleFiles } from '@/prisma/sample/sample'

const TURNS = [
  { speaker: 'Ada Quill', text: 'Good evening and welcome to the harbour. How many trees did you plant?' },
  {
    speaker: 'Bo Marsh',
    text: 'We planted nine million trees last year. Nobody in the north has ever planted more. The port paid for none of it.',
  },
  { speaker: 'Ada Quill', text: 'The register lists forty thousand.' },
  { speaker: 'Bo Marsh', text: 'The register is wrong about nearly everything.' },
]

async function openWorkspace(page: Page) {
  const interview = await buildInterview(db(), { turns: TURNS })
  await page.goto(`/desk/interviews/${interview.id}`)
  await ready(page)
  return interview
}

/** The island has taken hold of the transcript once the keyboard puts a caret into it. */
async function ready(page: Page) {
  await expect(page.getByTestId('workspace-ready')).toBeAttached()
}

async function claimsOf(interviewId: string) {
  return db().claim.findMany({ where: { interviewId }, orderBy: { number: 'asc' } })
}

/** Where a word stands in the window. */
async function boxOf(page: Page, turn: number, word: string) {
  const box = await page.evaluate(
    ([index, sought]) => {
      const text = document.querySelectorAll('#transcript p[data-turn]')[Number(index)]?.firstChild
      const start = text?.nodeValue?.indexOf(String(sought)) ?? -1
      if (!text || start < 0) return null
      const range = document.createRange()
      range.setStart(text, start)
      range.setEnd(text, start + String(sought).length)
      const { left, right, top, bottom } = range.getBoundingClientRect()
      return { left, right, middle: (top + bottom) / 2 }
    },
    [turn, word],
  )
  if (!box) throw new Error(`no word ${word} in turn ${turn}`)
  return box
}

test('a claim is flagged with the keyboard alone, and each step is said aloud', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  const interview = await openWorkspace(page)
  const spoken = page.getByTestId('spoken')
  const transcript = page.getByRole('group', { name: 'Transcript' })
  // Tab reaches the transcript; nothing here uses the mouse.
  for (
    let step = 0;
    step < 40 && !(await transcript.evaluate((one) => one === document.activeElement));
    step += 1
  )
    await page.keyboard.press('Tab')
  await expect(transcript).toBeFocused()
  await page.keyboard.press('Control+ArrowDown')
  await expect(spoken).toContainText('We planted nine million')
  await page.keyboard.press('ArrowRight')
  await expect(spoken).toContainText('planted')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('f')
  await expect(spoken).toContainText('Select words first')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await expect(spoken).toContainText('7 words selected, to year.')
  await page.keyboard.press('f')
  await expect(spoken).toContainText('Flagged as claim 1')
  await expect(transcript).toBeFocused()
  const [claim] = await claimsOf(interview.id)
  expect(claim?.quote).toBe('We planted nine million trees last year.')
  // On to the claim itself, and back.
  await page.keyboard.press('o')
  await expect(page.getByRole('heading', { name: 'Claim 1' })).toBeFocused()
})

test('words are marked with the mouse across turns, and an overlap lets both claims be opened', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  const interview = await openWorkspace(page)
  const from = await boxOf(page, 1, 'port')
  const to = await boxOf(page, 2, 'lists')
  await page.mouse.move(from.left + 4, from.middle)
  await page.mouse.down()
  await page.mouse.move(to.left + 12, to.middle, { steps: 6 })
  await page.mouse.up()
  await page.getByRole('button', { name: 'Flag 9 words' }).click()
  await expect(page.getByRole('heading', { name: 'Claim 1' })).toBeVisible()

  const again = await boxOf(page, 2, 'register')
  const end = await boxOf(page, 2, 'thousand')
  await page.mouse.move(again.left + 3, again.middle)
  await page.mouse.down()
  await page.mouse.move(end.right - 3, end.middle, { steps: 6 })
  await page.mouse.up()
  await page.getByRole('button', { name: 'Flag 4 words' }).click()
  await expect(page.getByRole('heading', { name: 'Claim 2' })).toBeVisible()

  const claims = await claimsOf(interview.id)
  expect(claims.map((claim) => claim.quote)).toEqual([
    'port paid for none of it.\nThe register lists',
    'register lists forty thousand.',
  ])

  const shared = await boxOf(page, 2, 'lists')
  await page.mouse.click(shared.left + 10, shared.middle)
  const chooser = page.getByRole('dialog', { name: 'Several claims share these words' })
  await chooser.getByRole('button', { name: /port paid for none/ }).click()
  await expect(page.getByRole('heading', { name: 'Claim 1' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('group', { name: 'Transcript' })).toBeFocused()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('group', { name: 'Transcript' })).toBeFocused()
})

test('two editors on one field see both texts and lose neither', async ({ page, signInAs, browser }) => {
  await signInAs(page, 'editor', 'Ines First')
  const interview = await openWorkspace(page)
  await flagFirstSentence(page)
  const field = page.getByLabel('What we found')

  const other = await (await browser.newContext({ baseURL: new URL(page.url()).origin })).newPage()
  await signInAs(other, 'editor', 'Otto Second')
  await other.goto(`${new URL(page.url()).pathname}#claim-1`)
  await ready(other)

  await page.getByLabel('What we found').fill('The register has forty thousand.')
  await other.getByLabel('What we found').fill('The count was nine million seedlings.')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await other.keyboard.press('Control+s')

  const alert = other.getByRole('alert').filter({ hasText: 'changed by a colleague' })
  await expect(alert).toContainText('The register has forty thousand.')
  await expect(alert).toContainText('The count was nine million seedlings.')
  await alert.getByRole('button', { name: 'Combine' }).click()
  await alert.getByRole('button', { name: 'Save the combined text' }).click()
  await expect(other.getByText('Saved', { exact: true })).toBeVisible()

  const [claim] = await claimsOf(interview.id)
  expect(claim?.explanation).toContain('The register has forty thousand.')
  expect(claim?.explanation).toContain('The count was nine million seedlings.')
  // The first editor gets it without asking.
  await expect(field).toHaveValue(/nine million seedlings/)
  await other.context().close()
})

test('what was typed survives a reload with the server gone, and is sent afterwards', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  const interview = await openWorkspace(page)
  await flagFirstSentence(page)
  // Only what writes is cut off: the page itself must come back from somewhere.
  await page.route('**/*', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.fallback(),
  )
  await page.getByLabel('What we found').fill('Typed while the server was down.')
  await expect(page.getByText('Offline, 1 change waiting').first()).toBeVisible()
  await page.reload()
  await ready(page)
  await expect(page.getByLabel('What we found')).toHaveValue('Typed while the server was down.')
  await expect(page.getByText('Offline, 1 change waiting').first()).toBeVisible()
  expect((await claimsOf(interview.id))[0]?.explanation).toBe('')

  await page.unroute('**/*')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  expect((await claimsOf(interview.id))[0]?.explanation).toBe('Typed while the server was down.')
})

test('a flag that did not reach the server is there with its words, can be written on, and is flagged once', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  const interview = await openWorkspace(page)
  await page.route('**/*', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.fallback(),
  )
  await selectFirstSentence(page)
  await page.keyboard.press('f')
  await expect(page.getByRole('heading', { name: 'New claim' })).toBeVisible()
  await page.getByLabel('The claim as one sentence').fill('Nine million trees were planted.')
  await expect(page.getByText('Offline, 2 changes waiting').first()).toBeVisible()
  await page.reload()
  await ready(page)
  await page.getByRole('button', { name: /We planted nine million trees/ }).click()
  await expect(page.getByLabel('The claim as one sentence')).toHaveValue('Nine million trees were planted.')
  expect(await claimsOf(interview.id)).toEqual([])

  // It is sent by itself once the server answers; nobody has to press anything.
  await page.unroute('**/*')
  await expect(page.getByRole('heading', { name: 'Claim 1' })).toBeVisible({ timeout: 40_000 })
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  expect(await claimsOf(interview.id)).toMatchObject([{ claimReviewed: 'Nine million trees were planted.' }])
})

test('a dropped claim comes back with one press, to where it stood', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  const interview = await openWorkspace(page)
  await flagFirstSentence(page)
  await page.getByRole('button', { name: 'Start research' }).click()
  await expect(page.getByText('Researching', { exact: true }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Drop', exact: true }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Researching', { exact: true }).first()).toBeVisible()
  expect((await claimsOf(interview.id))[0]?.status).toBe('researching')
  await page.getByRole('button', { name: 'Drop', exact: true }).click()
  await page.getByRole('button', { name: 'Restore' }).click()
  await expect(page.getByText('Researching', { exact: true }).first()).toBeVisible()
})

test('a claim is worked out with sources, two experts who disagree, a reply and a verdict, and a second person approves it', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  const interview = await openWorkspace(page)
  await flagFirstSentence(page)
  await page.getByLabel('The claim as one sentence').fill('The port planted nine million trees in 2024.')
  await page.getByRole('radio', { name: /^Disputed/ }).check()
  await page.getByLabel('What we found').fill('The *register* says otherwise.')
  for (const [name, stance] of [
    ['Ola Reyn', 'supports'],
    ['Ivo Tal', 'disputes'],
  ] as const) {
    await page.getByRole('button', { name: 'Add a source' }).click()
    const form = page.getByRole('form', { name: 'New source' })
    await form.getByLabel('Kind').selectOption('expert')
    await form.getByLabel('Stance').selectOption(stance)
    await form.getByLabel('Expert’s name').fill(name)
    await form.getByLabel('Title', { exact: true }).fill(`A talk with ${name}`)
    await form.getByRole('button', { name: 'Save the source' }).click()
    await expect(page.getByText(`A talk with ${name}`)).toBeVisible()
  }
  await expect(page.getByRole('heading', { name: 'Experts disagree' })).toBeVisible()
  await page.getByRole('button', { name: 'Ask somebody' }).click()
  const reply = page.getByRole('form', { name: 'New right of reply' })
  await reply.getByLabel('Who was asked').fill('The port authority')
  await reply.getByLabel('Outcome').selectOption('declined')
  await reply.getByRole('button', { name: 'Save the reply' }).click()
  await page.getByRole('radio', { name: 'Challenged on air' }).check()
  await page.getByRole('button', { name: 'Choose the turn' }).click()
  const answer = await boxOf(page, 2, 'forty')
  await page.mouse.click(answer.left + 5, answer.middle)
  await expect(page.getByText('The register lists forty thousand.').last()).toBeVisible()
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByRole('region', { name: 'Preview of the explanation' }).locator('em')).toHaveText(
    'register',
  )
  await page.getByRole('button', { name: 'Send to review' }).click()
  await expect(page.getByText('A reporter cannot approve.', { exact: false })).toBeVisible()

  await signInAs(page, 'editor')
  await page.reload()
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(page.getByText('Approved', { exact: true }).first()).toBeVisible()
  const [claim] = await claimsOf(interview.id)
  expect(claim?.status).toBe('approved')
  expect(claim?.challengeTurnId).toBe(interview.turns[2])
})

test('a claim moves to other words, a note stands beside a turn, and a claim made elsewhere has no words', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'editor')
  const interview = await openWorkspace(page)
  await flagFirstSentence(page)

  await page.getByRole('button', { name: 'Move to other words' }).click()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('s')
  await page.getByRole('button', { name: 'Move claim 1 here' }).click()
  await expect(page.getByText('“Nobody in the north has ever planted more.”')).toBeVisible()

  await page.getByRole('button', { name: 'Show in the transcript' }).click()
  await page.keyboard.press('n')
  await expect(page.getByLabel('Title')).toBeFocused()
  await page.getByLabel('Title').fill('The register')
  await page.getByLabel('Note', { exact: true }).fill('Kept by the forest office since 1990.')
  // Not saved, and the page gone: the note is open again.
  await page.reload()
  await ready(page)
  await page.getByRole('button', { name: /Background \(0\), one not saved/ }).click()
  await page.getByRole('button', { name: 'Save the note' }).click()
  await page.getByRole('button', { name: 'Approve' }).click()
  await expect(page.getByText('Approved', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('button', { name: 'Remove the note' }).click()
  await expect(page.getByText('No background note yet')).toBeVisible()

  await page.getByRole('button', { name: /^Claims \(1\)/ }).click()
  await page.getByRole('button', { name: 'Add a claim made elsewhere' }).click()
  await page.getByLabel('What was written or said').fill('It was a massive storm of requests.')
  await page.getByLabel('By whom').fill('Bo Marsh')
  await page.getByRole('button', { name: 'Add the claim' }).click()
  await expect(page.getByRole('heading', { name: 'Claim 2' })).toBeFocused()
  const claims = await claimsOf(interview.id)
  expect(claims.map((claim) => [claim.origin, claim.firstWord])).toEqual([
    ['interview', 7],
    ['elsewhere', null],
  ])
})

test('the word being said is marked while the recording plays', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  const recording = await db().recording.findFirstOrThrow({
    where: { interview: { slug: loadSampleFiles().interview.slug } },
  })
  await page.goto(`/desk/interviews/${recording.interviewId}`)
  await ready(page)
  await page.getByRole('button', { name: 'Play from 0:18' }).click()
  const spoken = () =>
    page.evaluate(() => [...(CSS.highlights.get('word-spoken') ?? [])].map(String).join(' '))
  await expect.poll(spoken).toMatch(/\w/)
  await page.getByRole('group', { name: 'Transcript' }).press('k')
  expect(await page.locator('audio').evaluate((one) => one instanceof HTMLAudioElement && one.paused)).toBe(
    true,
  )
})

test('turns of captions that name nobody get a speaker, by key and by button', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  const turns = TURNS.map(({ text }) => ({ speaker: null, text }))
  const interview = await buildInterview(db(), { turns })
  await page.goto(`/desk/interviews/${interview.id}`)
  await ready(page)
  await selectFirstSentence(page)
  await page.keyboard.press('Control+Shift+ArrowDown')
  await page.keyboard.press('Control+Shift+ArrowDown')
  await page.keyboard.press('w')
  const dialog = page.getByRole('dialog', { name: /Who speaks in these 2 turns/ })
  await dialog.getByLabel('Name').fill('Bo Marsh')
  await dialog.getByLabel('Part').selectOption('interviewee')
  await dialog.getByRole('button', { name: 'Set the speaker' }).click()
  await expect(page.getByTestId('spoken')).toContainText('2 turns are now Bo Marsh’s.')
  const transcript = page.getByRole('group', { name: 'Transcript' })
  await expect(transcript.getByText('Bo Marsh', { exact: true })).toHaveCount(2)
  await expect(transcript).toBeFocused()

  // The claim on these words says so, and the name is offered for the next turn.
  await flagFirstSentence(page)
  const box = await boxOf(page, 3, 'wrong')
  await page.mouse.click(box.left + 5, box.middle)
  await transcript.press('s')
  await page.getByRole('button', { name: 'Speaker' }).click()
  await page.getByLabel('Speaker', { exact: true }).selectOption('Bo Marsh')
  await page.getByRole('button', { name: 'Set the speaker' }).click()
  await expect(transcript.getByText('Bo Marsh', { exact: true })).toHaveCount(3)
  expect(await db().participant.count({ where: { interviewId: interview.id } })).toBe(1)
})

test('the address leads to its claim, and Back to what was open before', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  const interview = await buildInterview(db(), { turns: TURNS })
  await buildClaim(db(), interview, { words: { turn: 1, from: 0, to: 6 } })
  await buildClaim(db(), interview, { words: { turn: 3, from: 0, to: 3 } })
  await page.goto(`/desk/interviews/${interview.id}#claim-1`)
  await ready(page)
  const heading = (number: number) => page.getByRole('heading', { name: `Claim ${number}`, exact: true })
  await expect(heading(1)).toBeVisible()
  await page.evaluate(() => {
    location.hash = '#claim-2'
  })
  await expect(heading(2)).toBeVisible()
  await page.getByRole('button', { name: 'Claim before' }).click()
  await expect(heading(1)).toBeVisible()
  await expect(page).toHaveURL(/#claim-1$/)
  await page.goBack()
  await expect(heading(2)).toBeVisible()
  await expect(page).toHaveURL(/#claim-2$/)
  await page.goBack()
  await expect(heading(1)).toBeVisible()
  // Keys are listed from here too, but a question typed into a text stays a question.
  await heading(1).focus()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByLabel('Internal note').focus()
  await page.keyboard.type('Why?')
  await expect(page.getByLabel('Internal note')).toHaveValue('Why?')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a claim does not go to review while a source is written and not saved', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  const interview = await buildInterview(db(), { turns: TURNS })
  await buildClaim(db(), interview, { status: 'researching' })
  await page.goto(`/desk/interviews/${interview.id}#claim-1`)
  await ready(page)
  await page.getByRole('button', { name: 'Add a source' }).click()
  const form = page.getByRole('form', { name: 'New source' })
  await form.getByLabel('Title', { exact: true }).fill('The register')
  await page.getByRole('button', { name: 'Send to review' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'still writing a source' })).toBeVisible()
  await expect(form.locator(':focus')).toHaveCount(1)
  expect((await claimsOf(interview.id))[0]?.status).toBe('researching')
  await form.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Send to review' }).click()
  await expect(page.getByText('In review', { exact: true }).first()).toBeVisible()
})

test('the workspace has no accessibility fault that a machine can find, in light and in dark', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'editor')
  await openWorkspace(page)
  await flagFirstSentence(page)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const found = await axe(page).analyze()
    expect(
      found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`),
    ).toEqual([])
  }
})

async function selectFirstSentence(page: Page) {
  const box = await boxOf(page, 1, 'planted')
  await page.mouse.click(box.left + 5, box.middle)
  await page.getByRole('group', { name: 'Transcript' }).press('s')
}

async function flagFirstSentence(page: Page) {
  await selectFirstSentence(page)
  await page.keyboard.press('f')
  await expect(page.getByRole('heading', { name: 'Claim 1' })).toBeVisible()
}
