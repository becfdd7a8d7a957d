import { wordsOf } from '@/transcripts/words'

/** What `speak` reports of one turn. All positions are samples from the turn's first. */
export type Spoken = {
  rate: number
  samples: number
  words: { at: number; character: number; length: number }[]
  phonemes: { at: number; name: string }[]
}

/** Reads the lines that `speak` prints. Throws on a line it does not know. */
export function readEvents(lines: string): Spoken {
  const spoken: Spoken = { rate: 0, samples: 0, words: [], phonemes: [] }
  for (const line of lines.trim().split('\n')) {
    const [kind, first = '', second = '', third = ''] = line.split('\t')
    if (kind === 'rate') spoken.rate = Number(first)
    else if (kind === 'samples') spoken.samples = Number(first)
    else if (kind === 'word')
      spoken.words.push({ at: Number(first), character: Number(second), length: Number(third) })
    else if (kind === 'phoneme') spoken.phonemes.push({ at: Number(first), name: second })
    else if (kind !== 'end') throw new Error(`speak said what nobody expected: ${line}`)
  }
  return spoken
}

/**
 * Start and end, in samples of the turn's audio, of each word of `text` (words as `wordsOf` counts them).
 *
 * A word begins at the synthesiser's own word event. It ends where the next begins, or at the first silence before that.
 * espeak-ng speaks some pairs as one ("of the", "did not") and reports one word event for both; the second then begins
 * at the last phoneme of the pair that can start it. Throws where that leaves a word without a time.
 */
export function wordTimes(text: string, spoken: Spoken): { start: number; end: number }[] {
  const spans = wordsOf(text)
  const starts = spans.map((span) => {
    const event = spoken.words.find(
      (e) => e.length > 0 && e.character >= span.start && e.character < span.end,
    )
    return event?.at ?? null
  })
  const filled: number[] = []
  for (const [index, span] of spans.entries()) {
    const before = filled[index - 1] ?? 0
    const after = starts.slice(index + 1).find((at) => at !== null) ?? spoken.samples
    const word = text.slice(span.start, span.end)
    const start = starts[index] ?? startInPair(word, before, after, spoken)
    if (start === null || start < before) throw new Error(`no time for "${word}", word ${index} of "${text}"`)
    filled.push(start)
  }
  return filled.map((start, index) => {
    const limit = filled[index + 1] ?? spoken.samples
    const silence = spoken.phonemes.find((p) => p.at > start && p.at < limit && p.name.startsWith('_'))
    return { start, end: silence?.at ?? limit }
  })
}

function startInPair(word: string, from: number, to: number, spoken: Spoken): number | null {
  const inside = spoken.phonemes.filter((p) => p.at > from && p.at < to)
  // The Caribbean voice says "the" with d.
  const sounds = word.toLowerCase().startsWith('th') ? ['D', 'd'] : [word.charAt(0).toLowerCase()]
  for (const sound of sounds) {
    const found = inside.findLast((p) => p.name.startsWith(sound))
    if (found) return found.at
  }
  return null
}
