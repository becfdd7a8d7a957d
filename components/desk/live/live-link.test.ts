import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LiveLink, type LiveWorld } from './live-link'

type Holder = { lose: (reason: Error) => void }
type Ear = NonNullable<ReturnType<LiveWorld['channel']>>
const deaf: Ear['onmessage'] = null

/** A browser with several pages: locks, a channel and streams that the test answers. */
class FakeBrowser {
  readonly sources: FakeSource[] = []
  private readonly ears = new Set<Ear>()
  private holder: Holder | null = null
  private readonly line: (() => void)[] = []

  page({ locks = true }: { locks?: boolean | 'forbidden' } = {}) {
    const page = { visible: true, frozen: false }
    const world: LiveWorld = {
      open: () => {
        const source = new FakeSource()
        this.sources.push(source)
        return source
      },
      channel: () => {
        const ear: Ear = {
          onmessage: deaf,
          postMessage: (data: unknown) => {
            if (page.frozen) return
            for (const other of this.ears)
              if (other !== ear) other.onmessage?.(new MessageEvent('message', { data }))
          },
          close: () => void this.ears.delete(ear),
        }
        this.ears.add(ear)
        return ear
      },
      lock:
        locks === true ? this.lock : locks ? async () => Promise.reject(new TypeError('forbidden')) : null,
      visible: () => page.visible,
    }
    return { page, link: new LiveLink(world) }
  }

  /** Streams that are open now. */
  get open() {
    return this.sources.filter((source) => !source.closed)
  }

  private readonly lock: NonNullable<LiveWorld['lock']> = async ({ steal, signal }, held) => {
    if (steal) this.holder?.lose(new DOMException('stolen', 'AbortError'))
    else if (this.holder)
      await new Promise<void>((resolve, reject) => {
        this.line.push(resolve)
        signal.addEventListener('abort', () => {
          this.line.splice(this.line.indexOf(resolve), 1)
          reject(new DOMException('gone', 'AbortError'))
        })
      })
    let holder: Holder | null = null
    const lost = new Promise<never>((_, lose) => {
      holder = { lose }
    })
    this.holder = holder
    try {
      await Promise.race([held(), lost])
    } finally {
      if (this.holder === holder) {
        this.holder = null
        this.line.shift()?.()
      }
    }
  }
}

class FakeSource extends EventTarget {
  closed = false
  close() {
    this.closed = true
  }
  says(name: string, data: unknown = null) {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }))
  }
  breaks() {
    this.dispatchEvent(new Event('error'))
  }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())
const settle = () => vi.advanceTimersByTimeAsync(0)

async function pages(browser: FakeBrowser, count: number) {
  const all = Array.from({ length: count }, () => browser.page())
  for (const { link } of all) link.start()
  await settle()
  return all
}

test('eight pages share one stream, and each hears what comes', async () => {
  const browser = new FakeBrowser()
  const all = await pages(browser, 8)
  expect(browser.open).toHaveLength(1)
  const heard = all.map(({ link }) => {
    const ids: string[] = []
    link.on('interview', ({ id }) => ids.push(id))
    return ids
  })
  browser.open[0]?.says('resume')
  browser.open[0]?.says('interview', { id: 'x', revision: 2 })
  expect(heard).toEqual(Array(8).fill(['x']))
  expect(all.every(({ link }) => link.isUp())).toBe(true)
})

test('when the page with the stream closes, another opens one', async () => {
  const browser = new FakeBrowser()
  const all = await pages(browser, 3)
  browser.open[0]?.says('resume')
  all[0]?.link.stop()
  await settle()
  expect(browser.open).toHaveLength(1)
  let resumed = 0
  all[2]?.link.on('resume', () => {
    resumed += 1
  })
  browser.open[0]?.says('resume')
  expect(resumed).toBe(1)
})

test('a page that opens later learns that the stream is there, how much is unread, and asks for what it missed', async () => {
  const browser = new FakeBrowser()
  await pages(browser, 1)
  browser.open[0]?.says('resume')
  browser.open[0]?.says('inbox', { unread: 3 })
  const late = browser.page()
  let resumed = 0
  late.link.on('resume', () => {
    resumed += 1
  })
  late.link.start()
  await settle()
  expect([late.link.isUp(), late.link.unread, resumed]).toEqual([true, 3, 1])
  expect(browser.open).toHaveLength(1)
})

test('a broken stream is begun again, later each time, and pages know meanwhile', async () => {
  const browser = new FakeBrowser()
  const [one, two] = await pages(browser, 2)
  browser.open[0]?.says('resume')
  for (let time = 0; time < 4; time++) {
    browser.open[0]?.breaks()
    expect([one?.link.isUp(), two?.link.isUp()]).toEqual([false, false])
    expect(browser.open).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(500 * 2 ** time * 1.5)
    expect(browser.open).toHaveLength(1)
  }
  browser.open[0]?.says('resume')
  expect([one?.link.isUp(), two?.link.isUp()]).toEqual([true, true])
})

test('a stream that falls silent is begun again', async () => {
  const browser = new FakeBrowser()
  const [one] = await pages(browser, 1)
  browser.open[0]?.says('resume')
  await vi.advanceTimersByTimeAsync(38_000)
  expect(browser.sources).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(7_000)
  expect(browser.sources).toHaveLength(2)
  expect(one?.link.isUp()).toBe(false)
})

test('a page that is looked at takes the stream from one that was put to sleep', async () => {
  const browser = new FakeBrowser()
  const [asleep, awake] = await pages(browser, 2)
  browser.open[0]?.says('resume')
  if (asleep) asleep.page.frozen = true
  awake?.link.seen()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(browser.sources).toHaveLength(2)
  browser.sources[1]?.says('resume')
  expect(awake?.link.isUp()).toBe(true)
  expect(browser.open).toHaveLength(1)
})

test('without locks a page has a stream while it is looked at and none otherwise', async () => {
  const browser = new FakeBrowser()
  const { page, link } = browser.page({ locks: false })
  link.start()
  expect(browser.open).toHaveLength(1)
  page.visible = false
  link.seen()
  expect(browser.open).toHaveLength(0)
  page.visible = true
  link.seen()
  expect(browser.open).toHaveLength(1)
})

test('where the browser forbids locks, a page helps itself', async () => {
  const browser = new FakeBrowser()
  const { link } = browser.page({ locks: 'forbidden' })
  link.start()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(browser.open).toHaveLength(1)
})

test('a page that starts, stops and starts again, as React does, still has one stream', async () => {
  const browser = new FakeBrowser()
  const { link } = browser.page()
  link.start()
  link.stop()
  link.start()
  await settle()
  expect(browser.open).toHaveLength(1)
  link.stop()
  await settle()
  expect(browser.open).toHaveLength(0)
})
