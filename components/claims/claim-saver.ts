// Longer than most files: one state machine; what a draft is stands in field-draft.ts, where it is kept in drafts.ts.
import type { DeskActions } from '@/claims/desk-actions'
import { claimFieldsSchema, reviseClaimSchema } from '@/claims/schema'
import type { ClaimView } from '@/claims/views'
import { FIELD_NAMES, type FieldName, fieldMessages, heldIn } from '@/components/claims/claim-fields'
import type { DraftStore } from '@/components/claims/drafts'
import {
  type FieldDraft,
  type FieldValue,
  fieldDraftSchema,
  rebased,
  sameValue,
  standing,
} from '@/components/claims/field-draft'
import { claimIn, OFFLINE, send } from '@/components/claims/send'

/** What the line in sight says. `reason` is a sentence. */
export type SaveState =
  | { kind: 'saved' | 'waiting' | 'saving' | 'offline' }
  | { kind: 'refused' | 'conflict' | 'signedOut'; reason: string }

type Refusal = { kind: string; reason: string; fields: Record<string, string> }

type World = {
  store: DraftStore
  revise: DeskActions['reviseClaim']
  claimOf: (claimId: string) => ClaimView | undefined
  /** Shows the claim as the server has it; called for answers and for what a conflict carries. */
  accept: (claim: ClaimView) => void
  /** False for a claim that the server does not have yet: what is typed into it waits. */
  isThere: (claimId: string) => boolean
  /** Calls back after a pause in typing; answers with a way to call it off. */
  later: (act: () => void) => () => void
}

/**
 * Saves what is typed into claims, field by field, and keeps each text in the browser until the server has it. What
 * a colleague changed meanwhile is never written over: such a field waits until somebody has chosen.
 */
export class ClaimSaver {
  private readonly drafts = new Map<string, Map<FieldName, FieldDraft>>()
  private readonly refusals = new Map<string, Refusal>()
  private readonly sending = new Map<string, Promise<void>>()
  private readonly listeners = new Set<() => void>()
  private callOff: () => void = () => {}
  private typingIn = ''
  private typingFrom: FieldValue = null
  private offline = false
  private unkept = false
  /** Grows with every change; what React watches. */
  moment = 0

  constructor(private readonly world: World) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly snapshot = (): number => this.moment

  /** Takes up what an earlier page left in this browser. Answers with how many fields that were. */
  restore(): number {
    let found = 0
    for (const name of this.world.store.names('claim:')) {
      const [, claimId = '', field = ''] = name.split(':')
      const known = FIELD_NAMES.find((one) => one === field)
      const claim = this.world.claimOf(claimId)
      const draft = this.world.store.find(name, fieldDraftSchema)
      if (!known || !claim || !draft) continue
      if (standing(draft, heldIn(claim, known)) === 'accepted') this.world.store.forget(name)
      else {
        this.put(claimId, known, draft)
        found += 1
      }
    }
    if (found > 0) this.tell()
    return found
  }

  /** What the field shows: what was typed, else what the server holds. */
  value(claim: ClaimView, field: FieldName): FieldValue {
    const draft = this.drafts.get(claim.id)?.get(field)
    return draft ? draft.to : heldIn(claim, field)
  }

  /** The text of this editor's where a colleague wrote another one into the same field; undefined where there is no conflict. */
  conflict(claim: ClaimView, field: FieldName): FieldDraft | undefined {
    const draft = this.drafts.get(claim.id)?.get(field)
    return draft && standing(draft, heldIn(claim, field)) === 'conflict' ? draft : undefined
  }

  error(claimId: string, field: FieldName): string | undefined {
    return this.refusals.get(claimId)?.fields[field]
  }

  edit(claim: ClaimView, field: FieldName, to: FieldValue): void {
    const before = this.drafts.get(claim.id)?.get(field)
    this.keep(claim.id, field, before ? { ...before, to } : { from: heldIn(claim, field), to })
    if (this.typingIn === keyOf(claim.id, field)) this.typingFrom = heldIn(claim, field)
    this.refusals.delete(claim.id)
    this.callOff()
    this.callOff = this.world.later(() => void this.flush())
    this.tell()
  }

  /** Settles a conflict: from what stands now to the text chosen. Their own text takes this editor's back. */
  choose(claim: ClaimView, field: FieldName, to: FieldValue): Promise<void> {
    this.keep(claim.id, field, { from: heldIn(claim, field), to })
    this.settle(claim)
    this.tell()
    return this.flush()
  }

  /** A field that holds the cursor keeps showing exactly what is typed, spaces at its end included. */
  enter(claim: ClaimView, field: FieldName): void {
    this.typingIn = keyOf(claim.id, field)
    this.typingFrom = heldIn(claim, field)
  }

  /** True where a colleague's text came into the field that holds the cursor while nothing was typed there. */
  changedUnder(claim: ClaimView, field: FieldName): boolean {
    return (
      this.typingIn === keyOf(claim.id, field) &&
      !this.conflict(claim, field) &&
      !sameValue(this.typingFrom, heldIn(claim, field))
    )
  }

  leave(): void {
    this.typingIn = ''
    this.typingFrom = null
    for (const claimId of this.drafts.keys()) {
      const claim = this.world.claimOf(claimId)
      if (claim) this.settle(claim)
    }
    this.tell()
    void this.flush()
  }

  /** Sends everything that may be sent, now. */
  async flush(): Promise<void> {
    this.callOff()
    await Promise.all([...this.drafts.keys()].map((claimId) => this.flushClaim(claimId)))
  }

  /** How many fields hold something that is not with the server. */
  count(): number {
    return this.standings().filter((one) => one !== 'accepted').length
  }

  /** True where something typed would be gone with the page. */
  isHomeless(): boolean {
    return this.unkept && this.count() > 0
  }

  /** Lets go of what was typed into a claim that will never be. */
  discard(claimId: string): void {
    for (const field of this.drafts.get(claimId)?.keys() ?? []) this.world.store.forget(keyOf(claimId, field))
    this.drafts.delete(claimId)
    this.refusals.delete(claimId)
    this.tell()
  }

  /** Call when the server was reached by other means: what waited for it is sent. */
  reached(): void {
    const signedOut = [...this.refusals].filter(([, { kind }]) => kind === 'signed-out')
    if (!this.offline && signedOut.length === 0) return
    this.offline = false
    for (const [claimId] of signedOut) this.refusals.delete(claimId)
    void this.flush()
  }

  /** The server's claim changed: drafts that it holds now are done. */
  settle(claim: ClaimView): void {
    for (const [field, draft] of this.drafts.get(claim.id) ?? []) {
      const current = heldIn(claim, field)
      if (standing(draft, current) !== 'accepted') continue
      const key = keyOf(claim.id, field)
      this.world.store.forget(key)
      const mine = this.typingIn === key && sameValue(draft.to, current)
      if (mine) {
        this.typingFrom = current
        this.put(claim.id, field, { from: current, to: draft.to })
      } else this.drafts.get(claim.id)?.delete(field)
    }
    if (this.drafts.get(claim.id)?.size === 0) this.drafts.delete(claim.id)
  }

  state(): SaveState {
    if (this.sending.size > 0) return { kind: 'saving' }
    if (this.offline && this.unsent()) return { kind: 'offline' }
    const refused = [...this.refusals.values()][0]
    if (refused)
      return { kind: refused.kind === 'signed-out' ? 'signedOut' : 'refused', reason: refused.reason }
    if (this.standings().includes('conflict'))
      return { kind: 'conflict', reason: 'A colleague changed the same field. Choose below.' }
    if (!this.unsent()) return { kind: 'saved' }
    return this.unkept
      ? { kind: 'refused', reason: 'This browser keeps nothing, so do not close the page yet.' }
      : { kind: 'waiting' }
  }

  /** True while something typed into this claim, or the claim itself, is not with the server. */
  holds(claimId: string): boolean {
    const claim = this.world.claimOf(claimId)
    if (claim && !this.world.isThere(claimId)) return true
    const fields = this.drafts.get(claimId)
    return (
      claim !== undefined &&
      fields !== undefined &&
      [...fields].some(([field, draft]) => standing(draft, heldIn(claim, field)) !== 'accepted')
    )
  }

  private unsent(): boolean {
    return this.standings().includes('unsent')
  }

  private standings() {
    return [...this.drafts].flatMap(([claimId, fields]) => {
      const claim = this.world.claimOf(claimId)
      return claim ? [...fields].map(([field, draft]) => standing(draft, heldIn(claim, field))) : []
    })
  }

  /** Sends what was typed into one claim; done when it is with the server, or cannot be. */
  async flushClaim(claimId: string): Promise<void> {
    const running = this.sending.get(claimId)
    if (running) {
      await running
      return this.flushClaim(claimId)
    }
    const changes = this.changesOf(claimId)
    if (!changes) return
    const sent = this.sendChanges(claimId, changes).finally(() => {
      this.sending.delete(claimId)
      this.tell()
    })
    this.sending.set(claimId, sent)
    this.tell()
    await sent
  }

  /** What may be sent of a claim. Fields in conflict, and fields that no schema would take, wait where they are. */
  private changesOf(claimId: string) {
    const claim = this.world.claimOf(claimId)
    if (!claim || !this.world.isThere(claimId)) return null
    const raw: Record<string, { from: FieldValue; to: FieldValue }> = {}
    const wrong: Record<string, string> = {}
    for (const [field, draft] of this.drafts.get(claimId) ?? []) {
      if (standing(draft, heldIn(claim, field)) !== 'unsent') continue
      const checked = claimFieldsSchema.shape[field].safeParse(draft.to)
      if (!checked.success) {
        wrong[field] = checked.error.issues[0]?.message ?? 'This cannot be saved.'
        continue
      }
      const next = rebased(draft, heldIn(claim, field))
      this.keep(claimId, field, next)
      raw[field] = { from: next.from, to: next.to }
    }
    const reason = Object.values(wrong)[0]
    if (reason) this.refusals.set(claimId, { kind: 'invalid', reason, fields: wrong })
    const parsed = reviseClaimSchema.shape.changes.safeParse(raw)
    if (!parsed.success || Object.keys(raw).length === 0) {
      if (reason) this.tell()
      return null
    }
    return parsed.data
  }

  private async sendChanges(
    claimId: string,
    changes: NonNullable<ReturnType<ClaimSaver['changesOf']>>,
  ): Promise<void> {
    const result = await send(() => this.world.revise({ claimId, changes }))
    this.offline = !result.ok && result.error.kind === OFFLINE
    if (result.ok) {
      if (this.refusals.get(claimId)?.kind !== 'invalid') this.refusals.delete(claimId)
      this.world.accept(result.value)
      this.settle(result.value)
      return
    }
    const current = claimIn(result.error.current)
    if (current) {
      this.world.accept(current)
      this.settle(current)
    }
    if (this.offline || (result.error.kind === 'conflict' && current)) return
    this.refusals.set(claimId, {
      kind: result.error.kind,
      reason: result.error.message,
      fields: fieldMessages(result.error.fields),
    })
  }

  private keep(claimId: string, field: FieldName, draft: FieldDraft): void {
    this.put(claimId, field, draft)
    this.unkept = !this.world.store.keep(keyOf(claimId, field), draft)
  }

  private put(claimId: string, field: FieldName, draft: FieldDraft): void {
    const fields = this.drafts.get(claimId) ?? new Map<FieldName, FieldDraft>()
    fields.set(field, draft)
    this.drafts.set(claimId, fields)
  }

  private tell(): void {
    this.moment += 1
    for (const listener of this.listeners) listener()
  }
}

function keyOf(claimId: string, field: FieldName): string {
  return `claim:${claimId}:${field}`
}
