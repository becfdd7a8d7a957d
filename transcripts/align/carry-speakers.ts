import type { ParsedTurn } from '@/transcripts/model'
import { countWords, wordBounds } from '@/transcripts/words'
import type { WordAlignment } from './align-words'

/** A turn with who speaks in it; null for nobody in particular. */
export type SpokenTurn = ParsedTurn & { participantId: string | null }

type OldTurn = { participantId: string | null; wordCount: number }

/**
 * Gives each new turn its speaker: whom its label stands for, or, where the file names nobody, whoever said these words in the
 * old transcript. A turn in which several people spoke then is cut between them, before the first word known to be
 * another's. Words and their order stay as they are.
 * @param of the participant of a label; undefined for a label (or for no label) that says nothing.
 */
export function carrySpeakers(
  old: readonly OldTurn[],
  fresh: readonly ParsedTurn[],
  alignment: WordAlignment,
  of: (label: string | null) => string | undefined,
): SpokenTurn[] {
  const said = speakerOfWords(old)
  const turns: SpokenTurn[] = []
  let first = 0
  let speaking: string | null = null
  for (const turn of fresh) {
    const words = countWords(turn.text)
    const known = of(turn.speaker)
    if (known !== undefined) turns.push({ ...turn, participantId: known })
    else {
      const pieces = runsOf(said, alignment, first, words, speaking)
      turns.push(...pieces.map((piece) => ({ ...cut(turn, piece.from, piece.to), participantId: piece.by })))
    }
    speaking = turns.at(-1)?.participantId ?? null
    first += words
  }
  return turns
}

function speakerOfWords(old: readonly OldTurn[]): (string | null)[] {
  return old.flatMap(({ participantId, wordCount }) => Array.from({ length: wordCount }, () => participantId))
}

type Run = { from: number; to: number; by: string | null }

/** Who spoke in a turn's words, as far as they were heard; words in between go with those before them. */
function runsOf(
  said: readonly (string | null)[],
  { first }: WordAlignment,
  begin: number,
  words: number,
  before: string | null,
): Run[] {
  const runs: Run[] = []
  for (let word = 0; word < words; word++) {
    const old = first[begin + word] ?? -1
    if (old < 0) continue
    const by = said[old] ?? null
    const run = runs.at(-1)
    if (!run) runs.push({ from: 0, to: words, by })
    else if (run.by !== by) {
      run.to = word
      runs.push({ from: word, to: words, by })
    }
  }
  return runs.length > 0 ? runs : [{ from: 0, to: words, by: before }]
}

function cut(turn: ParsedTurn, from: number, to: number): ParsedTurn {
  const bounds = wordBounds(turn.text)
  if (from === 0 && to * 2 === bounds.length) return turn
  const wordEnds = turn.wordEnds.slice(from, to)
  const wordStarts = turn.wordStarts.slice(from, to)
  return {
    ...turn,
    text: turn.text.slice(bounds[from * 2], bounds[to * 2 - 1]),
    startMs: wordStarts[0] ?? null,
    endMs: wordEnds.length > 0 ? wordEnds.reduce((most, end) => Math.max(most, end), 0) : null,
    wordStarts,
    wordEnds,
    wordEstimated: turn.wordEstimated.slice(from, to),
  }
}
