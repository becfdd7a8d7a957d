/** How the desk learns of colleagues: told at once, by asking every few seconds, or not at all just now. */
export type Connection = 'live' | 'polling' | 'offline'

/** What asking brought. `refused`: the server is there and says no, for instance because the session ended. */
export type Answer<Changes> = Changes | 'refused' | 'unreached'

const ASK_MS = 4_000
/** While a stream tells of changes, asking is only a safety net. */
const ASK_SELDOM_MS = 60_000
/** Fifty pages hear of a change in the same millisecond; they need not ask in the same one. */
const SPREAD_MS = 150
const SPREAD_ALL_MS = 600

type FollowWorld<Changes> = {
  ask: (since: number) => Promise<Answer<Changes>>
  /** The revision that the page holds. */
  revision: () => number
  onChanges: (changes: Changes) => void
  /** The server answered, or gave a sign of life. */
  onReached: () => void
  streaming: () => boolean
  /** Something waits for the server to come back. */
  urgent: () => boolean
  visible: () => boolean
  changed: () => void
  random: () => number
}

/**
 * Keeps a page at its interview's newest revision: asks when told of a change, when something may have been missed, and
 * regularly where nothing tells. One question at a time; what is told meanwhile makes one more of them, not many.
 */
export class ChangeFollower<Changes extends { revision: number }> {
  private regular: ReturnType<typeof setTimeout> | undefined
  private extra: ReturnType<typeof setTimeout> | undefined
  /** When the extra question is asked. */
  private due = Number.POSITIVE_INFINITY
  private asking = false
  private again = false
  private stopped = false
  private reached = true
  private told = 0
  private known = 0

  constructor(private readonly world: FollowWorld<Changes>) {}

  start(): void {
    this.stopped = false
    this.plan()
  }

  stop(): void {
    this.stopped = true
    this.callOff()
  }

  connection(): Connection {
    if (!this.reached) return 'offline'
    return this.world.streaming() ? 'live' : 'polling'
  }

  /** The interview has this revision now. */
  hear(revision: number): void {
    this.told = Math.max(this.told, revision)
    if (this.told > Math.max(this.known, this.world.revision())) this.soon(SPREAD_MS)
  }

  /** Something may have been missed. */
  missed(): void {
    this.again = true
    this.soon(SPREAD_ALL_MS)
  }

  /** The server is there. */
  alive(): void {
    this.world.onReached()
    if (!this.reached) this.look()
  }

  /** The network is gone, as the browser says. */
  cutOff(): void {
    this.note(false)
  }

  /** Asks now: somebody came back to the page. */
  look(): void {
    this.at(0)
  }

  /** The stream came or went. */
  streamTurned(): void {
    this.world.changed()
    this.plan()
  }

  private soon(spread: number): void {
    this.at(this.world.random() * spread)
  }

  private plan(): void {
    if (this.stopped) return
    const seldom = this.reached && this.world.streaming() && !this.world.urgent()
    const wait = (seldom ? ASK_SELDOM_MS : ASK_MS) * (0.85 + this.world.random() * 0.3)
    clearTimeout(this.regular)
    this.regular = setTimeout(() => void this.ask(), wait)
  }

  /** Asks after a while besides the regular questions, unless it does so sooner already. */
  private at(wait: number): void {
    const due = Date.now() + wait
    if (this.stopped || due >= this.due) return
    clearTimeout(this.extra)
    this.due = due
    this.extra = setTimeout(() => void this.ask(), wait)
  }

  private callOff(): void {
    clearTimeout(this.regular)
    clearTimeout(this.extra)
    this.due = Number.POSITIVE_INFINITY
  }

  private async ask(): Promise<void> {
    this.callOff()
    if (this.asking) {
      this.again = true
      return
    }
    // Looked at again, it asks at once; nobody sees it before that.
    if (!this.world.visible()) return this.plan()
    this.asking = true
    this.again = false
    const answer = await this.world.ask(this.world.revision())
    this.asking = false
    if (this.stopped) return
    this.note(answer !== 'unreached')
    if (typeof answer === 'object') {
      this.known = Math.max(this.known, answer.revision)
      this.world.onChanges(answer)
      this.world.onReached()
      if (this.again || this.told > this.known) this.soon(SPREAD_MS)
    }
    this.plan()
  }

  private note(reached: boolean): void {
    if (reached === this.reached) return
    this.reached = reached
    this.world.changed()
  }
}
