import { createHash, randomUUID } from 'node:crypto'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { freePort } from '@/deploy/run-nginx'
import { sessionCookie } from '@/newsroom/session'
import { ensureBrowser } from '@/platform/boot/browser.mjs'
import { ensureBuilt } from '@/platform/boot/build.mjs'
import { beforeEnd } from '@/platform/boot/lifecycle.mjs'
import { serve } from '@/platform/boot/web.mjs'
import { db } from '@/platform/db'
import type { ParsedTranscript } from '@/transcripts/model'
import { parseTranscript } from '@/transcripts/parse-transcript'
import { keepRecording, setRecording } from '@/transcripts/set-recording'
import { countWords } from '@/transcripts/words'
import { inputs } from './support/inputs'
import { load, member } from './support/load'
import { addClaims } from './support/many-claims'
import { median } from './support/measure'
import { ownPostgres } from './support/own-postgres'
import * as measure from './support/page-figures'
import { plainPage, servePlain } from './support/plain-page'
import { reanchor } from './support/reanchor'
import { figure, printJson, printTable, rounded } from './support/report'
import { runBench } from './support/run-bench'
import { silence } from './support/silence'

/**
 * How the workspace stands beside a plain page of the same paragraphs, at three lengths: until the last word is painted and the
 * page can be worked with, what it holds, typing in a turn, playing with the word being said marked, and clicking a word to
 * hear it; then the longest with a thousand claims, and how long these take to follow their words through a correction.
 * Production build, own database, Chromium; both pages are opened in turns.
 */

const SIZES = [15_000, 22_000, 59_500]
const MANY_CLAIMS = 1000
const DIST = process.env.CLAIMLINE_DIST ?? '.next'
const HOST = '127.0.0.1'
const ROUNDS = 7
const KEYS = 'and then the words that were typed into the turn stood where they stand '
const PLAY_SECONDS = 15

type Loaded = { id: string; words: number; parsed: ParsedTranscript }
type Pair = { workspace: measure.Site; plain: measure.Site }

/** The first turns of a file, up to so many words. */
function cut(parsed: ParsedTranscript, words: number): ParsedTranscript {
  let count = 0
  const turns = parsed.turns.filter((turn) => {
    if (count >= words) return false
    count += countWords(turn.text)
    return true
  })
  return { ...parsed, turns }
}

async function loadSizes(parsed: ParsedTranscript): Promise<Loaded[]> {
  const editor = await member('Bench Loader', 'editor')
  const loaded: Loaded[] = []
  for (const size of SIZES) {
    const part = cut(parsed, size)
    const words = part.turns.reduce((sum, turn) => sum + countWords(turn.text), 0)
    const slug = `bench-${size}-${randomUUID().slice(0, 8)}`
    const contentHash = createHash('sha256').update(slug).digest('hex')
    const { id } = await load(editor, part, {
      fileName: 'bench.vtt',
      contentHash,
      title: `${words} words`,
      slug,
    })
    const seconds = (part.turns.at(-1)?.endMs ?? 0) / 1000 + 10
    const kept = await keepRecording(editor, id, silence(seconds))
    await setRecording(kept)(editor, { interviewId: id, durationMs: Math.round(seconds * 1000) })
    loaded.push({ id, words, parsed: part })
  }
  return loaded
}

async function startServer(env: Record<string, string>): Promise<string> {
  const port = await freePort()
  const address = `http://${HOST}:${port}`
  process.env.NEXTAUTH_URL = address
  const web = await serve({
    mode: 'start',
    host: HOST,
    port,
    env: { ...env, NEXTAUTH_URL: address, CLAIMLINE_DIST: DIST },
    log: { write: () => undefined },
  })
  beforeEnd(web.stop)
  return web.address
}

async function startBrowser(): Promise<Browser> {
  const { CLAIMLINE_CHROMIUM, CLAIMLINE_CHROMIUM_ARGS = '' } = await ensureBrowser()
  const browser = await chromium.launch({
    ...(CLAIMLINE_CHROMIUM ? { executablePath: CLAIMLINE_CHROMIUM } : {}),
    args: [...CLAIMLINE_CHROMIUM_ARGS.split(' '), '--autoplay-policy=no-user-gesture-required'],
  })
  beforeEnd(() => browser.close())
  return browser
}

/** A window with somebody signed in. */
async function signedIn(browser: Browser, address: string) {
  const editor = await member('Bench Editor', 'editor')
  const { sessionVersion } = await db().member.findUniqueOrThrow({ where: { id: editor.id } })
  const { name, value, httpOnly, secure } = await sessionCookie({ id: editor.id, sessionVersion })
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  // What tsx leaves in functions that are sent to a page.
  await context.addInitScript({ content: 'globalThis.__name = (one) => one' })
  await context.addCookies([{ name, value, httpOnly, secure, sameSite: 'Lax', url: address }])
  return context
}

/** Makes the paragraph editable and puts the caret at its end. */
async function typeIntoParagraph(page: Page, paragraphs: string): Promise<void> {
  await page.evaluate((selector) => {
    const all = document.querySelectorAll<HTMLElement>(selector)
    const paragraph = all[all.length >> 1]
    if (!paragraph) throw new Error('There is no paragraph to type in.')
    paragraph.contentEditable = 'plaintext-only'
    paragraph.scrollIntoView({ block: 'center' })
    paragraph.focus()
    document.getSelection()?.selectAllChildren(paragraph)
    document.getSelection()?.collapseToEnd()
  }, paragraphs)
}

/** Goes to the middle turn and corrects it, as an editor does with mouse and keyboard. */
async function editTurn(page: Page): Promise<void> {
  const spot = await page.evaluate(() => {
    const all = document.querySelectorAll('#transcript p[data-turn]')
    const paragraph = all[all.length >> 1]
    paragraph?.scrollIntoView({ block: 'center' })
    const { left = 0, top = 0 } = paragraph?.getBoundingClientRect() ?? {}
    return { x: left + 40, y: top + 24 }
  })
  await page.mouse.click(spot.x, spot.y)
  await page.evaluate(() => document.querySelector('audio')?.pause())
  await page.keyboard.press('e')
  await page.waitForSelector('#transcript p[data-editing]')
  await page.keyboard.press('End')
}

function pairOf(loaded: Loaded, address: string, plainAddress: string): Pair {
  return {
    workspace: {
      url: `${address}/desk/interviews/${loaded.id}`,
      paragraphs: '#transcript p[data-turn]',
      ready: '[data-testid=workspace-ready]',
      startTyping: editTurn,
    },
    plain: {
      url: `${plainAddress}/${loaded.words}`,
      paragraphs: 'p',
      ready: 'body',
      startTyping: (page) => typeIntoParagraph(page, 'p'),
    },
  }
}

type Figures = Awaited<ReturnType<typeof measurePair>>[number]

/** What is done to both pages, one after the other. @returns figures of the workspace, then of the plain page. */
async function measurePair(
  context: BrowserContext,
  { workspace, plain }: Pair,
  { parsed: { turns } }: Loaded,
) {
  const lastWords = (turns.at(-1)?.text ?? '').split(' ').slice(-4).join(' ')
  const middle = turns[turns.length >> 1]?.startMs ?? 0
  const sites = [workspace, plain]
  const opened = await measure.openInTurns(context, sites, lastWords, ROUNDS)
  const figures = []
  for (const [index, site] of sites.entries()) {
    const page = await context.newPage()
    const { ms, busyMs, firstMs, elements, nodes, heapMb, bytes } = opened[index] ?? (await missing())
    await measure.open(page, site, lastWords)
    const found = await measure.findsInPage(page, site, lastWords)
    const playing = await measure.playback(page, middle, PLAY_SECONDS)
    const seek = await measure.clickToSeek(page, site, 9)
    await page.evaluate(() => document.querySelector('audio')?.pause())
    const typed = await measure.type(page, site, KEYS, 6000)
    await page.close()
    figures.push({ ms, busyMs, firstMs, elements, nodes, heapMb, bytes, found, playing, seek, ...typed })
  }
  return figures
}

function missing(): never {
  throw new Error('A page was not opened.')
}

/** Name, key, limit of the ratio to the plain page. */
const ROWS: readonly [string, keyof Figures, number | null][] = [
  ['open: last word painted, usable, ms', 'ms', 3],
  ['its main thread until then, ms', 'busyMs', null],
  ['open on the first visit, ms', 'firstMs', null],
  ['bytes over the wire', 'bytes', null],
  ['elements', 'elements', 3],
  ['nodes', 'nodes', 3],
  ['heap, MB', 'heapMb', null],
  ['keystroke, p95, ms', 'p95', 2],
  ['keystroke, median, ms', 'median', null],
  ['main thread a keystroke, ms', 'busy', null],
  ['longest task after typing, ms', 'longestAfter', null],
  ['playing: main thread a second, ms', 'playing', 1.5],
  ['click to seek, ms', 'seek', 2],
]

function print(loaded: Loaded, claims: number, ours: Figures, plain: Figures): void {
  const size = `${figure(loaded.words)} words, ${figure(loaded.parsed.turns.length)} turns`
  console.log(`\n${size}, ${figure(claims)} claims (medians)`)
  const rows = ROWS.map(([name, key, most]) => {
    const [own, other] = [Number(ours[key]), Number(plain[key])]
    const ratio = other > 0 ? own / other : Number.NaN
    return [name, figure(own), figure(other), figure(ratio), most === null ? '' : `at most ${most}`]
  })
  printTable([['', 'workspace', 'plain page', 'ratio', 'aim'], ...rows])
  const cells = Object.fromEntries(
    ROWS.map(([, key]) => [
      key,
      { workspace: rounded(Number(ours[key])), plain: rounded(Number(plain[key])) },
    ]),
  )
  printJson('workspace', {
    words: loaded.words,
    claims,
    turns: loaded.parsed.turns.length,
    found: ours.found,
    ...cells,
  })
}

/** What the page asks every few seconds: where nothing happened, and where every claim did. */
async function printPoll(context: BrowserContext, address: string, interviewId: string): Promise<void> {
  const { revision } = await db().interview.findUniqueOrThrow({
    where: { id: interviewId },
    select: { revision: true },
  })
  const rows = []
  for (const [name, since] of [
    ['nothing new', revision],
    ['everything new', 0],
  ] as const) {
    const taken: number[] = []
    let bytes = 0
    for (let round = 0; round < 9; round++) {
      const from = performance.now()
      const answer = await context.request.get(
        `${address}/api/interviews/${interviewId}/changes?since=${since}`,
      )
      bytes = (await answer.body()).length
      taken.push(performance.now() - from)
    }
    rows.push([name, figure(median(taken)), figure(bytes / 1000)])
    printJson('workspace-poll', { name, ms: rounded(median(taken)), bytes })
  }
  printTable([['the poll', 'ms', 'kB unpacked'], ...rows])
}

async function printReanchored(parsed: ParsedTranscript): Promise<void> {
  const results = await reanchor(parsed, MANY_CLAIMS)
  console.log(`\n${figure(MANY_CLAIMS)} claims follow their words`)
  printTable([
    ['', 'ms a claim', 'intact', 'aim'],
    ...results.map(({ step, msEach, intact }) => [step, figure(msEach), figure(intact), 'under 1']),
  ])
  printJson('workspace-reanchor', { claims: MANY_CLAIMS, results })
}

await runBench(async () => {
  const { fiveHours } = inputs()
  await ensureBuilt({ CLAIMLINE_DIST: DIST })
  const env = await ownPostgres()
  console.log('Loading three lengths of one interview …')
  const all = await loadSizes(parseTranscript(fiveHours))
  const address = await startServer(env)
  const seconds = (all.at(-1)?.parsed.turns.at(-1)?.endMs ?? 0) / 1000 + 10
  const parts: Uint8Array[] = []
  for await (const part of silence(seconds)) parts.push(part)
  const pages = new Map(
    all.map(({ words, parsed }) => [`/${words}`, plainPage(parsed.turns, '/recording.wav')]),
  )
  const plainAddress = await servePlain(pages, Buffer.concat(parts))
  const browser = await startBrowser()
  const context = await signedIn(browser, address)
  for (const loaded of all) {
    const [ours, plain] = await measurePair(context, pairOf(loaded, address, plainAddress), loaded)
    if (ours && plain) print(loaded, 0, ours, plain)
  }
  const longest = all.at(-1)
  if (!longest) return
  await printReanchored(longest.parsed)
  await addClaims(longest.id, MANY_CLAIMS)
  const [ours, plain] = await measurePair(context, pairOf(longest, address, plainAddress), longest)
  if (ours && plain) print(longest, MANY_CLAIMS, ours, plain)
  await printPoll(context, address, longest.id)
})
