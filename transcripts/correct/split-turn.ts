import { wordsOf } from '../words'
import { type Corrected, type Doc, placeOf, timesOf, withWords, wordOffsets } from './document'
import { sameWords } from './word-map'

/**
 * Cuts a turn before one of its words; the rest becomes a turn of its own by the same speaker. Every word keeps its time.
 * @param beforeWord 1 to the number of words less one.
 */
export function splitTurn(
  turns: Doc,
  step: { turnId: string; beforeWord: number; newTurnId: string },
): Corrected {
  const { index, turn } = placeOf(turns, step.turnId)
  const spans = wordsOf(turn.text)
  const [last, next] = [spans[step.beforeWord - 1], spans[step.beforeWord]]
  if (!last || !next) throw new Error('A turn is cut between two of its words.')
  const times = timesOf(turn)
  const rest = { id: step.newTurnId, participantId: turn.participantId }
  return {
    turns: turns.toSpliced(
      index,
      1,
      withWords(turn, turn.text.slice(0, last.end), times.slice(0, step.beforeWord)),
      withWords(rest, turn.text.slice(next.start), times.slice(step.beforeWord)),
    ),
    words: sameWords(wordOffsets(turns).at(-1) ?? 0),
  }
}
