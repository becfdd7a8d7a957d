/** What the bar shows; changes a few times a minute, never with the clock. */
export type PlayerState = {
  playing: boolean
  /** Asked to play and waiting for bytes. */
  waiting: boolean
  fault: PlayerFault | null
  rate: number
  volume: number
  muted: boolean
  durationMs: number | null
}

export type PlayerFault = 'missing' | 'unplayable' | 'network' | 'blocked'

export const RATES = [0.5, 0.6, 0.75, 0.85, 1, 1.15, 1.25, 1.5, 1.75, 2] as const

/**
 * The recording's media element as the desk uses it. The clock goes to `onTime` listeners, about four times a second, which
 * write into the page themselves; only what changes seldom is state for React.
 */
export class PlayerControl {
  /** Where this stretch of listening began: nothing before it was heard. */
  heardFromMs = 0
  private media: HTMLMediaElement | null = null
  private state: PlayerState
  private wanted = { rate: 1, volume: 1, muted: false }
  /** Where to stand once there is an element, or a new try of one. */
  private cueMs: number | null = null
  private readonly watchers = new Set<() => void>()
  private readonly clocks = new Set<(ms: number) => void>()

  constructor(
    readonly recording: { url: string; external: boolean; durationMs: number | null },
    /** Says a refusal of the browser's own to the page, which shows it. */
    private readonly probe: (url: string) => Promise<PlayerFault> = probeAddress,
  ) {
    this.state = {
      playing: false,
      waiting: false,
      fault: null,
      durationMs: recording.durationMs,
      ...this.wanted,
    }
  }

  /** A ref for the element; what it returns lets go of it. */
  readonly attach = (media: HTMLMediaElement | null): (() => void) | undefined => {
    if (!media) return undefined
    this.media = media
    const stop = new AbortController()
    const on = (names: string, act: () => void) => {
      for (const name of names.split(' ')) media.addEventListener(name, act, { signal: stop.signal })
    }
    on('play', () => this.change({ playing: true, fault: null }))
    on('pause ended', () => this.change({ playing: false, waiting: false }))
    on('waiting', () => this.change({ waiting: !media.paused }))
    on('playing canplay', () => this.change({ waiting: false }))
    on('durationchange loadedmetadata', () => this.measured(media.duration))
    on('timeupdate seeking seeked loadedmetadata', () => this.tick())
    on('error', () => void this.failed(media))
    media.playbackRate = this.wanted.rate
    media.volume = this.wanted.volume
    media.muted = this.wanted.muted
    if (this.cueMs !== null) media.currentTime = this.cueMs / 1000
    if (media.duration) this.measured(media.duration)
    if (media.error) void this.failed(media)
    this.tick()
    return () => {
      stop.abort()
      this.cueMs = this.nowMs()
      media.pause()
      this.media = null
      this.change({ playing: false, waiting: false })
    }
  }

  subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  snapshot = (): PlayerState => this.state

  /** Called with the playhead about four times a second while it moves, and at each seek. */
  onTime(clock: (ms: number) => void): () => void {
    this.clocks.add(clock)
    clock(this.nowMs())
    return () => this.clocks.delete(clock)
  }

  element(): HTMLMediaElement | null {
    return this.media
  }

  nowMs(): number {
    return this.media ? this.media.currentTime * 1000 : (this.cueMs ?? 0)
  }

  async play(): Promise<void> {
    const { media } = this
    if (!media) return
    if (this.state.fault) return this.retry()
    try {
      await media.play()
    } catch (thrown) {
      // A pause that came at once is no fault; a source that fails says so by its own event.
      if (thrown instanceof DOMException && thrown.name === 'NotAllowedError')
        this.change({ fault: 'blocked' })
    }
  }

  pause(): void {
    this.media?.pause()
  }

  toggle(): void {
    if (this.media?.paused === false) this.pause()
    else void this.play()
  }

  playFrom(ms: number): void {
    this.seek(ms)
    void this.play()
  }

  seek(ms: number): void {
    const to = Math.max(0, Math.min(ms, this.state.durationMs ?? Number.POSITIVE_INFINITY))
    this.heardFromMs = to
    this.cueMs = to
    if (this.media) this.media.currentTime = to / 1000
    this.tick()
  }

  /** A few seconds back or on. Going back, what was heard stays heard. */
  skip(seconds: number): void {
    const heardFrom = this.heardFromMs
    this.seek(this.nowMs() + seconds * 1000)
    if (seconds < 0) this.heardFromMs = Math.min(heardFrom, this.nowMs())
  }

  setRate(rate: number): void {
    this.wanted.rate = rate
    if (this.media) this.media.playbackRate = rate
    this.change({ rate })
  }

  /** One step slower (-1) or faster (1). @returns the speed now */
  step(by: -1 | 1): number {
    const { rate } = this.state
    const next = by > 0 ? RATES.find((one) => one > rate) : RATES.findLast((one) => one < rate)
    this.setRate(next ?? rate)
    return next ?? rate
  }

  setVolume(volume: number, muted = volume === 0): void {
    this.wanted.volume = volume
    this.wanted.muted = muted
    if (this.media) {
      this.media.volume = volume
      this.media.muted = muted
    }
    this.change({ volume, muted })
  }

  /** Loads again after a fault and goes on from the same second. */
  retry(): Promise<void> {
    const { media } = this
    if (!media) return Promise.resolve()
    const at = this.cueMs ?? this.nowMs()
    this.change({ fault: null, waiting: true })
    media.load()
    media.playbackRate = this.wanted.rate
    media.currentTime = at / 1000
    return media.play().catch(() => undefined) // the element's error event says why
  }

  private measured(seconds: number): void {
    if (Number.isFinite(seconds) && seconds > 0) this.change({ durationMs: Math.round(seconds * 1000) })
  }

  private async failed(media: HTMLMediaElement): Promise<void> {
    this.cueMs = media.currentTime ? media.currentTime * 1000 : this.cueMs
    const code = media.error?.code
    let fault: PlayerFault = code === MediaError.MEDIA_ERR_NETWORK ? 'network' : 'unplayable'
    // An address that answers nothing looks to the browser like a file that it cannot play.
    if (code === MediaError.MEDIA_ERR_SRC_NOT_SUPPORTED && !this.recording.external)
      fault = await this.probe(this.recording.url)
    this.change({ fault, playing: false, waiting: false })
  }

  private tick(): void {
    const ms = this.nowMs()
    if (this.media && !this.media.paused) this.cueMs = ms
    for (const clock of this.clocks) clock(ms)
  }

  private change(part: Partial<PlayerState>): void {
    const next = { ...this.state, ...part }
    if (Object.entries(next).every(([key, value]) => Object.is(value, Reflect.get(this.state, key)))) return
    this.state = next
    for (const watcher of this.watchers) watcher()
  }
}

async function probeAddress(url: string): Promise<PlayerFault> {
  try {
    const answer = await fetch(url, { method: 'HEAD' })
    if (answer.status === 404 || answer.status === 410) return 'missing'
    return answer.ok ? 'unplayable' : 'network'
  } catch {
    return 'network' // nothing answered at all
  }
}
