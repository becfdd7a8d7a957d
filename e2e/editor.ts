import type { Browser, Page, Request } from '@playwright/test'
import { z } from 'zod'
import { wordSelectionSchema } from '@/claims/schema'
import { enterAs, expect as expectSoon } from '@/e2e/sign-in'
import type { Role } from '@/newsroom/roles'
import { db } from '@/platform/db'
import { buildMember } from '@/prisma/factories/member'

/** A server that starts again on a busy machine takes its time; a limit only ends what hangs. */
const expect = expectSoon.configure({ timeout: 30_000 })

/** One member at the desk in a browser of their own, with what they typed and what the server told them it had done. */
export type Editor = {
  name: string
  memberId: string
  page: Page
  /** Ids of requests that the server answered with "done"; the row that a request made bears its id. */
  acknowledged: Set<string>
  /** The words that this browser asked to flag, by request. */
  flagged: Map<string, unknown>
}

/** Opens an interview as a new member. `address` is the server's. */
export async function openAs(
  browser: Browser,
  { name, role, address, interviewId }: { name: string; role: Role; address: string; interviewId: string },
): Promise<Editor> {
  const context = await browser.newContext({ baseURL: address })
  const page = await context.newPage()
  const member = await buildMember(db(), { name, role })
  await enterAs(page, member)
  const acknowledged = new Set<string>()
  const flagged = new Map<string, unknown>()
  page.on('request', (request) => {
    const [input] = inputsSchema.safeParse(parsed(request.postData())).data ?? []
    if (input) flagged.set(input.requestId, input.selection)
  })
  page.on('requestfinished', (request) => void noteAnswer(request, acknowledged))
  await page.goto(`/desk/interviews/${interviewId}`)
  await expect(page.getByTestId('workspace-ready')).toBeAttached()
  return { name, memberId: member.id, page, acknowledged, flagged }
}

const inputsSchema = z.tuple([z.object({ requestId: z.string(), selection: wordSelectionSchema })])

function parsed(body: string | null): unknown {
  try {
    return JSON.parse(body ?? '')
  } catch {
    return null // a form's body, or none
  }
}

async function noteAnswer(request: Request, acknowledged: Set<string>): Promise<void> {
  const id = request.postData()?.match(/"requestId":"([^"]+)"/)?.[1]
  if (!id || !('next-action' in request.headers())) return
  // A browser that is closed meanwhile, or a body that broke off, is no answer.
  const body = await request
    .response()
    .then((response) => response?.text())
    .catch(() => '')
  if (body?.includes('"ok":true')) acknowledged.add(id)
}

/** Puts the caret on a word: by its place among the turns, and the character at which it begins in the turn's text. */
export async function clickWord(page: Page, turn: number, character: number): Promise<void> {
  const { x, y } = await pointOf(page, turn, character)
  await page.mouse.click(x, y)
}

/** Marks words as a mouse does, from the first character of the first to the last one of the last. */
export async function dragWords(
  page: Page,
  from: { turn: number; character: number },
  to: { turn: number; character: number },
): Promise<void> {
  const first = await pointOf(page, from.turn, from.character)
  // On the very edge: in the middle of a narrow letter a browser may take the next place.
  await page.mouse.move(first.left, first.y)
  await page.mouse.down()
  const last = await pointOf(page, to.turn, to.character, false)
  await page.mouse.move(last.right, last.y, { steps: 4 })
  await page.mouse.up()
}

/** Where a character stands once nothing moves any more: turns that come into view take their true height a frame later. */
async function pointOf(page: Page, turn: number, character: number, scroll = true) {
  const point = await page.evaluate(
    async ([index, at, scrolls]) => {
      const paragraph = document.querySelectorAll('#transcript p[data-turn]')[Number(index)]
      const text = paragraph?.firstChild
      if (!paragraph || !text) return null
      const range = document.createRange()
      range.setStart(text, Number(at))
      range.setEnd(text, Number(at) + 1)
      if (scrolls) paragraph.scrollIntoView({ block: 'start' })
      const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
      let top = Number.NaN
      for (let before = Number.NaN; top !== before || Number.isNaN(top); ) {
        before = top
        if (scrolls) window.scrollBy(0, range.getBoundingClientRect().top - 300)
        await frames()
        top = range.getBoundingClientRect().top
      }
      const { left, right, bottom } = range.getBoundingClientRect()
      return { left, x: left + 2, right: right - 1, y: (top + bottom) / 2 }
    },
    [turn, character, scroll],
  )
  if (!point) throw new Error(`There is no character ${character} in turn ${turn}.`)
  return point
}

/** Flags the sentence at a place, and writes what is checked. Done once both are in this browser. */
export async function flagSentence(page: Page, turn: number, character: number, sentence: string) {
  await clickWord(page, turn, character)
  await page.keyboard.press('s')
  await page.keyboard.press('f')
  await write(page, sentence)
}

/** Writes the sentence of the claim that was just flagged, and leaves the field. */
export async function write(page: Page, sentence: string): Promise<void> {
  const field = page.getByLabel('The claim as one sentence')
  // The claim that opens is the new one, whose sentence nobody has written.
  await expect(field).toHaveValue('')
  await field.fill(sentence)
  await field.blur()
}

export async function openClaim(page: Page, row: RegExp | string): Promise<void> {
  const back = page.getByRole('button', { name: 'All claims' })
  if (await back.isVisible()) await back.click()
  await page.getByRole('button', { name: row }).first().click()
  await expect(back).toBeVisible()
}

/** Says something about the open claim. Done once the browser has taken it from the form. */
export async function comment(page: Page, body: string): Promise<void> {
  const field = page.getByLabel('Say something to the desk')
  await field.fill(body)
  await page.getByRole('button', { name: 'Add the comment' }).click()
  await expect(field).toHaveValue('')
}

/** Adds a source to the open claim. Done once the browser has taken it from the form. */
export async function addSource(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a source' }).click()
  const form = page.getByRole('form', { name: 'New source' })
  await form.getByLabel('Title', { exact: true }).fill(title)
  await form.getByRole('button', { name: 'Save the source' }).click()
  await expect(form).toHaveCount(0)
}

/** The line in sight says that all is with the server. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible()
}

/** How many acts stand in this browser and are not with the server. */
export function waitingActs(page: Page): Promise<number> {
  return page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(':act:')).length)
}
