// Longer than most files: one queue and the drafts that wait in it; what a draft's standing is stands in turn-draft.ts.
import type { DeskActions } from '@/claims/desk-actions'
import type { CorrectionResult } from '@/claims/views'
import type { SaveState } from '@/components/claims/claim-saver'
import {
  type DraftStanding,
  standingOf,
  type TurnDraft,
  turnDraftSchema,
} from '@/components/claims/correct/turn-draft'
import type { DraftStore } from '@/components/claims/drafts'
import { newRequestId } from '@/components/claims/request-id'
import { OFFLINE, send } from '@/components/claims/send'
import type { ActionError, ActionResult } from '@/platform/action-result'
import type { Step } from '@/transcripts/correction-schema'
import { normaliseText } from '@/transcripts/words'

type World = {
  interviewId: string
  store: DraftStore
  correct: DeskActions['correctTranscript']
  undo: DeskActions['undoStep']
  /** A turn's text as the server has it; null where there is no such turn. */
  textOf: (turnId: string) => string | null
  /** Shows what a step did. */
  took: (result: CorrectionResult) => void
  /** Something else stands there by now: asks for what colleagues did and shows it. */
  catchUp: () => Promise<void>
  /** Calls back after a pause in typing; answers with a way to call it off. */
  later: (act: () => void) => () => void
}

/**
 * Steps of correction, sent one after another in the order they were made, and what is typed into turns until the server
 * has it. A text that a colleague's stands against waits until somebody has chosen; none is written over, none is lost.
 */
export class Corrections {
  private readonly drafts = new Map<string, TurnDraft>()
  private readonly errors = new Map<string, ActionError>()
  private readonly listeners = new Set<() => void>()
  private queue: Promise<unknown> = Promise.resolve()
  private underWay = 0
  private offline = false
  private unkept = false
  private callOff: () => void = () => {}
  /** Grows with every change that is shown; typing on in a text that is unsaved already is none. */
  moment = 0

  constructor(private readonly world: World) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly snapshot = (): number => this.moment

  /** Takes up what an earlier page left in this browser. @returns the turns with words that are not saved. */
  restore(): string[] {
    const beginning = this.nameOf('')
    for (const name of this.world.store.names(beginning)) {
      const turnId = name.slice(beginning.length)
      const draft = this.world.store.find(name, turnDraftSchema)
      if (!draft || standingOf(draft, this.world.textOf(turnId)) === 'accepted') this.world.store.forget(name)
      else this.drafts.set(turnId, draft)
    }
    if (this.drafts.size > 0) this.tell()
    return [...this.drafts.keys()]
  }

  draft(turnId: string): TurnDraft | undefined {
    return this.drafts.get(turnId)
  }

  standing(turnId: string): DraftStanding {
    const draft = this.drafts.get(turnId)
    return draft ? standingOf(draft, this.world.textOf(turnId)) : 'accepted'
  }

  /** Turns whose typed words the server does not have. */
  unsaved(): string[] {
    return [...this.drafts.keys()].filter((turnId) => this.standing(turnId) !== 'accepted')
  }

  /** True where something typed would be gone with the page. */
  isHomeless(): boolean {
    return this.unkept && this.unsaved().length > 0
  }

  error(turnId: string): ActionError | undefined {
    return this.errors.get(turnId)
  }

  /** Keeps what is typed; `seen` is asked of the page where this is the first letter. */
  type(turnId: string, text: string): void {
    const before = this.drafts.get(turnId)
    const { stepId: _old, ...draft } = before ?? { seen: this.world.textOf(turnId) ?? '', wanted: false }
    this.drafts.set(turnId, { ...draft, text, wanted: false })
    // With each letter only what costs nothing: where the text stands is looked at when it is saved.
    const unsaved = before !== undefined && before.text !== before.seen
    const changed = this.errors.delete(turnId) || unsaved !== (text !== draft.seen)
    this.callOff()
    this.callOff = this.world.later(() => this.keepAll())
    if (changed) this.tell()
  }

  /** Writes what is typed into the browser's storage now, e.g. when the page goes away. */
  keepAll(): void {
    this.callOff()
    for (const turnId of this.drafts.keys()) this.keep(turnId)
  }

  /** Sends a turn's words. @returns true where the server has what was typed. */
  async save(turnId: string): Promise<boolean> {
    const draft = this.drafts.get(turnId)
    if (draft) this.drafts.set(turnId, { ...draft, wanted: true })
    this.settle(turnId)
    if (!this.drafts.has(turnId)) return true
    this.keep(turnId)
    this.tell()
    return this.inTurn(() => this.sendWords(turnId))
  }

  /** Settles a conflict: from what stands now to the text chosen. */
  choose(turnId: string, text: string): Promise<boolean> {
    const now = this.world.textOf(turnId)
    if (now === null) return Promise.resolve(false)
    this.drafts.set(turnId, { seen: now, text, wanted: true })
    this.errors.delete(turnId)
    return this.save(turnId)
  }

  /** Lets go of what was typed. @returns it, for taking it back. */
  giveUp(turnId: string): string | null {
    const draft = this.drafts.get(turnId)
    this.forget(turnId)
    this.tell()
    return draft?.text ?? null
  }

  /** Does a step after everything that was asked for before it. A refusal is handed back. */
  step(step: Step): Promise<ActionResult<CorrectionResult>> {
    const stepId = newRequestId()
    const { interviewId } = this.world
    return this.inTurn(() => this.ask(() => this.world.correct({ interviewId, stepId, step })))
  }

  undo(undoes: string): Promise<ActionResult<CorrectionResult>> {
    const stepId = newRequestId()
    const { interviewId } = this.world
    return this.inTurn(() => this.ask(() => this.world.undo({ interviewId, stepId, undoes })))
  }

  /** Sends what was left and could not be sent. */
  async flush(): Promise<void> {
    this.keepAll()
    for (const [turnId, draft] of this.drafts) if (draft.wanted) await this.save(turnId)
  }

  /** Call when the server was reached by other means: what waited for it is sent. */
  reached(): void {
    const signedOut = [...this.errors].filter(([, { kind }]) => kind === 'signed-out')
    if (!this.offline && signedOut.length === 0) return
    this.offline = false
    for (const [turnId] of signedOut) this.errors.delete(turnId)
    void this.flush()
  }

  /** The transcript changed: drafts that it holds now are done. */
  settleAll(): void {
    for (const turnId of [...this.drafts.keys()]) this.settle(turnId)
    this.tell()
  }

  state(): SaveState {
    if (this.underWay > 0) return { kind: 'saving' }
    const unsaved = this.unsaved()
    if (unsaved.length === 0) return { kind: 'saved' }
    if (this.offline) return { kind: 'offline' }
    const refused = [...this.errors.values()][0]
    if (refused)
      return { kind: refused.kind === 'signed-out' ? 'signedOut' : 'refused', reason: refused.message }
    if (unsaved.some((turnId) => this.standing(turnId) !== 'unsent'))
      return { kind: 'conflict', reason: 'A colleague changed the same turn. Choose beside it.' }
    return this.unkept
      ? { kind: 'refused', reason: 'This browser keeps nothing, so do not close the page yet.' }
      : { kind: 'waiting' }
  }

  private async sendWords(turnId: string): Promise<boolean> {
    this.settle(turnId)
    const draft = this.drafts.get(turnId)
    if (!draft) return true
    const seen = this.world.textOf(turnId)
    if (seen === null || this.standing(turnId) === 'conflict') return false
    const stepId = draft.stepId ?? newRequestId()
    const text = normaliseText(draft.text)
    this.drafts.set(turnId, { ...draft, seen, stepId, sentText: text })
    this.keep(turnId)
    const { interviewId } = this.world
    const step: Step = { kind: 'words', turnId, seen, text }
    const result = await this.ask(() => this.world.correct({ interviewId, stepId, step }))
    if (result.ok) this.errors.delete(turnId)
    else if (result.error.kind !== OFFLINE && result.error.kind !== 'conflict')
      this.errors.set(turnId, result.error)
    this.settle(turnId)
    this.tell()
    return result.ok
  }

  private async ask(
    act: () => Promise<ActionResult<CorrectionResult>>,
  ): Promise<ActionResult<CorrectionResult>> {
    const result = await send(act)
    this.offline = !result.ok && result.error.kind === OFFLINE
    if (result.ok) this.world.took(result.value)
    else if (result.error.kind === 'conflict') await this.world.catchUp()
    return result
  }

  private inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
    this.underWay += 1
    this.tell()
    const done = this.queue.then(act).finally(() => {
      this.underWay -= 1
      this.tell()
    })
    // The next one goes on whatever became of this one.
    this.queue = done.catch(() => {})
    return done
  }

  private settle(turnId: string): void {
    const draft = this.drafts.get(turnId)
    if (!draft) return
    const now = this.world.textOf(turnId)
    if (standingOf(draft, now) === 'accepted') this.forget(turnId)
    // The answer to an earlier sending was lost, but the server has it: what is typed goes on from there.
    else if (now !== null && draft.sentText === now) {
      const { stepId: _done, sentText: _had, ...rest } = draft
      this.drafts.set(turnId, { ...rest, seen: now })
    }
  }

  private forget(turnId: string): void {
    this.drafts.delete(turnId)
    this.errors.delete(turnId)
    this.world.store.forget(this.nameOf(turnId))
  }

  private keep(turnId: string): void {
    const draft = this.drafts.get(turnId)
    if (draft) this.unkept = !this.world.store.keep(this.nameOf(turnId), draft)
  }

  private nameOf(turnId: string): string {
    return `turn:${this.world.interviewId}:${turnId}`
  }

  private tell(): void {
    this.moment += 1
    for (const listener of this.listeners) listener()
  }
}
