// Longer than most files: the promises of one player, which share how it is opened and read.

import type { Page } from '@playwright/test'
import { axe } from '@/e2e/axe'
import { expect, test } from '@/e2e/sign-in'
import { db } from '@/platform/db'
import { buildInterview } from '@/prisma/factories/interview'
import { loadSampleFiles } from '@/prisma/sample/sample'
import { formatTimestamp } from '@/transcripts/timestamp'

/** Half a second a word; each sentence begins where the one before ends. */
function spoken(speaker: string, text: string, fromMs: number) {
  const words = text.split(' ')
  return {
    speaker,
    text,
    wordStarts: words.map((_, index) => fromMs + index * 500),
    wordEnds: words.map((_, index) => fromMs + index * 500 + 450),
  }
}

const TURNS = [
  spoken('Ada Quill', 'Good evening and welcome to the harbour. How many trees did you plant?', 1000),
  spoken(
    'Bo Marsh',
    'We planted nine million trees last year. Nobody in the north has ever planted more than that. The port paid for none of it.',
    10_000,
  ),
  spoken('Ada Quill', 'The register lists forty thousand of them, and not one more.', 30_000),
]

/** An interview of our own words over the sample's recording, so that every test flags on words nobody else touches. */
async function openPlayer(page: Page) {
  const interview = await buildInterview(db(), { turns: TURNS })
  await recordAs(interview.id)
  await page.goto(`/desk/interviews/${interview.id}`)
  await ready(page)
  return interview
}

/** The recording of the sample interview, whose sound lasts three minutes and a half. */
async function recordAs(interviewId: string) {
  const { fileHash, mime, bytes, durationMs } = await db().recording.findFirstOrThrow({
    where: { interview: { slug: loadSampleFiles().interview.slug } },
  })
  await db().recording.create({ data: { interviewId, fileHash, mime, bytes, durationMs } })
}

async function ready(page: Page) {
  await expect(page.getByTestId('workspace-ready')).toBeAttached()
  // Its length is known once the recording can be sought in.
  await expect
    .poll(() => page.locator('audio').evaluate((one: HTMLAudioElement) => one.readyState))
    .toBeGreaterThan(0)
}

const seconds = (page: Page) => page.locator('audio').evaluate((one: HTMLAudioElement) => one.currentTime)
const paused = (page: Page) => page.locator('audio').evaluate((one: HTMLAudioElement) => one.paused)
const word = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('word-spoken') ?? [])].map(String).join(' '))
const claimsOf = (interviewId: string) =>
  db().claim.findMany({ where: { interviewId }, orderBy: { number: 'asc' } })

/** What Bo Marsh says at this second. */
function wordAt(second: number) {
  const turn = TURNS[1]
  const index = turn?.wordStarts.findLastIndex((start) => start <= second * 1000) ?? -1
  return turn?.text.split(' ')[index] ?? ''
}

async function goTo(page: Page, time: string) {
  const field = page.getByLabel('Time; type another to go there')
  await field.fill(time)
  await field.press('Enter')
}

/** The middle of a word in the window. */
async function placeOf(page: Page, turn: number, sought: string) {
  return page.evaluate(
    ([index, text]) => {
      const node = document.querySelectorAll('#transcript p[data-turn]')[Number(index)]?.firstChild
      const start = node?.nodeValue?.indexOf(String(text)) ?? -1
      if (!node || start < 0) throw new Error(`no word ${text}`)
      const range = document.createRange()
      range.setStart(node, start)
      range.setEnd(node, start + String(text).length)
      const { left, right, top, bottom } = range.getBoundingClientRect()
      return { x: (left + right) / 2, y: (top + bottom) / 2 }
    },
    [turn, sought],
  )
}

test('the recording plays, the word being said is marked and followed, and keys move it while somebody types', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  await openPlayer(page)
  await goTo(page, '0:10')
  expect(await seconds(page)).toBe(10)
  await page.keyboard.press('F8')
  await expect.poll(() => seconds(page)).toBeGreaterThan(10.6)
  await expect.poll(() => word(page)).not.toBe('')
  await page.keyboard.press('F8')
  await expect.poll(() => paused(page)).toBe(true)
  expect(await word(page)).toBe(wordAt(await seconds(page)))
  await page.keyboard.press('F8')
  await expect.poll(() => paused(page)).toBe(false)
  await page.getByRole('button', { name: 'Add a claim made elsewhere' }).click()
  const field = page.getByLabel('What was written or said')
  await field.pressSequentially('typed')
  await page.keyboard.press('Alt+k')
  await expect.poll(() => paused(page)).toBe(true)
  const at = await seconds(page)
  await page.keyboard.press('Alt+j')
  expect(await seconds(page)).toBeCloseTo(at - 5, 1)
  await page.keyboard.press('Alt+l')
  await page.keyboard.press('F2')
  expect(await seconds(page)).toBeCloseTo(at + 5, 1)
  await page.keyboard.press('Alt+=')
  await page.keyboard.press('Alt+=')
  await expect(page.getByLabel('Speed')).toHaveValue('1.25')
  expect(await page.locator('audio').evaluate((one: HTMLAudioElement) => one.playbackRate)).toBe(1.25)
  await expect(field).toHaveValue('typed')
  await expect(field).toBeFocused()
})

test('single letters play while the transcript has the focus, and the list of keys says so', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  await openPlayer(page)
  const transcript = page.getByRole('group', { name: 'Transcript' })
  await goTo(page, '20')
  await transcript.focus()
  await page.keyboard.press('k')
  await expect.poll(() => paused(page)).toBe(false)
  await page.keyboard.press('k')
  await expect.poll(() => paused(page)).toBe(true)
  const at = await seconds(page)
  await page.keyboard.press('j')
  expect(await seconds(page)).toBeCloseTo(at - 5, 1)
  await page.keyboard.press('l')
  expect(await seconds(page)).toBeCloseTo(at, 1)
  await page.keyboard.press('-')
  await expect(page.getByTestId('spoken')).toContainText('Speed 0.85')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Flag what is being said')
})

test('a typed time goes there, and what is none says so beside the field', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  await openPlayer(page)
  for (const [typed, second] of [
    ['0:01:02', 62],
    ['1:05', 65],
    ['77', 77],
  ] as const) {
    await goTo(page, typed)
    expect(await seconds(page)).toBe(second)
  }
  await goTo(page, 'soon')
  await expect(page.getByLabel('Time; type another to go there')).toHaveAttribute('aria-invalid', 'true')
  await goTo(page, '9:59:59')
  await expect(page.getByRole('alert').filter({ hasText: 'The recording ends at' })).toBeVisible()
  expect(await seconds(page)).toBe(77)
})

test('a click on a word plays from it; a double click and dragging do not; the choice is remembered', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  await openPlayer(page)
  const million = await placeOf(page, 1, 'million')
  await page.mouse.click(million.x, million.y)
  await expect.poll(() => seconds(page)).toBeGreaterThan(11.5)
  await expect.poll(() => paused(page)).toBe(false)
  await page.keyboard.press('F8')
  await expect.poll(() => paused(page)).toBe(true)
  await expect.poll(() => word(page)).toBe(wordAt(await seconds(page)))
  const stood = await seconds(page)
  const register = await placeOf(page, 2, 'register')
  await page.mouse.move(register.x, register.y)
  await page.mouse.down()
  await page.mouse.move(register.x + 120, register.y, { steps: 4 })
  await page.mouse.up()
  await expect(page.getByRole('button', { name: /^Flag \d words$/ })).toBeVisible()
  expect(await seconds(page)).toBe(stood)
  await page.mouse.dblclick(million.x, million.y)
  await expect.poll(() => paused(page)).toBe(true)
  expect(await seconds(page)).toBeCloseTo(stood, 1)
  await page.keyboard.press('Escape')

  await page.getByLabel('Click plays').uncheck()
  await page.reload()
  await ready(page)
  await expect(page.getByLabel('Click plays')).not.toBeChecked()
  const lists = await placeOf(page, 2, 'lists')
  await page.mouse.click(lists.x, lists.y)
  await expect(page.getByRole('group', { name: 'Transcript' })).toBeFocused()
  expect(await paused(page)).toBe(true)
  await page.keyboard.down('Alt')
  await page.mouse.click(lists.x, lists.y)
  await page.keyboard.up('Alt')
  await expect.poll(() => paused(page)).toBe(false)
  expect(await seconds(page)).toBeGreaterThanOrEqual(31)
})

test('the recording stands where this member stopped, and starts over when asked', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  const interview = await openPlayer(page)
  await goTo(page, '1:40')
  await page.keyboard.press('F8')
  await expect.poll(() => seconds(page)).toBeGreaterThan(101)
  await page.keyboard.press('F8')
  await expect.poll(() => paused(page)).toBe(true)
  const stopped = await seconds(page)
  await page.reload()
  await ready(page)
  expect(await seconds(page)).toBeCloseTo(stopped, 0)
  expect(await paused(page)).toBe(true)
  await expect(page.getByText(`You stopped at ${formatTimestamp(Math.round(stopped * 1000))}`)).toBeVisible()
  await page.getByRole('button', { name: 'From the start' }).click()
  expect(await seconds(page)).toBe(0)

  // Somebody else at the same machine begins at the beginning.
  await signInAs(page, 'editor')
  await page.goto(`/desk/interviews/${interview.id}`)
  await ready(page)
  expect(await seconds(page)).toBe(0)
})

test('playing stops while somebody types and goes on a little earlier, where they asked for it', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  await openPlayer(page)
  await page.getByRole('button', { name: 'Player settings' }).click()
  await page.getByLabel('Pause while I type').check()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Add a claim made elsewhere' }).click()
  await goTo(page, '20')
  await page.keyboard.press('F8')
  await expect.poll(() => seconds(page)).toBeGreaterThan(21)
  await page.locator('audio').evaluate((one: HTMLAudioElement) => {
    one.addEventListener('pause', () => one.setAttribute('data-paused', String(one.currentTime)))
    one.addEventListener('seeking', () => one.setAttribute('data-sought', String(one.currentTime)))
  })
  await page.getByLabel('What was written or said').pressSequentially('W')
  await expect.poll(() => paused(page)).toBe(true)
  await expect(page.getByText('Paused while you type')).toBeAttached()
  await expect.poll(() => paused(page)).toBe(false)
  const [stopped, wentOn] = await page
    .locator('audio')
    .evaluate((one) => [Number(one.dataset.paused), Number(one.dataset.sought)])
  expect(stopped).toBeGreaterThan(21)
  expect(wentOn).toBeCloseTo((stopped ?? 0) - 1.5, 1)
  await expect(page.getByText('Paused while you type')).not.toBeAttached()
})

test('one key flags the sentence being said and nothing else, while it plays and while somebody types', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  const interview = await openPlayer(page)
  await page.getByRole('button', { name: 'Add a claim made elsewhere' }).click()
  const field = page.getByLabel('What was written or said')
  // Slowly, so that a machine with much to do is still within the sentence.
  await page.getByLabel('Speed').selectOption('0.5')
  await goTo(page, '0:10')
  await page.keyboard.press('F8')
  await expect.poll(() => seconds(page)).toBeGreaterThan(10.3)
  await field.pressSequentially('Half a ')
  await page.keyboard.press('Alt+g')
  await expect(page.getByTestId('spoken')).toContainText(
    'Flagged as claim 1: “We planted nine million trees last year.”',
  )
  await page.keyboard.type('thought')
  await expect(field).toHaveValue('Half a thought')
  expect(await paused(page)).toBe(false)
  expect((await claimsOf(interview.id)).map(({ quote, status }) => [quote, status])).toEqual([
    ['We planted nine million trees last year.', 'flagged'],
  ])
  await page.keyboard.press('F8')

  // The same sentence again is the same claim.
  await goTo(page, '0:12')
  await page.keyboard.press('Alt+g')
  await expect(page.getByTestId('spoken')).toContainText('claim 1 already')
  expect(await claimsOf(interview.id)).toHaveLength(1)

  // From the transcript with one letter, and taken back with one press.
  await goTo(page, '0:17')
  await page.getByRole('group', { name: 'Transcript' }).focus()
  await page.keyboard.press('g')
  await expect(page.getByTestId('spoken')).toContainText('Flagged as claim 2: “Nobody in the north')
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(page.getByTestId('spoken')).toContainText('Claim 2 dropped')
  expect((await claimsOf(interview.id)).map(({ status }) => status)).toEqual(['flagged', 'dropped'])
})

test('a sentence flagged by key while the server is gone is flagged once it is back', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  const interview = await openPlayer(page)
  await goTo(page, '0:32')
  // The times of the words are here before the server goes.
  await page.getByRole('group', { name: 'Transcript' }).focus()
  await page.keyboard.press('k')
  await expect.poll(() => word(page)).not.toBe('')
  await page.keyboard.press('k')
  await page.route('**/*', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.fallback(),
  )
  await page.keyboard.press('g')
  await expect(page.getByTestId('spoken')).toContainText('Not flagged yet')
  await page.unroute('**/*')
  await page.reload()
  await expect(page.getByTestId('spoken')).toContainText(
    'Flagged as claim 1: “The register lists forty thousand',
  )
  expect(await claimsOf(interview.id)).toHaveLength(1)
})

test('where the words have no times, the key says so and flags nothing', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  const interview = await buildInterview(db(), {
    turns: TURNS.map(({ speaker, text }) => ({ speaker, text })),
  })
  await recordAs(interview.id)
  await page.goto(`/desk/interviews/${interview.id}`)
  await ready(page)
  await page.keyboard.press('Alt+g')
  await expect(page.getByTestId('spoken')).toContainText('These words have no times')
  expect(await claimsOf(interview.id)).toEqual([])
})

test('the strip shows claims along the recording and goes where it is clicked, dragged or stepped', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  await openPlayer(page)
  const strip = page.getByRole('slider', { name: /^Place in the recording/ })
  const box = async () => (await strip.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const whole = await page.locator('audio').evaluate((one: HTMLAudioElement) => one.duration)
  await expect(page.locator('.strip-sound')).toBeAttached()

  const { x, y, width, height } = await box()
  await page.mouse.click(x + width / 2, y + height - 5)
  expect(await seconds(page)).toBeCloseTo(whole / 2, 0)
  await page.mouse.move(x + width / 2, y + height - 5)
  await page.mouse.down()
  await page.mouse.move(x + width / 4, y + height - 5, { steps: 4 })
  await page.mouse.up()
  expect(await seconds(page)).toBeCloseTo(whole / 4, 0)

  await strip.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('PageUp')
  expect(await seconds(page)).toBe(60)
  await expect(strip).toHaveAttribute('aria-valuetext', /^1:00 of 3:25$/)
  await page.keyboard.press('ArrowLeft')
  expect(await seconds(page)).toBe(55)

  // Two claims, gone to in turn; the mark itself opens its claim.
  for (const time of ['0:12', '0:33']) {
    await goTo(page, time)
    await page.keyboard.press('Alt+g')
    await expect(page.getByTestId('spoken')).toContainText('Flagged')
  }
  await expect(strip).toHaveAccessibleName('Place in the recording; 2 claims along it')
  await goTo(page, '0')
  await page.getByRole('button', { name: 'Claim after' }).click()
  await expect(page.getByRole('heading', { name: 'Claim 1' })).toBeVisible()
  expect(await seconds(page)).toBe(10)
  await strip.focus()
  await page.keyboard.press(']')
  await expect(page.getByRole('heading', { name: 'Claim 2' })).toBeVisible()
  expect(await seconds(page)).toBe(30)
  // The page went along with the claim, and the bar with the page.
  await page.mouse.click(x + (10 / whole) * width, (await box()).y + 22)
  await expect(page.getByRole('heading', { name: 'Claim 1' })).toBeVisible()
  expect(await seconds(page)).toBe(10)
})

test('a recording that is gone says so, and one that broke off is tried again', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  await page.route('**/recording', (route) => route.fulfill({ status: 404, body: '' }))
  const interview = await buildInterview(db(), { turns: TURNS })
  await recordAs(interview.id)
  await page.goto(`/desk/interviews/${interview.id}`)
  const alert = page.getByRole('alert').filter({ hasText: 'recording' })
  await expect(alert).toContainText('The recording is not there any more')
  await page.unroute('**/recording')
  await page.route('**/recording', (route) => route.abort())
  await page.reload()
  await expect(alert).toContainText('The connection broke')
  await page.unroute('**/recording')
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => paused(page)).toBe(false)
  await expect(alert).not.toBeAttached()
})

test('a film shows its picture small, larger or not at all, and the choice is remembered', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  const interview = await buildInterview(db(), { turns: TURNS })
  await recordAs(interview.id)
  await db().recording.update({ where: { interviewId: interview.id }, data: { mime: 'video/mp4' } })
  await page.goto(`/desk/interviews/${interview.id}`)
  await expect(page.getByTestId('workspace-ready')).toBeAttached()
  const film = page.locator('video')
  const width = async () => (await film.boundingBox())?.width ?? 0
  const small = await width()
  await page.getByRole('button', { name: 'Larger picture' }).click()
  await expect.poll(width).toBeGreaterThan(small * 1.5)
  await page.getByRole('button', { name: 'Hide the picture' }).click()
  await expect.poll(width).toBeLessThan(2)
  await page.reload()
  await expect(page.getByTestId('workspace-ready')).toBeAttached()
  await expect.poll(width).toBeLessThan(2)
  await page.getByRole('button', { name: 'Player settings' }).click()
  await page.getByLabel('small').check()
  await expect.poll(width).toBe(small)
})

test('somebody else’s player is loaded by a click and no sooner, and starts where a turn began', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  const asked: string[] = []
  await page.route('https://www.youtube-nocookie.com/**', (route) => {
    asked.push(route.request().url())
    return route.fulfill({ contentType: 'text/html', body: '<p>A film</p>' })
  })
  const interview = await buildInterview(db(), { turns: TURNS })
  await db().recording.create({
    data: { interviewId: interview.id, mime: '', embedProvider: 'youtube', embedId: 'abcdefghijk' },
  })
  await page.goto(`/desk/interviews/${interview.id}`)
  await expect(page.getByTestId('workspace-ready')).toBeAttached()
  await page.getByRole('button', { name: 'Bo Marsh, play from 0:10' }).click()
  await expect(page.getByRole('button', { name: 'Play on YouTube from 0:10' })).toBeVisible()
  expect(asked).toEqual([])
  await page.getByRole('button', { name: 'Play on YouTube from 0:10' }).click()
  await expect(page.frameLocator('iframe').getByText('A film')).toBeVisible()
  await page.getByRole('button', { name: 'Ada Quill, play from 0:30' }).click()
  await expect
    .poll(() => asked.map((address) => new URL(address).searchParams.get('start')))
    .toEqual(['10', '30'])
  await page.keyboard.press('Alt+g')
  await expect(page.getByTestId('spoken')).toContainText('Only YouTube itself plays this recording')
})

test('in a script that runs from the right, one key flags as well, and time runs on to the right', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  const interview = await buildInterview(db(), {
    language: 'ar',
    turns: [spoken('بو', 'زرعنا تسعة ملايين شجرة في الشمال. لم يزرع أحد هناك أكثر من ذلك.', 10_000)],
  })
  await recordAs(interview.id)
  await page.goto(`/desk/interviews/${interview.id}`)
  await ready(page)
  const strip = page.getByRole('slider', { name: /^Place in the recording/ })
  await strip.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  expect(await seconds(page)).toBe(15)
  await page.keyboard.press('Alt+g')
  await expect(page.getByTestId('spoken')).toContainText('Flagged as claim 1')
  expect((await claimsOf(interview.id)).map(({ quote }) => quote)).toEqual(['لم يزرع أحد هناك أكثر من ذلك.'])
})

test('a machine finds no accessibility fault in the player, by day and by night', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  await openPlayer(page)
  await page.getByRole('button', { name: 'Player settings' }).click()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const found = await axe(page).include('[data-player]').analyze()
    expect(
      found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`),
    ).toEqual([])
  }
})
