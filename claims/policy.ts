import type { Status } from '@/claims/words-of-the-trade'
import { type Actor, isAtLeast } from '@/newsroom/roles'
import type { Settings } from '@/newsroom/settings-schema'
import { allow, type Decision, deny } from '@/platform/decision'

/** What the rules about a claim need to know of it. */
export type ClaimStanding = {
  status: Status
  droppedFrom: Status | null
  /** Members who wrote any of its content. */
  contributorIds: readonly string[]
  /** What is missing before it can be approved (claims/completeness.ts). */
  missing: readonly string[]
}

/** Where a claim may be moved by hand, and from which role up. Approve, drop and restore are acts of their own. */
const MOVES: Record<Status, readonly { to: Status; least: Actor['role'] }[]> = {
  flagged: [
    { to: 'researching', least: 'reporter' },
    { to: 'awaitingReply', least: 'reporter' },
    { to: 'inReview', least: 'reporter' },
    { to: 'held', least: 'editor' },
  ],
  researching: [
    { to: 'awaitingReply', least: 'reporter' },
    { to: 'inReview', least: 'reporter' },
    { to: 'held', least: 'editor' },
  ],
  awaitingReply: [
    { to: 'researching', least: 'reporter' },
    { to: 'inReview', least: 'reporter' },
    { to: 'held', least: 'editor' },
  ],
  inReview: [
    { to: 'researching', least: 'editor' },
    { to: 'awaitingReply', least: 'editor' },
    { to: 'held', least: 'editor' },
  ],
  approved: [
    { to: 'researching', least: 'editor' },
    { to: 'held', least: 'editor' },
  ],
  held: [
    { to: 'researching', least: 'editor' },
    { to: 'inReview', least: 'editor' },
  ],
  dropped: [],
}

/** Any member may flag. */
export function canFlag(_actor: Actor): Decision {
  return allow
}

/** Dropped claims rest; an approved one is changed only by who may approve it again. */
export function canEdit(actor: Actor, claim: ClaimStanding): Decision {
  if (claim.status === 'dropped') return deny('This claim was dropped. Restore it to go on.')
  if (claim.status === 'approved' && !isAtLeast(actor.role, 'editor'))
    return deny('An editor has approved this claim. Ask an editor to reopen it.')
  return allow
}

export function movesFor(actor: Actor, claim: ClaimStanding): Status[] {
  return MOVES[claim.status].filter((move) => isAtLeast(actor.role, move.least)).map((move) => move.to)
}

export function canMove(actor: Actor, claim: ClaimStanding, to: Status): Decision {
  if (movesFor(actor, claim).includes(to)) return allow
  if (MOVES[claim.status].some((move) => move.to === to)) return deny('An editor has to do that.')
  return deny('A claim cannot go there from where it stands.')
}

/** True where a move hands work back and so needs a reason. */
export function needsReason(from: Status, to: Status): boolean {
  return (from === 'inReview' || from === 'approved') && to === 'researching'
}

/** Nobody approves the claim that they alone wrote, unless an administrator has switched the second-person rule off. */
export function canApprove(
  actor: Actor,
  claim: ClaimStanding,
  rules: Pick<Settings, 'secondPersonRule'>,
): Decision {
  if (!isAtLeast(actor.role, 'editor')) return deny('A reporter cannot approve. Ask an editor.')
  if (claim.status !== 'inReview') return deny('Only a claim in review can be approved.')
  const first = claim.missing[0]
  if (first) return deny(first)
  if (rules.secondPersonRule && claim.contributorIds.every((id) => id === actor.id))
    return deny('You alone wrote this claim. A second person has to approve it.')
  return allow
}

export function canDrop(actor: Actor, claim: ClaimStanding): Decision {
  if (claim.status === 'dropped') return deny('This claim was dropped already.')
  if (claim.status === 'approved' && !isAtLeast(actor.role, 'editor'))
    return deny('An editor has approved this claim. Ask an editor to drop it.')
  return allow
}

export function canRestore(actor: Actor, claim: ClaimStanding): Decision {
  if (claim.status !== 'dropped') return deny('This claim was not dropped.')
  if (claim.droppedFrom === 'approved' && !isAtLeast(actor.role, 'editor'))
    return deny('An editor has to restore an approved claim.')
  return allow
}
