import { canDrop, canEdit, canHandBack, canMove, canRestore } from '@/claims/policy'
import type { QueueChange } from '@/claims/queue/change-schema'
import type { Priority, Status } from '@/claims/words-of-the-trade'
import type { Actor } from '@/newsroom/roles'
import type { AuditJson } from '@/platform/audit'
import { isoMoment } from '@/platform/clock'
import { type Decision, deny } from '@/platform/decision'

/** Columns that a change of many may write. */
export type QueueColumns = Partial<{
  status: Status
  droppedFrom: Status | null
  handedBackAt: Date | null
  sentById: string | null
  assigneeId: string | null
  priority: Priority
  dueAt: Date | null
}>

/** What a change of many reads of a claim. */
export type QueueClaim = Required<QueueColumns> & {
  id: string
  interviewId: string
  number: number
  revision: number
  claimReviewed: string
  quote: string
  repeatOfId: string | null
  createdById: string | null
  /** Names, sorted. */
  topics: string[]
  contributorIds: string[]
}

/** What a change means for one claim. `topics` are all that it has afterwards. */
export type Plan =
  | { kind: 'refused'; reason: string }
  | { kind: 'already' }
  | {
      kind: 'write'
      columns: QueueColumns
      topics?: string[]
      action: string
      before: Record<string, AuditJson>
      after: Record<string, AuditJson>
    }

const MOST_TOPICS = 12

/** The moment of a change, and the ids of all active members. */
export type Moment = { at: Date; active: ReadonlySet<string> }

/** The same rules as for one claim at a time (claims/policy.ts). */
export function planChange(claim: QueueClaim, actor: Actor, change: QueueChange, moment: Moment): Plan {
  if (change.kind === 'move') return planMove(claim, actor, change.to)
  if (change.kind === 'handBack') return planHandBack(claim, actor, change.reason, moment)
  const may = canEdit(actor, claim)
  if (!may.allowed) return { kind: 'refused', reason: may.reason }
  if (change.kind === 'topics') return planTopics(claim, change)
  const [columns, before, after] = fieldOf(claim, change)
  if (before === after) return { kind: 'already' }
  const name = Object.keys(columns)[0] ?? ''
  return {
    kind: 'write',
    columns,
    action: 'claim.revised',
    before: { [name]: before },
    after: { [name]: after },
  }
}

function fieldOf(
  claim: QueueClaim,
  change: Extract<QueueChange, { kind: 'assign' | 'priority' | 'due' }>,
): [QueueColumns, AuditJson, AuditJson] {
  if (change.kind === 'assign') return [{ assigneeId: change.to }, claim.assigneeId, change.to]
  if (change.kind === 'priority') return [{ priority: change.to }, claim.priority, change.to]
  const dueAt = change.to === null ? null : new Date(change.to)
  return [{ dueAt }, isoMoment(claim.dueAt), isoMoment(dueAt)]
}

function planMove(claim: QueueClaim, actor: Actor, to: Status): Plan {
  if (claim.status === to) return { kind: 'already' }
  const may = mayMove(claim, actor, to)
  if (!may.allowed) return { kind: 'refused', reason: may.reason }
  return {
    kind: 'write',
    columns: {
      status: to,
      droppedFrom: to === 'dropped' ? claim.status : null,
      ...(to === 'inReview' && claim.status !== 'dropped' ? { handedBackAt: null, sentById: actor.id } : {}),
    },
    action:
      to === 'dropped' ? 'claim.dropped' : claim.status === 'dropped' ? 'claim.restored' : 'claim.moved',
    before: { status: claim.status },
    after: { status: to },
  }
}

function mayMove(claim: QueueClaim, actor: Actor, to: Status): Decision {
  if (to === 'dropped') return canDrop(actor, claim)
  if (claim.status === 'dropped')
    return to === claim.droppedFrom
      ? canRestore(actor, claim)
      : deny('A dropped claim goes back to where it stood.')
  return canMove(actor, claim, to)
}

/** As claims/hand-back-claim.ts has it: back to who sent it, else to who has it, else to who flagged it. */
function planHandBack(claim: QueueClaim, actor: Actor, reason: string, { at, active }: Moment): Plan {
  const may = canHandBack(actor, claim)
  if (!may.allowed) return { kind: 'refused', reason: may.reason }
  const writers = [claim.sentById, claim.assigneeId, claim.createdById]
  const to = writers.find((id) => id !== null && id !== actor.id && active.has(id)) ?? null
  return {
    kind: 'write',
    columns: {
      status: 'researching',
      droppedFrom: null,
      handedBackAt: at,
      ...(to === null ? {} : { assigneeId: to }),
    },
    action: 'claim.handed-back',
    before: { status: claim.status, assigneeId: claim.assigneeId },
    after: { status: 'researching', assigneeId: to ?? claim.assigneeId, reason },
  }
}

function planTopics(claim: QueueClaim, change: Extract<QueueChange, { kind: 'topics' }>): Plan {
  if (claim.repeatOfId !== null)
    return { kind: 'refused', reason: 'It repeats another claim and has that one’s topics.' }
  const before = claim.topics
  const fold = (name: string) => name.toLowerCase()
  const gone = new Set(change.remove.map(fold))
  const kept = before.filter((name) => !gone.has(fold(name)))
  const there = new Set(kept.map(fold))
  const topics = [...kept, ...new Set(change.add.filter((name) => !there.has(fold(name))))].sort()
  if (JSON.stringify(topics) === JSON.stringify(before)) return { kind: 'already' }
  if (topics.length > MOST_TOPICS)
    return {
      kind: 'refused',
      reason: `It would have ${topics.length} topics, and ${MOST_TOPICS} are the most.`,
    }
  return {
    kind: 'write',
    columns: {},
    topics,
    action: 'claim.revised',
    before: { topics: before },
    after: { topics },
  }
}
