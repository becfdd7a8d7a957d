/**
 * Listening to claims: one alone, or one after the other with a pause after each. Decides what sounds and what is shown;
 * touches neither page nor sound itself. Times in ms.
 */

/** The seconds of a claim, as the page has them. */
export type Heard = { number: number; fromMs: number; toMs: number }

export type RunState =
  | { phase: 'off' }
  /** `alone` where one claim was asked for, and not all of them. */
  | { phase: 'speaking' | 'pausing'; claim: Heard; alone: boolean; last: boolean }
  | { phase: 'ended'; count: number }

/** What the run steers. */
export type Sound = {
  nowMs: () => number
  playFrom: (ms: number) => void
  play: () => void
  pause: () => void
}

/** Words have no sharp edges: a claim begins a little before its first one and ends a little after its last. */
const EDGE_MS = 250

type Parts = {
  sound: Sound
  /** Claims that are shown and have seconds, asked for anew at each step: the reader may filter in between. */
  claims: () => readonly Heard[]
  /** How long to stay after each claim; null until the reader goes on. */
  pauseMs: () => number | null
  show: (state: RunState) => void
  /** Calls back later; gives what takes that back. */
  later: (run: () => void, ms: number) => () => void
}

export class ClaimRun {
  private state: RunState = { phase: 'off' }
  private cancelPause = () => {}

  constructor(private readonly parts: Parts) {}

  get now(): RunState {
    return this.state
  }

  /** All claims, from the place where the recording stands; from the first where none is left. */
  start(): void {
    const claims = inOrder(this.parts.claims())
    const at = this.parts.sound.nowMs()
    const first = claims.find((claim) => claim.toMs > at) ?? claims[0]
    if (first) this.speak(first, false)
  }

  /** One claim and no more. */
  hear(number: number): void {
    const claim = this.parts.claims().find((each) => each.number === number)
    if (claim) this.speak(claim, true)
  }

  /** The next claim at once; behind the last one the end. From outside a run it begins one. */
  next(): void {
    if (this.state.phase === 'off' || this.state.phase === 'ended') {
      this.start()
      return
    }
    const next = after(this.parts.claims(), this.state.claim)
    if (next) this.speak(next, false)
    else this.finish()
  }

  /** The claim that was just heard, once more. */
  again(): void {
    if (this.state.phase === 'speaking' || this.state.phase === 'pausing')
      this.speak(this.state.claim, this.state.alone)
  }

  /** Called while the recording plays. */
  tick(ms: number): void {
    if (this.state.phase !== 'speaking' || ms < this.state.claim.toMs + EDGE_MS) return
    this.rest()
  }

  /** The recording came to its end, which may be the claim's too. */
  recordingEnded(): void {
    if (this.state.phase === 'speaking') this.rest()
  }

  /** What pressing play means in a pause: go on. True where that was done here. */
  played(): boolean {
    if (this.state.phase !== 'pausing') return false
    if (this.state.alone) {
      this.stop()
      this.parts.sound.play()
    } else this.next()
    return true
  }

  /** The reader listens on as they like. */
  stop(): void {
    this.become({ phase: 'off' })
  }

  private speak(claim: Heard, alone: boolean): void {
    this.become({ phase: 'speaking', claim, alone, last: after(this.parts.claims(), claim) === null })
    this.parts.sound.playFrom(Math.max(0, claim.fromMs - EDGE_MS))
  }

  private rest(): void {
    if (this.state.phase !== 'speaking') return
    this.become({ ...this.state, phase: 'pausing' })
    this.parts.sound.pause()
    const wait = this.parts.pauseMs()
    if (!this.state.alone && wait !== null) this.cancelPause = this.parts.later(() => this.next(), wait)
  }

  private finish(): void {
    this.become({ phase: 'ended', count: this.parts.claims().length })
    this.parts.sound.pause()
  }

  private become(state: RunState): void {
    this.cancelPause()
    this.cancelPause = () => {}
    this.state = state
    this.parts.show(state)
  }
}

/** As they are said; of two that begin together the one flagged first. */
export function inOrder(claims: readonly Heard[]): Heard[] {
  return claims.toSorted((a, b) => a.fromMs - b.fromMs || a.number - b.number)
}

/** The claim behind this one, which itself need not be shown any more; null behind the last. */
function after(claims: readonly Heard[], { number, fromMs }: Heard): Heard | null {
  const behind = (claim: Heard) => claim.fromMs - fromMs || claim.number - number
  return inOrder(claims).find((claim) => behind(claim) > 0) ?? null
}
