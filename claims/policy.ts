import type { AgreementState } from '@/claims/agreement'
import type { CheckState } from '@/claims/repeat/check-state'
import type { Status } from '@/claims/words-of-the-trade'
import { type Actor, isAtLeast } from '@/newsroom/roles'
import type { Settings } from '@/newsroom/settings-schema'
import { allow, type Decision, deny } from '@/platform/decision'

/** What the rules about a claim need to know of it. */
export type ClaimStanding = {
  status: Status
  droppedFrom: Status | null
  /** Members who wrote any of its content, a repeat's shared check included. */
  contributorIds: readonly string[]
  /** Only of a repeat: the claim that holds its check, by name, and how it stands to that (claims/repeat/check-state.ts). */
  repeat?: { of: string; state: CheckState } | null
}

/**
 * Where a claim may be moved by hand, and from which role up. To approve, hand back, drop and restore are acts of their own:
 * out of review, and out of an approval, research begins again only with a reason.
 */
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
    { to: 'awaitingReply', least: 'editor' },
    { to: 'held', least: 'editor' },
  ],
  approved: [{ to: 'held', least: 'editor' }],
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

/** What a repeat shares with others is changed where it was checked, once for all of them. */
export function canEditCheck(actor: Actor, claim: ClaimStanding): Decision {
  if (claim.repeat)
    return deny(`This was checked once, in ${claim.repeat.of}. Change it there, or part the two.`)
  return canEdit(actor, claim)
}

export function movesFor(actor: Actor, claim: ClaimStanding): Status[] {
  return MOVES[claim.status].filter((move) => isAtLeast(actor.role, move.least)).map((move) => move.to)
}

export function canMove(actor: Actor, claim: ClaimStanding, to: Status): Decision {
  if (movesFor(actor, claim).includes(to)) return allow
  if (MOVES[claim.status].some((move) => move.to === to)) return deny('An editor has to do that.')
  if (to === 'researching' && HANDED_BACK_FROM.includes(claim.status))
    return deny('Hand it back with a reason, so that the writer can act on it.')
  return deny('A claim cannot go there from where it stands.')
}

/** Moves that exist from where the claim stands and are not this member's to make. */
export function movesRefused(actor: Actor, claim: ClaimStanding): Status[] {
  return MOVES[claim.status].filter((move) => !isAtLeast(actor.role, move.least)).map((move) => move.to)
}

const HANDED_BACK_FROM: readonly Status[] = ['awaitingReply', 'inReview', 'approved', 'held']

/** Handing work back to its writer, with a reason, is for who reviews. */
export function canHandBack(actor: Actor, claim: ClaimStanding): Decision {
  if (!HANDED_BACK_FROM.includes(claim.status))
    return deny('Only a claim that was sent on can be handed back.')
  if (!isAtLeast(actor.role, 'editor')) return deny('An editor has to hand it back.')
  return allow
}

/** Whoever has ears may say that they replayed the clip. */
export function canHear(_actor: Actor, claim: ClaimStanding & { hasClip: boolean }): Decision {
  if (claim.status === 'dropped') return deny('This claim was dropped. Restore it to go on.')
  if (!claim.hasClip) return deny('There is no clip of these words to replay.')
  return allow
}

/** Editors say which verdict they would give, while the claim is being worked on. `opinionsNeeded`: of this claim. */
export function canGiveOpinion(
  actor: Actor,
  claim: ClaimStanding & { opinionsNeeded: number; claimReviewed: string },
): Decision {
  if (claim.opinionsNeeded === 0) return deny('No second opinion is asked for here.')
  if (!isAtLeast(actor.role, 'editor')) return deny('Editors say which verdict they would give.')
  if (claim.status === 'dropped') return deny('This claim was dropped. Restore it to go on.')
  if (claim.status === 'approved') return deny('This claim was approved. Hand it back to judge it anew.')
  if (claim.claimReviewed.trim() === '') return deny('There is no sentence to judge yet.')
  return allow
}

/** An editor writes down how a talk ended, where there was something to talk about. */
export function canEndTalk(
  actor: Actor,
  claim: ClaimStanding & { agreement: AgreementState; verdictKey: string | null },
): Decision {
  if (!isAtLeast(actor.role, 'editor')) return deny('An editor writes down how the talk ended.')
  if (claim.status === 'dropped' || claim.status === 'approved')
    return deny('Only while a claim is being worked on.')
  if (claim.agreement !== 'differ' && claim.agreement !== 'other')
    return deny('The editors’ verdicts ask for no talk.')
  if (claim.verdictKey === null) return deny('Choose the verdict that you agreed on first.')
  return allow
}

/** Nobody approves the claim that they alone wrote, unless an administrator has switched the second-person rule off. */
export function canApprove(
  actor: Actor,
  /** `missing`: what is missing before it can be approved (claims/completeness.ts). */
  claim: ClaimStanding & { missing: readonly string[] },
  rules: Pick<Settings, 'secondPersonRule'>,
): Decision {
  if (!isAtLeast(actor.role, 'editor')) return deny('A reporter cannot approve. Ask an editor.')
  // A repeat that was approved is approved again where the check that it shares was.
  if (claim.status !== 'inReview' && !(claim.status === 'approved' && claim.repeat?.state === 'changed'))
    return deny('Only a claim in review can be approved.')
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
