import { type Corrected, type Doc, placeOf, wordOffsets } from './document'
import { sameWords } from './word-map'

/** Says who speaks in the turns from one to another, in either order, both included; null is nobody. */
export function giveSpeaker(
  turns: Doc,
  step: { firstTurnId: string; lastTurnId: string; participantId: string | null },
): Corrected {
  const ends = [placeOf(turns, step.firstTurnId).index, placeOf(turns, step.lastTurnId).index]
  const [first, last] = [Math.min(...ends), Math.max(...ends)]
  const { participantId } = step
  return {
    turns: turns.map((turn, index) =>
      index < first || index > last || turn.participantId === participantId
        ? turn
        : { ...turn, participantId },
    ),
    words: sameWords(wordOffsets(turns).at(-1) ?? 0),
  }
}
