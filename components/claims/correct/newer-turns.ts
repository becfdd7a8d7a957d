import type { TurnsDelta } from '@/transcripts/correction-views'

/**
 * What of a change is news. Answers overtake one another: what the server said of a turn at a later revision is never
 * undone by an earlier answer that comes late. `known` has the last revision by turn and is written to.
 */
export function newerTurns(known: Map<string, number>, delta: TurnsDelta, revision: number): TurnsDelta {
  const isNews = (turnId: string) => {
    if ((known.get(turnId) ?? -1) > revision) return false
    known.set(turnId, revision)
    return true
  }
  return {
    changed: delta.changed.filter(({ id }) => isNews(id)),
    removed: delta.removed.filter((id) => isNews(id)),
  }
}
