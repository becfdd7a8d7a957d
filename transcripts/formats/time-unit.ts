import { countWords } from '@/transcripts/words'
import { numberOf, textOf } from './json-source'
import type { ProblemList } from './problem-list'

/** Slower than this over a whole file is no speech in seconds, but speech in milliseconds. */
const SLOWEST_WORDS_PER_SECOND = 0.05

/**
 * Milliseconds per unit of the times of some segments `{start, end, text}`: 1000 for seconds, 1 for milliseconds. Files
 * do not say; the pace that their times make does. Milliseconds are reported, as they are a guess.
 */
export function unitOfTimes(segments: readonly unknown[], problems: ProblemList): 1 | 1000 {
  let words = 0
  let last = 0
  for (const segment of segments) {
    words += countWords(textOf(segment, 'text') ?? '')
    const end = numberOf(segment, 'end') ?? numberOf(segment, 'start') ?? 0
    if (!Number.isInteger(end)) return 1000
    last = Math.max(last, end)
  }
  if (last === 0 || words / last >= SLOWEST_WORDS_PER_SECOND) return 1000
  problems.add(
    'times-in-milliseconds',
    'info',
    'The times of this file were read as milliseconds: as seconds nobody speaks so slowly.',
  )
  return 1
}
