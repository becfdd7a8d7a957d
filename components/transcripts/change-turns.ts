import type { TranscriptPage } from '@/components/transcripts/transcript-page'
import type { ShownTurn } from '@/components/transcripts/turn-row'

/** What changed, in order of the transcript; `afterId` is the turn right before, null at the top. */
export type TurnChanges = {
  changed: readonly (ShownTurn & { afterId: string | null })[]
  removed: readonly string[]
  /** True where `changed` is the whole transcript; then turns may stand in any order before. */
  whole?: boolean
}

/**
 * Brings the page to a newer state of some turns. Saying the same twice does no harm. Turns that stay never change places.
 * @returns false where a turn was to follow one that is not here, or would have to move: the page has missed something,
 * or is ahead of a late answer, and must read it all again.
 */
export function changeTurns(
  page: Pick<TranscriptPage, 'words' | 'replaceTurn' | 'insertTurn' | 'removeTurn'>,
  { changed, removed, whole = false }: TurnChanges,
): boolean {
  const { words } = page
  for (const id of removed) {
    const at = words.indexOf(id)
    if (at >= 0) page.removeTurn(at)
  }
  for (const { afterId, ...turn } of changed) {
    const before = afterId === null ? -1 : words.indexOf(afterId)
    if (afterId !== null && before < 0) return false
    const at = words.indexOf(turn.id)
    if (at >= 0 && at === before + 1) {
      if (!same(words.turns[at], turn)) page.replaceTurn(at, turn)
      continue
    }
    if (at >= 0 && !whole) return false
    if (at >= 0) page.removeTurn(at)
    page.insertTurn(afterId === null ? 0 : words.indexOf(afterId) + 1, turn)
  }
  return true
}

function same(known: ShownTurn | undefined, turn: ShownTurn): boolean {
  return (
    known !== undefined &&
    known.text === turn.text &&
    known.speaker === turn.speaker &&
    known.startMs === turn.startMs
  )
}
