import { commonEnds, movedOffset } from '@/components/transcripts/correct/typed-offsets'
import type { TranscriptWords, TurnText, WordPoint } from '@/components/transcripts/word-cursor'
import { wordAt } from '@/transcripts/words'

/** A word as it stood before turns changed, and what is needed to find it again. */
export type HeldPoint = { turn: TurnText; before: TurnText | undefined; start: number; point: WordPoint }

export function holdPoint(words: TranscriptWords, point: WordPoint): HeldPoint | null {
  const turn = words.turns[point.turn]
  if (!turn) return null
  return {
    turn,
    before: words.turns[point.turn - 1],
    start: words.spans(point.turn)[point.word]?.start ?? 0,
    point,
  }
}

/**
 * Where a word is after turns changed: in its turn, in what was cut off from it, or in the turn it was joined to; as near as
 * can be where it was written over. Null where nothing is left to go by.
 */
export function keptPoint(words: TranscriptWords, held: HeldPoint): WordPoint | null {
  const { turn, before, start, point } = held
  const at = words.indexOf(turn.id)
  const now = words.turns[at]
  if (now === turn) return { turn: at, word: point.word }
  if (now) {
    const rest = turn.text.startsWith(now.text) ? turn.text.slice(now.text.length).trimStart() : ''
    const next = words.turns[at + 1]
    if (rest !== '' && next?.text === rest && start >= turn.text.length - rest.length)
      return wordNear(words, at + 1, start - (turn.text.length - rest.length))
    return wordNear(words, at, movedOffset(start, turn.text, now.text, commonEnds(turn.text, now.text)))
  }
  const joined = before ? words.indexOf(before.id) : -1
  const text = words.turns[joined]?.text
  if (text === undefined) return null
  return wordNear(
    words,
    joined,
    text.endsWith(turn.text) ? text.length - turn.text.length + start : text.length,
  )
}

function wordNear(words: TranscriptWords, turn: number, offset: number): WordPoint {
  return { turn, word: Math.max(0, wordAt(words.spans(turn), offset)) }
}
