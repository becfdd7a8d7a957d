// Longer than most files: everything measured in a page, each in the same way on both pages.
import type { BrowserContext, CDPSession, Page } from 'playwright'
import { median } from './measure'

/** One of the two pages that are compared. */
export type Site = {
  url: string
  /** Its paragraphs of transcript, in order. */
  paragraphs: string
  /** Matches once the page can be worked with, beyond the text being there. */
  ready: string
  /** Puts the caret into the middle paragraph to be typed in. */
  startTyping: (page: Page) => Promise<void>
}

export type Opened = {
  ms: number
  busyMs: number
  elements: number
  nodes: number
  heapMb: number
  bytes: number
}

/**
 * Opens the page and waits until its last word is painted in the window and the page can be worked with.
 * @returns figures, `ms` from the start of navigation, `busyMs` what its main thread worked until then
 */
export async function open(page: Page, site: Site, lastWords: string): Promise<Opened> {
  const cdp = await page.context().newCDPSession(page)
  let bytes = 0
  await cdp.send('Network.enable')
  // Counts from here on.
  await metrics(cdp)
  cdp.on('Network.loadingFinished', (event) => {
    bytes += event.encodedDataLength
  })
  await page.addInitScript(watchLast, { ...site, startTyping: null, lastWords })
  page.on('pageerror', (error) => console.log(`  An error in the page: ${error.message}`))
  await page.goto(site.url, { waitUntil: 'commit' })
  const ms = await page
    .waitForFunction(() => (window as Window & { lastPainted?: number }).lastPainted, null, { polling: 50 })
    .then((handle) => handle.jsonValue())
  const { taskMs: busyMs } = await metrics(cdp)
  await page.waitForLoadState('load')
  await cdp.send('HeapProfiler.collectGarbage')
  const { nodes, heap } = await metrics(cdp)
  const elements = await page.evaluate(() => document.querySelectorAll('*').length)
  await cdp.detach()
  return { ms: ms ?? Number.NaN, busyMs, elements, nodes, heapMb: heap / 1e6, bytes }
}

/** Runs in the page, before anything of it: looks once a frame whether the end is there, shows it, and notes the time. */
function watchLast({
  paragraphs,
  ready,
  lastWords,
}: {
  paragraphs: string
  ready: string
  lastWords: string
}) {
  const look = () => {
    const last = document.readyState === 'loading' ? null : [...document.querySelectorAll(paragraphs)].at(-1)
    if (!last?.textContent?.endsWith(lastWords) || !document.querySelector(ready))
      return requestAnimationFrame(look)
    last.scrollIntoView({ block: 'end' })
    requestAnimationFrame(() => {
      const { bottom } = last.getBoundingClientRect()
      if (bottom < 0 || bottom > innerHeight + 2) return requestAnimationFrame(look)
      // After this frame has been painted: a message follows it.
      const channel = new MessageChannel()
      channel.port1.onmessage = () => {
        ;(window as Window & { lastPainted?: number }).lastPainted = performance.now()
      }
      channel.port2.postMessage(null)
    })
  }
  requestAnimationFrame(look)
}

type Metrics = { nodes: number; heap: number; taskMs: number }

/** `taskMs` is the processor's time and not the clock's: what else runs on the machine does not count. */
async function metrics(cdp: CDPSession): Promise<Metrics> {
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  const { metrics: all } = await cdp.send('Performance.getMetrics')
  const value = (name: string) => all.find((one) => one.name === name)?.value ?? Number.NaN
  return { nodes: value('Nodes'), heap: value('JSHeapUsedSize'), taskMs: value('TaskDuration') * 1000 }
}

export type Typed = { p95: number; median: number; busy: number; longestAfter: number }

/**
 * Types into the middle paragraph. A keystroke lasts from the key's own time until its frame is painted; `busy` is what the
 * main thread spends a key; `longestAfter` the longest task in the seconds after the last key (0 where none reaches 50 ms).
 */
export async function type(page: Page, site: Site, keys: string, restMs: number): Promise<Typed> {
  const cdp = await page.context().newCDPSession(page)
  await site.startTyping(page)
  await page.evaluate(() => {
    const taken: number[] = []
    Object.assign(window, { keysTaken: taken })
    addEventListener(
      'keydown',
      (event) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => taken.push(performance.now() - event.timeStamp)
          channel.port2.postMessage(null)
        })
      },
      { capture: true },
    )
  })
  const before = await metrics(cdp)
  for (const key of keys) {
    await page.keyboard.press(key === ' ' ? 'Space' : key)
    // As fast as people type: the next key comes after this one's frame.
    await page.waitForTimeout(25)
  }
  const after = await metrics(cdp)
  const taken = await page.evaluate(() => (window as Window & { keysTaken?: number[] }).keysTaken ?? [])
  const longestAfter = await page.evaluate(longestTask, restMs)
  await cdp.detach()
  return {
    p95: percentile(taken.slice(5), 0.95),
    median: median(taken.slice(5)),
    busy: (after.taskMs - before.taskMs) / keys.length,
    longestAfter,
  }
}

function longestTask(waitMs: number): Promise<number> {
  return new Promise((resolve) => {
    let longest = 0
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration)
    })
    observer.observe({ entryTypes: ['longtask'] })
    setTimeout(() => {
      observer.disconnect()
      resolve(longest)
    }, waitMs)
  })
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Main-thread milliseconds a second of playback, from the middle of the recording. */
export async function playback(page: Page, fromMs: number, seconds: number): Promise<number> {
  const cdp = await page.context().newCDPSession(page)
  await page.evaluate(async (at) => {
    const audio = document.querySelector('audio')
    if (!audio) throw new Error('There is no player in the page.')
    audio.currentTime = at / 1000
    await audio.play()
  }, fromMs)
  await page.waitForTimeout(2500)
  const [before, from] = [await metrics(cdp), await position(page)]
  await page.waitForTimeout(seconds * 1000)
  const [after, to] = [await metrics(cdp), await position(page)]
  await cdp.detach()
  return (after.taskMs - before.taskMs) / (to - from)
}

function position(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelector('audio')?.currentTime ?? Number.NaN)
}

/** From a click on a word in sight until the player has found its moment; medians over several words while it plays. */
export async function clickToSeek(page: Page, site: Site, rounds: number): Promise<number> {
  const taken: number[] = []
  for (let round = 0; round < rounds; round++) {
    const spot = await page.evaluate(
      ([paragraphs, index]) => {
        const audio = document.querySelector('audio')
        const waiting = new Promise<number>((resolve) => {
          let clicked = 0
          addEventListener(
            'pointerup',
            (event) => {
              clicked = event.timeStamp
            },
            { once: true, capture: true },
          )
          audio?.addEventListener('seeked', () => resolve(performance.now() - clicked), { once: true })
        })
        Object.assign(window, { waiting })
        const inSight = [...document.querySelectorAll(String(paragraphs))].filter((one) => {
          const box = one.getBoundingClientRect()
          return box.top > 150 && box.top < innerHeight - 250
        })
        const box = inSight[Number(index) % inSight.length]?.getBoundingClientRect()
        return box ? { x: box.left + 40, y: box.top + 24 } : null
      },
      [site.paragraphs, round],
    )
    if (!spot) throw new Error('No paragraph is in sight.')
    await page.mouse.click(spot.x, spot.y)
    taken.push(await page.evaluate(() => (window as Window & { waiting?: Promise<number> }).waiting ?? 0))
  }
  return median(taken)
}

/** Whether the browser's own search finds these words in the last paragraph. */
export function findsInPage(page: Page, site: Site, words: string): Promise<boolean> {
  return page.evaluate(
    ([paragraphs, text]) => {
      const find = (window as Window & { find?: (text: string) => boolean }).find
      document.getSelection()?.removeAllRanges()
      const found = find?.(String(text)) === true
      const last = [...document.querySelectorAll(String(paragraphs))].at(-1)
      return found && last?.contains(document.getSelection()?.anchorNode ?? null) === true
    },
    [site.paragraphs, words],
  )
}

/**
 * Opens several pages in turn, each time in a tab of its own, so that all of them meet the same machine. The first round, in
 * which everything is fetched for the first time, is told apart.
 */
export async function openInTurns(
  context: BrowserContext,
  sites: readonly Site[],
  lastWords: string,
  rounds: number,
): Promise<(Opened & { firstMs: number })[]> {
  const all: Opened[][] = sites.map(() => [])
  for (let round = 0; round <= rounds; round++)
    for (const [index, site] of sites.entries()) {
      const page = await context.newPage()
      all[index]?.push(await open(page, site, lastWords))
      await page.close()
    }
  return all.map(([first, ...rest]) => {
    const of = (name: keyof Opened) => median(rest.map((one) => one[name]))
    return {
      firstMs: first?.ms ?? Number.NaN,
      ms: of('ms'),
      busyMs: of('busyMs'),
      elements: of('elements'),
      nodes: of('nodes'),
      heapMb: of('heapMb'),
      bytes: first?.bytes ?? Number.NaN,
    }
  })
}
