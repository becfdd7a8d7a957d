import { type ClaimPlace, saysTheSame, type WordFollower } from '@/claims/follow-words'
import { type KeptState, type KeptTurn, type Known, turnFrom } from '@/claims/kept-state'
import type { WordSelection } from '@/claims/schema'
import { Conflict } from '@/platform/errors'
import { type Restored, restoreTurns } from '@/transcripts/correct/restore-turns'
import { OVERTAKEN } from '@/transcripts/correction-views'

/** What taking a step back brings: pure, so that it can be tried by the thousand. */

/** The held turns as they were before the step. @throws Conflict where one of them was changed since */
export function turnsBefore(
  held: readonly Known[],
  before: Pick<KeptState, 'turns' | 'removed'>,
  after: Pick<KeptState, 'turns'>,
): Known[] {
  const standing = new Map(held.map((one) => [one.turn.id, one]))
  for (const { id, stepId } of after.turns)
    if (standing.get(id)?.stepId !== stepId) throw new Conflict(OVERTAKEN)
  const kept = new Map(before.turns.map((turn) => [turn.id, turn]))
  const added = new Set(before.removed)
  const staying = held
    .filter(({ turn }) => !added.has(turn.id))
    .map((one): Known => {
      const was = kept.get(one.turn.id)
      return was ? { turn: turnFrom(was, one.turn), stepId: was.stepId } : one
    })
  const back = before.turns.flatMap((turn) => (turn.beside ? [putBack(turn, turn.beside)] : []))
  if (back.some(({ turn }) => standing.has(turn.turn.id))) throw new Conflict(OVERTAKEN)
  const next = restoreTurns(staying, back, new Set(after.turns.map(({ id }) => id)))
  if (!next)
    throw new Conflict(
      'The turns beside it were cut, put together or taken out since. Take those steps back first.',
    )
  if (next.length === 0)
    throw new Conflict(
      'Nothing would be left of the transcript: its other turns were taken out since. Take those steps back first.',
    )
  return next
}

function putBack(kept: KeptTurn, beside: NonNullable<KeptTurn['beside']>): Restored<Known> {
  return { turn: { turn: turnFrom(kept, null), stepId: kept.stepId }, ...beside }
}

/** The claim where it was before the step if it still is where the step left it; else where its words are. */
export function placeBefore(
  follower: WordFollower,
  claim: ClaimPlace,
  then: ClaimPlace | undefined,
  left: ClaimPlace | undefined,
): ClaimPlace {
  const followed = follower.follow(claim)
  if (!then || !left || !standsAlike(claim, left)) return followed
  const reply =
    claim.challengeTurnId === left.challengeTurnId &&
    claim.challengeMs === left.challengeMs &&
    (then.challengeTurnId === null || follower.turnNow(then.challengeTurnId) === then.challengeTurnId)
      ? then
      : followed
  const challenge = { challengeTurnId: reply.challengeTurnId, challengeMs: reply.challengeMs }
  // It waited then, and waits again; in the place it had, unless that went since with turns beside the step's own.
  if (then.needsAnchor) return { ...then, ...(follower.quoteAt(then) ? {} : placeOf(followed)), ...challenge }
  // What stands around it and its seconds may have changed with its neighbours: those are as they are now.
  const anchor = follower.quoteAt(then)
  if (!anchor || !saysTheSame(anchor.quote, then.quote)) return followed
  return { ...then, ...anchor, ...challenge }
}

function placeOf({ firstTurnId, firstWord, lastTurnId, lastWord }: ClaimPlace): WordSelection {
  return { firstTurnId, firstWord, lastTurnId, lastWord }
}

function standsAlike(claim: ClaimPlace, left: ClaimPlace): boolean {
  return (
    claim.firstTurnId === left.firstTurnId &&
    claim.firstWord === left.firstWord &&
    claim.lastTurnId === left.lastTurnId &&
    claim.lastWord === left.lastWord &&
    claim.quote === left.quote &&
    claim.needsAnchor === left.needsAnchor
  )
}
