import { wordBounds } from '@/transcripts/words'
import { NOT, SAME, type WordAlignment } from './align-words'

/** A piece of a comparison: words that stay, words that go, words that come. */
export type Piece = { kind: 'same' | 'gone' | 'new'; text: string }
export type Passage = { startMs: number | null; pieces: Piece[] }

/** Words that stay around a difference are shown this far; two differences nearer than that are one passage. */
const AROUND = 6
const MOST_PASSAGES = 3000
/** Of a long stretch that goes or comes only the beginning is shown. */
const LONGEST = 120

/**
 * What differs between two texts, a passage at a time with a few words around. Words that differ in capitals, punctuation or
 * spelling only are no difference. `total` counts all passages, of which the first few thousand are given.
 * @param starts start in ms of each new word, -1 where it has none
 */
export function differences(
  oldTexts: readonly string[],
  newTexts: readonly string[],
  { first, last, how, new: tokens, old }: WordAlignment,
  starts: readonly number[],
): { total: number; items: Passage[] } {
  const [olds, news] = [wordsOfAll(oldTexts), wordsOfAll(newTexts)]
  const spoken = { old: isSpoken(old.wordOf, olds.length), new: isSpoken(tokens.wordOf, news.length) }
  const items: Passage[] = []
  let total = 0
  let passage: Passage | null = null
  let same: string[] = []
  const add = (kind: Piece['kind'], words: readonly string[]) => {
    if (words.length === 0) return
    const text = words.slice(0, LONGEST).join(' ') + (words.length > LONGEST ? ' …' : '')
    passage?.pieces.push({ kind, text })
  }
  const open = (word: number) => {
    if (passage && same.length <= AROUND * 2) add('same', same)
    else {
      if (passage) add('same', same.slice(0, AROUND))
      total += 1
      const start = starts[Math.min(word, news.length - 1)] ?? -1
      passage = { startMs: start < 0 ? null : start, pieces: [] }
      if (total <= MOST_PASSAGES) items.push(passage)
      add('same', same.slice(-AROUND))
    }
    same = []
  }
  let reached = 0
  for (let word = 0; word <= news.length; ) {
    let until = word
    while (until < news.length && how[until] !== SAME) until += 1
    const oldUntil = until < news.length ? (first[until] ?? reached) : olds.length
    const gone = olds.slice(reached, oldUntil)
    const come = news.slice(word, until)
    const differs =
      gone.some((_, index) => spoken.old[reached + index] === 1) ||
      come.some((_, index) => spoken.new[word + index] === 1)
    if (differs) {
      open(word)
      add('gone', gone)
      add('new', come)
    } else same.push(...come)
    if (until === news.length) break
    same.push(news[until] ?? '')
    reached = (last[until] ?? reached) + 1
    word = until + 1
  }
  if (passage) add('same', same.slice(0, AROUND))
  return { total, items }
}

/** How many words are the same, changed, added and gone. Words that are only punctuation count as the same. */
export function countWordsBetween({ first, last, how, oldWords, new: tokens, old }: WordAlignment) {
  const spoken = isSpoken(tokens.wordOf, first.length)
  const left = isSpoken(old.wordOf, oldWords)
  let [same, changed, added] = [0, 0, 0]
  for (const [word, kind] of how.entries()) {
    if (kind === SAME || spoken[word] === 0) same += 1
    else if (kind === NOT) added += 1
    else changed += 1
    const from = first[word] ?? -1
    for (let at = Math.max(0, from); from >= 0 && at <= (last[word] ?? from); at++) left[at] = 0
  }
  return { same, changed, added, gone: left.reduce((sum, one) => sum + one, 0) }
}

function isSpoken(wordOf: Int32Array, words: number): Uint8Array {
  const spoken = new Uint8Array(words)
  for (const word of wordOf) spoken[word] = 1
  return spoken
}

function wordsOfAll(texts: readonly string[]): string[] {
  return texts.flatMap((text) => {
    const bounds = wordBounds(text)
    return Array.from({ length: bounds.length / 2 }, (_, at) =>
      text.slice(bounds[at * 2], bounds[at * 2 + 1]),
    )
  })
}
