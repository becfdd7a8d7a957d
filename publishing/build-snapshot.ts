import { quoteStands } from '@/claims/anchor'
import type { CheckedClaim } from '@/claims/checked-claim'
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
    changes: [...notes.map((note) => ({ ...note, at: publishedAt, publication: number })), ...draft.changes],
  }
}

/**
 * Where a chosen claim stands in the turns of this draft: where it stands now if its words are still the approved ones
 * (an edit of the transcript may have moved them), else where it stood when it was approved. A claim that was changed
 * since (`carriedOver`) may have been put on the same words of somebody else, which nobody has approved yet.
 */
export function anchorOf({ claim, content, carriedOver }: ChosenClaim): CheckedClaim['anchor'] {
  const moved = claim.anchor && !carriedOver && !claim.needsAnchor && claim.quote === content.quote
  return moved ? claim.anchor : content.anchor
}

/** True where the approved quote stands, word for word, where the publication would put it. */
export function standsOnItsWords(chosen: ChosenClaim, draft: Draft): boolean {
  const anchor = anchorOf(chosen)
  if (!anchor) return chosen.content.appearance !== null
  const from = draft.turns.findIndex((turn) => turn.id === anchor.firstTurnId)
  const to = draft.turns.findIndex((turn) => turn.id === anchor.lastTurnId)
  if (from < 0 || to < 0) return false
  return quoteStands(draft.turns.slice(Math.max(0, from - 1), to + 2), anchor, chosen.content.quote)
}

function placeClaim(
  chosen: ChosenClaim,
  draft: Draft,
  turnIndex: ReadonlyMap<string, number>,
): SnapshotClaim {
  const { anchor: _anchor, challenge, ...content } = chosen.content
  const anchor = standsOnItsWords(chosen, draft) ? anchorOf(chosen) : null
  const firstTurn = anchor ? turnIndex.get(anchor.firstTurnId) : undefined
  const lastTurn = anchor ? turnIndex.get(anchor.lastTurnId) : undefined
  const challengeTurn = challenge.turnId === null ? undefined : turnIndex.get(challenge.turnId)
  return {
    ...content,
    place:
      anchor && firstTurn !== undefined && lastTurn !== undefined
        ? { firstTurn, firstWord: anchor.firstWord, lastTurn, lastWord: anchor.lastWord }
        : null,
    challenge: { kind: challenge.kind, ms: challenge.ms, turn: challengeTurn ?? null },
  }
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
