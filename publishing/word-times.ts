import type { PageSnapshot } from '@/publishing/snapshot-schema'

/** Per turn the start of each word in ms after the one before, the first after the recording's start; empty where untimed. */
export type WordTimes = { turns: number[][] }

/** A page's word times, small: differences take two or three digits where moments take seven. */
export function wordTimes(page: Pick<PageSnapshot, 'turns'>): WordTimes {
  return {
    turns: page.turns.map(({ wordStarts }) =>
      wordStarts.map((start, index) => start - (wordStarts[index - 1] ?? 0)),
    ),
  }
}

/** Start of every word in ms, by turn: the way back. */
export function startsOf(times: WordTimes): number[][] {
  return times.turns.map((deltas) => {
    let at = 0
    return deltas.map((delta) => {
      at += delta
      return at
    })
  })
}
