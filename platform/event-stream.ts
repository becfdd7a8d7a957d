const encoder = new TextEncoder()

/** More different things than this waiting for one reader become a single “ask for everything anew”. */
const MOST_WAITING = 200

/** One event as it goes over the wire. https://html.spec.whatwg.org/multipage/server-sent-events.html */
export function eventText(event: string, data: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}

/**
 * Server-sent events for one reader. What the reader has not taken yet waits here, and newer news under the same key takes
 * the place of older: a slow reader costs a bounded amount of memory and sees the newest state, never a backlog.
 */
export class EventStream {
  readonly body: ReadableStream<Uint8Array>
  private readonly waiting = new Map<string, string>()
  private controller: ReadableStreamDefaultController<Uint8Array> | undefined
  private taken: (() => void) | null = null
  private waitingSince: number | null = null
  private ended = false

  /**
   * @param onEnd called once, whoever ends it
   * @param overflow event that stands for all others when too many wait
   */
  constructor(
    private readonly onEnd: () => void,
    private readonly overflow: string,
  ) {
    this.body = new ReadableStream(
      {
        start: (controller) => {
          this.controller = controller
        },
        // Called when the reader wants more; waits until there is something.
        pull: () =>
          new Promise<void>((resolve) => {
            this.taken = resolve
            if (this.waiting.size > 0) this.flush()
          }),
        cancel: () => this.over(),
      },
      { highWaterMark: 0 },
    )
  }

  /** Sends an event, or lets it wait. @param key events of one key replace one another */
  put(key: string, text: string): void {
    if (this.ended) return
    if (this.waiting.size >= MOST_WAITING && !this.waiting.has(key)) {
      this.waiting.clear()
      this.waiting.set('overflow', this.overflow)
    } else this.waiting.set(key, text)
    if (this.taken) this.flush()
    else this.waitingSince ??= Date.now()
  }

  /** For how long something has waited for the reader, in ms. */
  stuckFor(): number {
    return this.waitingSince === null ? 0 : Date.now() - this.waitingSince
  }

  /** Ends it after what waits. */
  end(): void {
    if (this.ended) return
    if (this.waiting.size > 0) this.flush()
    this.over()
    this.controller?.close()
    this.taken?.()
  }

  /** Breaks it off: the reader does not read. */
  drop(): void {
    if (this.ended) return
    this.over()
    this.controller?.error(new Error('This reader does not read.'))
  }

  private flush(): void {
    const chunk = [...this.waiting.values()].join('')
    const { taken } = this
    this.waiting.clear()
    this.waitingSince = null
    this.taken = null
    this.controller?.enqueue(encoder.encode(chunk))
    taken?.()
  }

  private over(): void {
    if (this.ended) return
    this.ended = true
    this.waiting.clear()
    this.onEnd()
  }
}
