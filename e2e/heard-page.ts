import type { Page } from '@playwright/test'
import { db } from '@/platform/db'
import type { BuildClaim } from '@/prisma/factories/claim'
import { buildPublished, publishBuilt } from '@/prisma/factories/publication'
import { loadSampleFiles } from '@/prisma/sample/sample'

/** Published pages of our own words over the sample's recording, which lasts three minutes and a half. */

const ANSWER =
  'We planted nine million trees last year. Nobody in the north has ever planted more than that. The port paid for none of it, and the ferry fares have tripled in four years.'

/** Half a second a word, six turns a minute: questions and answers in turn. */
const TURNS = Array.from({ length: 40 }, (_, index) => {
  const text = index % 2 ? ANSWER : 'How many trees did you plant, and who paid for them?'
  return {
    speaker: index % 2 ? 'Bo Marsh' : 'Ada Quill',
    text,
    wordStarts: text.split(' ').map((_word, at) => index * 5000 + Math.round((at * 4800) / 32)),
  }
})

/** A claim of three words in an answer: less than half a second. */
const inAnswer = (answer: number, more: BuildClaim = {}): BuildClaim => ({
  words: { turn: answer * 2 - 1, from: 2, to: 4 },
  claimReviewed: `What was claimed in answer ${answer}.`,
  ...more,
})

/** Publishes a page with a claim in each of these answers (1 to 20), with the sample's recording. */
export async function publishHeard(answers: readonly (number | [number, BuildClaim])[]) {
  const built = await buildPublished({
    interview: { turns: TURNS },
    claims: answers.map((one) => (typeof one === 'number' ? inAnswer(one) : inAnswer(...one))),
  })
  const { fileHash, mime, bytes, durationMs } = await db().recording.findFirstOrThrow({
    where: { interview: { slug: loadSampleFiles().interview.slug } },
  })
  await db().recording.create({
    data: { interviewId: built.interview.id, fileHash, mime, bytes, durationMs },
  })
  await publishBuilt(built.editor, built.interview.id, [
    { kind: 'update', note: 'With the recording.', claimNumber: null },
  ])
  return { ...built, path: `/interviews/${built.interview.slug}` }
}

export const seconds = (page: Page) =>
  page.locator('audio').evaluate((one: HTMLAudioElement) => one.currentTime)
export const paused = (page: Page) => page.locator('audio').evaluate((one: HTMLAudioElement) => one.paused)

/** Where an element begins in the window, in px; null where there is none. */
export const topOf = (page: Page, selector: string) =>
  page.evaluate((sought) => document.querySelector(sought)?.getBoundingClientRect().top ?? null, selector)

/** Presses Tab so often and says what was ever covered by the player, by its own words. */
export async function coveredByPlayer(
  page: Page,
  key: 'Tab' | 'Shift+Tab',
  times: number,
): Promise<string[]> {
  const covered: string[] = []
  for (let press = 0; press < times; press++) {
    await page.keyboard.press(key)
    const found = await page.evaluate(() => {
      const at = document.activeElement
      const bar = document.querySelector('.listen')?.getBoundingClientRect()
      if (!at || !bar || at === document.body || at.closest('.listen')) return null
      const card = document.querySelector('.now-claim')?.getBoundingClientRect()
      const box = at.getBoundingClientRect()
      // A link over two lines is seen when its first one is.
      const first = at.getClientRects()[0] ?? box
      const under = (over: DOMRect | undefined) =>
        over !== undefined &&
        over.height > 0 &&
        first.top < over.bottom - 1 &&
        first.bottom > over.top + 1 &&
        first.left < over.right &&
        first.right > over.left
      return under(bar) || under(card) ? at.outerHTML.slice(0, 120) : null
    })
    if (found) covered.push(found)
  }
  return covered
}

/** Something above changes its height after the page was opened, as a late font or picture does. */
export const shiftAbove = (page: Page, px: number) =>
  page.evaluate((by) => {
    const head = document.querySelector<HTMLElement>('h1')
    if (head) head.style.paddingBottom = `${by}px`
  }, px)
