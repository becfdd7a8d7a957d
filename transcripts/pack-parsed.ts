import type { ParsedTranscript, ParsedTurn } from './model'

type TurnHead = Pick<ParsedTurn, 'speaker' | 'startMs' | 'endMs' | 'text'> & { words: number }

/**
 * A parsed transcript as it crosses from the parsing thread: the times of all turns in three arrays that are handed
 * over without a copy, everything else cloned. Times fit 32 bits: 24 days in milliseconds.
 */
export type PackedTranscript = Omit<ParsedTranscript, 'turns'> & {
  heads: TurnHead[]
  starts: Int32Array<ArrayBuffer>
  ends: Int32Array<ArrayBuffer>
  estimated: Uint8Array<ArrayBuffer>
}

/** Packs a transcript. Its cues go along only if wanted: whoever saves or shows it needs the turns. */
export function packParsed(parsed: ParsedTranscript, withCues: boolean): PackedTranscript {
  const { turns, cues, ...rest } = parsed
  const total = turns.reduce((sum, turn) => sum + turn.wordStarts.length, 0)
  const starts = new Int32Array(total)
  const ends = new Int32Array(total)
  const estimated = new Uint8Array(total)
  let at = 0
  const heads = turns.map(({ speaker, startMs, endMs, text, wordStarts, wordEnds, wordEstimated }) => {
    starts.set(wordStarts, at)
    ends.set(wordEnds, at)
    for (const [word, guess] of wordEstimated.entries()) estimated[at + word] = guess ? 1 : 0
    at += wordStarts.length
    return { speaker, startMs, endMs, text, words: wordStarts.length }
  })
  return { ...rest, cues: withCues ? cues : [], heads, starts, ends, estimated }
}

/** Undoes `packParsed`. */
export function unpackParsed({
  heads,
  starts,
  ends,
  estimated,
  ...rest
}: PackedTranscript): ParsedTranscript {
  let at = 0
  const turns = heads.map(({ words, ...head }): ParsedTurn => {
    const from = at
    at += words
    return {
      ...head,
      wordStarts: Array.from(starts.subarray(from, at)),
      wordEnds: Array.from(ends.subarray(from, at)),
      wordEstimated: Array.from(estimated.subarray(from, at), (guess) => guess === 1),
    }
  })
  return { ...rest, turns }
}
