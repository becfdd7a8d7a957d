/** A stretch of text, and whether it is what was asked for. */
export type Part = { text: string; hit: boolean }

/** What is shown of a text that was found: the stretch that says most of the question, cut at words. */
export type Passage = { cutBefore: boolean; cutAfter: boolean; parts: Part[] }

type Range = { start: number; end: number }

const WORD = /[\p{L}\p{N}\p{M}]+/gu

/** The words of a text, each once, as it spells them. */
export function wordsIn(text: string): Set<string> {
  return new Set(text.match(WORD) ?? [])
}

/**
 * @param hits words to mark, as the text spells them.
 * @param literal stretches to mark wherever they stand, for scripts that put no spaces between words.
 */
export function rangesOf(text: string, hits: ReadonlySet<string>, literal: readonly string[]): Range[] {
  const ranges: Range[] = []
  for (const match of text.matchAll(WORD))
    if (hits.has(match[0])) ranges.push({ start: match.index, end: match.index + match[0].length })
  for (const part of literal)
    for (let at = text.indexOf(part); part !== '' && at >= 0; at = text.indexOf(part, at + part.length))
      ranges.push({ start: at, end: at + part.length })
  ranges.sort((a, b) => a.start - b.start || b.end - a.end)
  const apart: Range[] = []
  for (const range of ranges) {
    const last = apart.at(-1)
    if (last && range.start < last.end) last.end = Math.max(last.end, range.end)
    else apart.push({ ...range })
  }
  return apart
}

/** The best stretch of at most `length` letters: the one with most different marked words, and of those the first. */
export function passageOf(text: string, ranges: readonly Range[], length: number): Passage {
  const [from, to] = text.length <= length ? [0, text.length] : windowOf(text, ranges, length)
  const parts: Part[] = []
  let at = from
  for (const { start, end } of ranges) {
    if (end <= from || start >= to) continue
    const [first, last] = [Math.max(start, from), Math.min(end, to)]
    if (first > at) parts.push({ text: text.slice(at, first), hit: false })
    parts.push({ text: text.slice(first, last), hit: true })
    at = last
  }
  if (at < to) parts.push({ text: text.slice(at, to), hit: false })
  return { cutBefore: from > 0, cutAfter: to < text.length, parts }
}

function windowOf(text: string, ranges: readonly Range[], length: number): [number, number] {
  let best = { start: 0, hits: 0 }
  for (const [index, range] of ranges.entries()) {
    const inside = new Set<string>()
    for (const other of ranges.slice(index)) {
      if (other.end > range.start + length * 0.7) break
      inside.add(text.slice(other.start, other.end).toLowerCase())
    }
    if (inside.size > best.hits) best = { start: range.start, hits: inside.size }
  }
  const from = wordBorder(text, Math.max(0, best.start - Math.floor(length * 0.3)), 1)
  return [from, wordBorder(text, Math.min(text.length, from + length), -1)]
}

/** The nearest beginning (`step` 1) or end (`step` -1) of a word; where no space is near, the place itself, never within a letter. */
function wordBorder(text: string, at: number, step: 1 | -1): number {
  if (at <= 0 || at >= text.length) return at
  const space = step === 1 ? text.indexOf(' ', at) : text.lastIndexOf(' ', at)
  if (space >= 0 && Math.abs(space - at) < 40) return step === 1 ? space + 1 : space
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + step : at
}
