import { quoteAt } from '@/claims/anchor'
import type { CheckedClaim } from '@/claims/checked-claim'
import { saysTheSame } from '@/claims/follow-words'
import { type ChosenClaim, chooseClaims } from '@/publishing/choose-claims'
import type { Draft } from '@/publishing/draft'
import type { ChangeNote } from '@/publishing/schema'
import type { PageSnapshot, SnapshotClaim } from '@/publishing/snapshot-schema'

/**
 * The publication's document, made from the draft: pure, so that what readers will see can be previewed, tested and
 * compared without publishing.
 * @param publishedAt ISO 8601 moment in UTC.
 * @param notes what readers are told about this publication; newest first in the document.
 */
export function buildSnapshot(draft: Draft, publishedAt: string, notes: readonly ChangeNote[]): PageSnapshot {
  const number = draft.lastNumber + 1
  const participantIndex = new Map(draft.participants.map((participant, index) => [participant.id, index]))
  const turnIndex = new Map(draft.turns.map((turn, index) => [turn.id, index]))
  return {
    v: 1,
    kind: 'page',
    number,
    firstPublishedAt: draft.lastPage?.firstPublishedAt ?? publishedAt,
    publishedAt,
    site: draft.site,
    interview: draft.interview,
    participants: draft.participants.map(({ id: _id, ...participant }) => participant),
    turns: draft.turns.map(({ participantId, position: _position, ...turn }) => ({
      ...turn,
      participant: participantId === null ? null : (participantIndex.get(participantId) ?? null),
    })),
    claims: chooseClaims(draft)
      .map((chosen) => placeClaim(chosen, draft, turnIndex))
      .sort(inOrderOfWords),
    background: draft.background.flatMap(({ turnId, title, html }) => {
      const turn = turnIndex.get(turnId)
      return turn === undefined ? [] : [{ turn, title, html }]
    }),
    chapters: draft.chapters
      .flatMap(({ turnId, title }) => {
        const turn = turnIndex.get(turnId)
        return turn === undefined ? [] : [{ turn, title }]
      })
      .sort((a, b) => a.turn - b.turn),
    changes: [
      ...notes.map((note) => ({ ...note, wrong: note.wrong ?? '', at: publishedAt, publication: number })),
      ...draft.changes,
    ],
  }
}

/**
 * Where a chosen claim stands in the turns of this draft. Corrections of the transcript move a claim with its words, so
 * what was approved is where the claim stands now, unless a person put it on other words after that approval: then only
 * where it stood when it was approved will do.
 */
export function anchorOf({ claim, content, claimVersion }: ChosenClaim): CheckedClaim['anchor'] {
  const followed = claim.anchor && claimVersion >= claim.anchorVersion && !claim.needsAnchor
  return followed && saysTheSame(claim.quote, content.quote) ? claim.anchor : content.anchor
}

/** True where the approved quote stands, word for word, where the publication would put it. */
export function standsOnItsWords(chosen: ChosenClaim, draft: Draft): boolean {
  if (anchorOf(chosen) === null) return chosen.content.appearance !== null
  return placeNow(chosen, draft) !== null
}

type Placed = {
  place: NonNullable<SnapshotClaim['place']>
  quote: Pick<SnapshotClaim, 'quote' | 'prefix' | 'suffix' | 'startMs' | 'endMs'>
}

/** Where the approved words are and what stands there; null where they are not, or wait for a person to say where. */
function placeNow(chosen: ChosenClaim, draft: Draft): Placed | null {
  const anchor = anchorOf(chosen)
  if (!anchor || chosen.claim.needsAnchor) return null
  const firstTurn = draft.turns.findIndex((turn) => turn.id === anchor.firstTurnId)
  const lastTurn = draft.turns.findIndex((turn) => turn.id === anchor.lastTurnId)
  if (firstTurn < 0 || lastTurn < 0) return null
  const quote = quoteAt(draft.turns.slice(Math.max(0, firstTurn - 1), lastTurn + 2), anchor)
  // A turn that was cut or put together breaks a quote's lines elsewhere; its words are the same.
  if (!quote || !saysTheSame(quote.quote, chosen.content.quote)) return null
  const { firstWord, lastWord } = anchor
  return { place: { firstTurn, firstWord, lastTurn, lastWord }, quote }
}

function placeClaim(
  chosen: ChosenClaim,
  draft: Draft,
  turnIndex: ReadonlyMap<string, number>,
): SnapshotClaim {
  const { anchor: _anchor, challenge, ...content } = chosen.content
  const now = placeNow(chosen, draft)
  return {
    ...content,
    // Seconds and surroundings are those of the transcript that is published with it, not of the day of approval.
    ...now?.quote,
    place: now?.place ?? null,
    challenge: { kind: challenge.kind, ...replyOf(chosen, draft, turnIndex) },
  }
}

/** Which turn of this page is the reply, and its second; a second whose turn is gone is not known any more. */
function replyOf(
  { claim, content: { challenge }, carriedOver }: ChosenClaim,
  draft: Draft,
  turnIndex: ReadonlyMap<string, number>,
): { turn: number | null; ms: number | null } {
  if (challenge.turnId === null) return { turn: null, ms: challenge.ms }
  const turn = turnIndex.get(carriedOver ? challenge.turnId : (claim.challengeTurnId ?? ''))
  return turn === undefined ? { turn: null, ms: null } : { turn, ms: draft.turns[turn]?.startMs ?? null }
}

function inOrderOfWords(a: SnapshotClaim, b: SnapshotClaim): number {
  if (!a.place || !b.place) return Number(a.place === null) - Number(b.place === null) || a.number - b.number
  return (
    a.place.firstTurn - b.place.firstTurn ||
    a.place.firstWord - b.place.firstWord ||
    b.place.lastTurn - a.place.lastTurn ||
    b.place.lastWord - a.place.lastWord ||
    a.number - b.number
  )
}
