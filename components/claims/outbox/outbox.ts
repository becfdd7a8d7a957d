// Longer than most files: one queue with its storage; what an act is stands in act-kinds.ts, what the page shows in waiting-acts.tsx.
import { z } from 'zod'
import type { DraftStore } from '@/components/claims/drafts'
import { type KeptAct, keptActSchema } from '@/components/claims/outbox/kept-act'
import { newRequestId } from '@/components/claims/request-id'
import { OFFLINE, send } from '@/components/claims/send'
import type { ActionError, ActionResult } from '@/platform/action-result'

const BEGINNING = 'act:'
/** So long somebody waits beside what they did; then it is out of their hands, and waits in the list. */
const LATE_MS = 4000
const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 30_000
/** After so many faults of the server's own somebody is asked, and it is no longer tried by itself. */
const MOST_FAULTS = 5

type World = {
  store: DraftStore
  /** Sends what an earlier page left; null where no version of the server would take it. */
  send: (act: KeptAct) => Promise<ActionResult<unknown>> | null
  /** What must be with the server before this act, such as the fields typed before it. */
  before: (act: KeptAct) => Promise<void>
  /** Shows an answer; `heard` is false where nobody waits for it any more. */
  took: (act: KeptAct, value: unknown, heard: boolean) => void
  /** Runs it while no other tab of this browser holds the same name. */
  alone: (name: string, act: () => Promise<void>) => Promise<void>
  later: (act: () => void, ms: number) => () => void
}

type Wish = Pick<KeptAct, 'act' | 'interviewId' | 'lane' | 'input'> & { requestId: string; madeHere: boolean }

/** Somebody in this page who waits for an answer. */
type Waiting = { perform: () => Promise<ActionResult<unknown>>; done: () => void }

const keptFormSchema = z.object({ requestId: z.string(), value: z.unknown() })

/**
 * Everything that somebody does at the desk and the server has not answered yet. Each act stands in the browser's storage
 * before it is sent, is sent in its order, and sent again under the same id until there is an answer: after a broken
 * connection, a killed server, a reload, in a later tab, after signing in again. The server does each id once.
 */
export class Outbox {
  private acts = new Map<string, KeptAct>()
  private readonly waiting = new Map<string, Waiting>()
  private readonly lanes = new Map<string, Promise<void>>()
  private readonly listeners = new Set<() => void>()
  private readonly faults = new Map<string, number>()
  /** Acts that the browser's storage would not take. */
  private readonly homeless = new Set<string>()
  /** Acts of this page that are on their way for the first time. */
  private readonly fresh = new Set<string>()
  private offline = false
  private stopped: ActionError | null = null
  private tries = 0
  private callOff: () => void = () => {}
  private lastAt = 0
  /** Grows with every change; what React watches. */
  moment = 0
  /** False until the browser's storage was read: before that nobody can say that all is saved. */
  hasLooked = false
  /** Grows when an act is given back to its form. */
  returned = 0

  constructor(private readonly world: World) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly snapshot = (): number => this.moment

  /** Reads what this page or another one left in the browser's storage. */
  reload(): void {
    const found = new Map<string, KeptAct>()
    for (const name of this.world.store.names(BEGINNING)) {
      const act = this.world.store.find(name, keptActSchema)
      if (act) found.set(act.requestId, act)
    }
    // What storage would not take, and what somebody in this page waits for, though another tab may have sent it.
    for (const [id, act] of this.acts)
      if (this.homeless.has(id) || this.waiting.has(id)) found.set(id, found.get(id) ?? act)
    this.acts = found
    this.hasLooked = true
    this.tell()
  }

  /** All that is not with the server, oldest first. */
  all(): KeptAct[] {
    return [...this.acts.values()].sort((one, other) => one.at - other.at)
  }

  /** True where an act waits, and is not on its way for the first time. */
  holdsLate(requestId: string): boolean {
    return this.acts.has(requestId) && !this.fresh.has(requestId)
  }

  /** True for an act that has no answer after a moment: people are shown what waits, not what is on its way. */
  isLate({ requestId }: KeptAct): boolean {
    return !this.fresh.has(requestId)
  }

  /**
   * Does an act. It is kept first, then sent in its turn. `perform` sends the wish's input with the id it is given.
   * @returns the server's answer; where it was not reached an `offline` error, and the act stays and is sent by itself.
   */
  async submit<Value>(
    wish: Wish,
    perform: (requestId: string) => Promise<ActionResult<Value>>,
  ): Promise<ActionResult<Value>> {
    const act = this.put(wish)
    const heard: { answer?: ActionResult<Value> } = {}
    // The same once more while it is under way: both get the answer, and the server does it once.
    const earlier = this.waiting.get(act.requestId)
    await new Promise<void>((resolve) => {
      this.waiting.set(act.requestId, {
        async perform() {
          heard.answer = await send(() => perform(act.requestId))
          return heard.answer
        },
        done() {
          earlier?.done()
          resolve()
        },
      })
      void this.drain(act.lane)
    })
    const { answer } = heard
    if (answer && (answer.ok || answer.error.kind !== OFFLINE)) return answer
    const behind = this.all().some(({ lane, refusal }) => lane === act.lane && refusal !== null)
    return { ok: false, error: behind ? BEHIND : this.lanes.has(act.lane) ? SLOW : KEPT }
  }

  /** Sends everything that may be sent, now. */
  async flush(): Promise<void> {
    this.callOff()
    this.stopped = null
    for (const act of this.acts.values())
      if (act.refusal?.kind === 'fault' && (this.faults.get(act.requestId) ?? 0) < MOST_FAULTS)
        this.keep({ ...act, refusal: null })
    const lanes = new Set(this.all().map((act) => act.lane))
    await Promise.all([...lanes].map((lane) => this.drain(lane)))
  }

  /** Call when the server was reached by other means: what waited for it is sent. */
  reached(): void {
    if (!this.offline && !this.stopped) return
    this.tries = 0
    void this.flush()
  }

  /** Tries what was refused once more, with `input` in place of what was refused where it is given. */
  async again(requestId: string, input?: unknown): Promise<void> {
    const act = this.acts.get(requestId)
    if (!act) return
    this.faults.delete(requestId)
    // A refusal was no act: the same id may carry other input.
    this.keep({ ...act, ...(input === undefined ? {} : { input }), refusal: null })
    this.tell()
    await this.drain(act.lane)
  }

  /** Lets go of an act, and of those that were to follow it in its lane where there is nothing without it. */
  discard(requestId: string): void {
    const act = this.acts.get(requestId)
    if (!act) return
    const orphans = act.lane === requestId ? this.all().filter(({ lane }) => lane === act.lane) : [act]
    for (const one of orphans) this.forget(one.requestId)
    this.tell()
    void this.drain(act.lane)
  }

  /** Puts an act back into the form it was written in, to be looked at once more. */
  giveBack(requestId: string): void {
    const act = this.acts.get(requestId)
    if (!act?.form) return
    // Whatever became of it: what is saved from the form is another request.
    this.world.store.keep(act.form.name, { requestId: newRequestId(), value: act.form.value })
    this.forget(requestId)
    this.returned += 1
    this.tell()
    void this.drain(act.lane)
  }

  count(): number {
    return this.acts.size
  }

  isSending(): boolean {
    return this.lanes.size > 0
  }

  isOffline(): boolean {
    return this.offline && this.acts.size > 0
  }

  /** Why nothing can be sent (signed out, a page older than the server), or the first act that was refused. */
  refusal(): { kind: string; message: string } | null {
    if (this.acts.size === 0) return null
    return this.stopped ?? this.all().find(({ refusal }) => refusal !== null)?.refusal ?? null
  }

  /** True where something would be gone with the page. */
  isHomeless(): boolean {
    return this.homeless.size > 0
  }

  private put(wish: Wish): KeptAct {
    const before = this.acts.get(wish.requestId) ?? this.twinOf(wish)
    const input = before && before.requestId !== wish.requestId ? before.input : wish.input
    const act: KeptAct = {
      requestId: before?.requestId ?? wish.requestId,
      act: wish.act,
      interviewId: wish.interviewId,
      lane: wish.lane,
      at: before?.at ?? this.nextAt(),
      input,
      form: this.formOf(wish.requestId) ?? before?.form ?? null,
      refusal: null,
    }
    this.keep(act)
    if (!before) {
      this.fresh.add(act.requestId)
      this.world.later(() => {
        if (this.fresh.has(act.requestId)) this.letGo(act)
        this.tell()
      }, LATE_MS)
    }
    this.tell()
    return act
  }

  /** The same thing asked for once more by another press: one of them is enough. */
  private twinOf(wish: Wish): KeptAct | undefined {
    if (!wish.madeHere) return undefined
    const wanted = plain(wish.input)
    return this.all().find(
      (act) => act.act === wish.act && act.lane === wish.lane && plain(act.input) === wanted,
    )
  }

  private formOf(requestId: string): KeptAct['form'] {
    for (const name of this.world.store.names('form:')) {
      const kept = this.world.store.find(name, keptFormSchema)
      if (kept?.requestId === requestId) return { name, value: kept.value }
    }
    return null
  }

  private nextAt(): number {
    this.lastAt = Math.max(Date.now(), this.lastAt + 1, ...[...this.acts.values()].map(({ at }) => at + 1))
    return this.lastAt
  }

  private drain(lane: string): Promise<void> {
    const running = this.lanes.get(lane)
    if (running) return running
    if (!this.nextOf(lane)) {
      this.letWait(lane)
      return Promise.resolve()
    }
    const run = this.world.alone(`claimline:${lane}`, () => this.sendLane(lane))
    this.lanes.set(lane, run)
    this.tell()
    return run
  }

  private async sendLane(lane: string): Promise<void> {
    let end: 'sent' | 'empty' | 'stopped' = 'sent'
    try {
      while (end === 'sent') end = await this.sendNext(lane)
    } finally {
      this.lanes.delete(lane)
      // Something was added after the last look.
      if (end === 'empty' && this.nextOf(lane)) void this.drain(lane)
      else this.letWait(lane)
    }
  }

  /** A lane that stopped answers nobody now: who waits in it is told that it is kept. */
  private letWait(lane: string): void {
    for (const act of this.all()) if (act.lane === lane) this.letGo(act)
    this.tell()
  }

  private letGo({ requestId }: KeptAct): void {
    const waiting = this.waiting.get(requestId)
    this.waiting.delete(requestId)
    this.fresh.delete(requestId)
    waiting?.done()
  }

  /** The oldest of a lane, where it may be sent: what follows a refused act waits with it. */
  private nextOf(lane: string): KeptAct | null {
    const first = this.all().find((act) => act.lane === lane)
    return first && !first.refusal ? first : null
  }

  private async sendNext(lane: string): Promise<'sent' | 'empty' | 'stopped'> {
    const act = this.nextOf(lane)
    if (!act) return 'empty'
    await this.world.before(act)
    const waiting = this.waiting.get(act.requestId)
    // Another tab has sent it meanwhile, or it was taken back.
    if (!waiting && !this.homeless.has(act.requestId) && !this.isKept(act.requestId)) {
      this.acts.delete(act.requestId)
      return 'sent'
    }
    const asked = waiting ? waiting.perform() : this.world.send(act)
    const result = asked ? await send(() => asked) : UNKNOWN
    // Who waited too long for it is told by the page, as of everything that an earlier page left.
    const heard = this.waiting.has(act.requestId)
    this.offline = !result.ok && result.error.kind === OFFLINE
    if (result.ok) {
      this.tries = 0
      this.stopped = null
      this.forget(act.requestId)
      this.world.took(act, result.value, heard)
    } else this.refused(act, result.error, heard)
    if (this.acts.has(act.requestId)) return 'stopped'
    this.letGo(act)
    this.tell()
    return 'sent'
  }

  private refused(act: KeptAct, error: ActionError, heard: boolean): void {
    if (error.kind === OFFLINE || error.kind === 'rate-limited') this.tryLater()
    else if (error.kind === 'signed-out' || error.kind === 'outdated') this.stopped = error
    // Who waits for the answer is shown the refusal beside what they did, and has it there to do it otherwise.
    else if (heard) this.forget(act.requestId)
    else {
      this.keep({ ...act, refusal: { kind: error.kind, message: error.message } })
      if (error.kind !== 'fault') return
      this.faults.set(act.requestId, (this.faults.get(act.requestId) ?? 0) + 1)
      this.tryLater()
    }
  }

  private tryLater(): void {
    this.callOff()
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** this.tries, LONGEST_PAUSE_MS)
    this.tries += 1
    this.callOff = this.world.later(() => void this.flush(), pause)
  }

  private isKept(requestId: string): boolean {
    return this.world.store.find(BEGINNING + requestId, keptActSchema) !== null
  }

  private keep(act: KeptAct): void {
    this.acts.set(act.requestId, act)
    if (this.world.store.keep(BEGINNING + act.requestId, act)) this.homeless.delete(act.requestId)
    else this.homeless.add(act.requestId)
  }

  private forget(requestId: string): void {
    this.acts.delete(requestId)
    this.homeless.delete(requestId)
    this.faults.delete(requestId)
    this.fresh.delete(requestId)
    this.world.store.forget(BEGINNING + requestId)
  }

  private tell(): void {
    this.moment += 1
    for (const listener of this.listeners) listener()
  }
}

/** What the page is told of an act that waits. */
const KEPT: ActionError = {
  kind: OFFLINE,
  message: 'The server could not be reached. This is kept in this browser and sent by itself.',
  fields: {},
}

const SLOW: ActionError = {
  kind: OFFLINE,
  message: 'The server has not answered yet. This is kept in this browser and sent by itself.',
  fields: {},
}

const BEHIND: ActionError = {
  kind: OFFLINE,
  message: 'This waits for an earlier change of yours that was refused. It is kept in this browser.',
  fields: {},
}

const UNKNOWN: ActionResult<never> = {
  ok: false,
  error: {
    kind: 'unknown',
    message: 'This was written in another version of the page, and cannot be sent as it stands.',
    fields: {},
  },
}

/** An input without the id that the page gave it. */
function plain(input: unknown): string {
  return JSON.stringify(input, (key, value: unknown) => (key === 'requestId' ? undefined : value))
}
