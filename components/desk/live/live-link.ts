// Longer than most files: one small machine (who holds the stream, what is passed on, when it counts as dead), read as a whole.
import { BEAT_MS, type DeskEventName, type DeskEvents } from '@/claims/live/events'

/** A stream without a sign of life for so long is dead, whatever the browser thinks: two beats and a little. */
const SILENT_MS = 2.6 * BEAT_MS
const LOOK_MS = 5_000
/** How long the page that holds the stream has to answer one that was just looked at. */
const ANSWER_MS = 1_500
const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 30_000

/** What pages of one browser tell each other: what came over the stream, and how the stream is. */
type Told = { [Name in DeskEventName]: { name: Name; data: DeskEvents[Name] } }[DeskEventName]
type Between = Told | { name: 'up' } | { name: 'down' } | { name: 'ask' }

type Source = {
  addEventListener: (name: string, listener: (event: Event) => void) => void
  close: () => void
}
type Channel = Pick<BroadcastChannel, 'postMessage' | 'close'> & {
  onmessage: ((event: MessageEvent) => unknown) | null
}

/** What the browser gives; apart so that a test can be one. */
export type LiveWorld = {
  open: () => Source
  channel: () => Channel | null
  /**
   * Waits for the one lock, or takes it from whoever has it, and keeps it until `held` is done. Rejects with AbortError where
   * another page took it. Null where the page is not served over https or from localhost: browsers have no locks there.
   */
  lock: ((how: { steal: boolean; signal: AbortSignal }, held: () => Promise<void>) => Promise<unknown>) | null
  visible: () => boolean
}

type Listeners = { [Name in DeskEventName]: Set<(data: DeskEvents[Name]) => void> }

const NAMES: readonly DeskEventName[] = ['interview', 'presence', 'inbox', 'resume', 'beat', 'bye']

/**
 * One stream for all of a browser's desk pages: browsers allow six connections a host over HTTP/1.1, and an editor has more tabs
 * than that. The page that holds a Web Lock has the stream and passes on what comes; when it closes, the next gets the lock.
 * A page that is looked at takes the stream from one that fell silent (a phone stops pages in the background).
 * Without locks, each page has a stream of its own while it is looked at, and none otherwise.
 */
export class LiveLink {
  private readonly listeners: Listeners = {
    interview: new Set(),
    presence: new Set(),
    inbox: new Set(),
    resume: new Set(),
    beat: new Set(),
    bye: new Set(),
  }
  private readonly watchers = new Set<() => void>()
  private channel: Channel | null = null
  private source: Source | null = null
  private release: (() => void) | null = null
  private abort = new AbortController()
  private leading = false
  private up = false
  private lastSign = 0
  private answered = true
  private failures = 0
  private retry: ReturnType<typeof setTimeout> | undefined
  private looking: ReturnType<typeof setInterval> | undefined
  private answer: ReturnType<typeof setTimeout> | undefined
  private started = false
  /** Waits in the lock's line already. */
  private queued = false
  private lockless = false
  /** The last count heard, for a part of the page that appears later; null before the first. */
  unread: number | null = null

  constructor(private readonly world: LiveWorld) {}

  /** True while what happens is told at once. */
  readonly isUp = (): boolean => this.up

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  on<Name extends DeskEventName>(name: Name, listener: (data: DeskEvents[Name]) => void): () => void {
    this.listeners[name].add(listener)
    return () => this.listeners[name].delete(listener)
  }

  start(): void {
    if (this.started) return
    this.started = true
    this.queued = false
    this.abort = new AbortController()
    this.lastSign = Date.now()
    this.channel = this.world.channel()
    if (this.channel) this.channel.onmessage = (event) => this.told(event.data)
    this.post({ name: 'ask' })
    this.looking = setInterval(() => this.look(), LOOK_MS)
    if (this.shared()) this.contend(false)
    else this.look()
  }

  stop(): void {
    this.started = false
    clearInterval(this.looking)
    clearTimeout(this.answer)
    this.giveUp()
    this.abort.abort()
    this.channel?.close()
    this.channel = null
  }

  /** Call when the page comes into view or the network comes back: what died meanwhile is found at once. */
  readonly seen = (): void => {
    if (!this.started) return
    if (!this.world.visible() || !this.shared()) this.look()
    else if (this.leading) {
      if (Date.now() - this.lastSign > BEAT_MS * 1.2) this.reopen()
      else if (!this.up) this.openNow()
    } else this.askWhoLeads()
  }

  private askWhoLeads(): void {
    this.answered = false
    this.post({ name: 'ask' })
    clearTimeout(this.answer)
    this.answer = setTimeout(() => {
      if (!this.leading && !this.answered) this.contend(true)
    }, ANSWER_MS)
  }

  private shared(): boolean {
    return this.channel !== null && this.world.lock !== null && !this.lockless
  }

  private contend(steal: boolean): void {
    if (!steal && this.queued) return
    const { abort } = this
    const hold = () =>
      new Promise<void>((resolve) => {
        if (!steal) this.queued = false
        if (abort !== this.abort || !this.started) return resolve()
        this.release = resolve
        this.lead()
      })
    if (!steal) this.queued = true
    this.world.lock?.({ steal, signal: abort.signal }, hold).catch((error: unknown) => {
      // This page closed meanwhile, and perhaps began anew.
      if (abort !== this.abort || !this.started) return
      this.giveUp()
      // Another page took the stream over; where locks are forbidden, each page helps itself.
      if (error instanceof DOMException && error.name === 'AbortError') this.contend(false)
      else this.lockless = true
    })
  }

  private lead(): void {
    this.leading = true
    this.failures = 0
    this.openNow()
  }

  private giveUp(): void {
    this.leading = false
    clearTimeout(this.retry)
    this.source?.close()
    this.source = null
    this.release?.()
    this.release = null
    this.turn(false)
  }

  private openNow(): void {
    clearTimeout(this.retry)
    this.source?.close()
    const source = this.world.open()
    this.source = source
    this.lastSign = Date.now()
    for (const name of NAMES) source.addEventListener(name, (event) => this.came(source, name, event))
    source.addEventListener('error', () => this.broke(source))
  }

  private came(source: Source, name: DeskEventName, event: Event): void {
    if (source !== this.source || !(event instanceof MessageEvent)) return
    // Our own server wrote it, in the shape that its name says.
    const told: Told = { name, data: JSON.parse(event.data) }
    this.failures = 0
    this.lastSign = Date.now()
    this.turn(true)
    this.post(told)
    this.pass(told)
    // A stream that ended in order is begun again at once; a session that ended may come back in another tab.
    if (told.name === 'bye') this.broke(source, told.data.reason === 'signed-out' ? LONGEST_WAIT_MS : 1_000)
  }

  private broke(source: Source, wait = Math.min(FIRST_WAIT_MS * 2 ** this.failures, LONGEST_WAIT_MS)): void {
    if (source !== this.source) return
    source.close()
    this.source = null
    this.failures += 1
    this.turn(false)
    this.post({ name: 'down' })
    // Spread, so that a server that comes back is not asked by everybody at once.
    this.retry = setTimeout(() => this.openNow(), wait * (0.5 + Math.random()))
  }

  private reopen(): void {
    this.turn(false)
    this.openNow()
  }

  private told(said: Between): void {
    if (said.name === 'ask') {
      if (!this.leading) return
      this.post({ name: this.up ? 'up' : 'down' })
      if (this.unread !== null) this.post({ name: 'inbox', data: { unread: this.unread } })
      return
    }
    if (this.leading) return
    this.answered = true
    this.lastSign = Date.now()
    const was = this.up
    this.turn(said.name !== 'down')
    if (said.name === 'down') return
    if (said.name !== 'up') this.pass(said)
    // This page heard nothing for a while, whatever the one with the stream did.
    if (!was && said.name !== 'resume') this.pass({ name: 'resume', data: null })
  }

  private look(): void {
    const silent = Date.now() - this.lastSign > SILENT_MS
    if (!this.shared()) {
      const wanted = this.world.visible()
      if (!wanted && this.leading) this.giveUp()
      else if (wanted && !this.leading) this.lead()
      else if (wanted && silent && this.source) this.reopen()
    } else if (silent && this.leading) {
      if (this.source) this.reopen()
    } else if (silent) {
      this.turn(false)
      if (this.world.visible()) this.contend(true)
    }
  }

  private pass(told: Told): void {
    if (told.name === 'inbox') this.unread = told.data.unread
    this.emit(told.name, told.data)
  }

  private emit<Name extends DeskEventName>(name: Name, data: DeskEvents[Name]): void {
    for (const listener of this.listeners[name]) listener(data)
  }

  private post(message: Between): void {
    this.channel?.postMessage(message)
  }

  private turn(up: boolean): void {
    if (up === this.up) return
    this.up = up
    for (const watcher of this.watchers) watcher()
  }
}
