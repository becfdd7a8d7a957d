import type { Find } from '@/transcripts/correction-schema'

/** Character ranges `[start, end)` of a turn's text, in order, none over another. */
export type FoundIn = { turnId: string; ranges: [number, number][] }

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const PART_OF_WORD = /[\p{L}\p{N}\p{M}_]/u
const MARK = /^\p{M}/u
const APOSTROPHE = /['’]/u
const ASCII = /^[\x20-\x7e]*$/

/**
 * Where a text stands in turns. Composed and decomposed letters are the same, and without `matchCase` so are letters that
 * differ in case, `ß` and `ss` included; ranges are always those of the text as it stands. A letter is never found
 * without its accents or vowel signs. `wholeWords` asks nothing where a script has no spaces between words.
 */
export function findInTurns(turns: readonly { id: string; text: string }[], find: Find): FoundIn[] {
  const needle = fold(find.find.replace(/\s+/gu, ' '), find.matchCase).text
  if (needle === '') return []
  return turns.flatMap(({ id, text }) => {
    const ranges = findInText(text, needle, find)
    return ranges.length > 0 ? [{ turnId: id, ranges }] : []
  })
}

/** Number of places in all turns. */
export function countFound(found: readonly FoundIn[]): number {
  return found.reduce((sum, { ranges }) => sum + ranges.length, 0)
}

function findInText(text: string, needle: string, find: Find): [number, number][] {
  const { text: folded, starts } = fold(text, find.matchCase)
  const ranges: [number, number][] = []
  for (let at = folded.indexOf(needle); at >= 0; ) {
    const range = wholeLetters(text, starts, at, at + needle.length)
    const taken = range && (!find.wholeWords || standsAlone(text, range)) ? range : null
    if (taken) ranges.push(taken)
    at = folded.indexOf(needle, taken ? at + needle.length : at + 1)
  }
  return ranges
}

/** A folded range as one of the text; null where it would cut a letter, or leave a mark behind. */
function wholeLetters(
  text: string,
  starts: readonly number[] | null,
  from: number,
  to: number,
): [number, number] | null {
  if (!starts) return [from, to]
  const [start, end] = [starts[from] ?? -1, starts[to] ?? -1]
  if (start < 0 || end < 0) return null
  return MARK.test(text.slice(end, end + 2)) ? null : [start, end]
}

function standsAlone(text: string, [start, end]: readonly [number, number]): boolean {
  return isEdge(text, start, -1) && isEdge(text, end, 1)
}

/** True where a word can begin or end before the character at `at`. `way` leads out of the word. */
function isEdge(text: string, at: number, way: -1 | 1): boolean {
  const inside = way > 0 ? letterBefore(text, at) : letterAt(text, at)
  const outside = way > 0 ? letterAt(text, at) : letterBefore(text, at)
  if (!PART_OF_WORD.test(inside) || UNSPACED.test(inside)) return true
  if (APOSTROPHE.test(outside)) {
    const beyond = way > 0 ? letterAt(text, at + 1) : letterBefore(text, at - 1)
    return !PART_OF_WORD.test(beyond)
  }
  return !PART_OF_WORD.test(outside) || UNSPACED.test(outside)
}

function letterAt(text: string, at: number): string {
  const code = text.codePointAt(at)
  return code === undefined ? '' : String.fromCodePoint(code)
}

function letterBefore(text: string, at: number): string {
  const pair = text.slice(Math.max(0, at - 2), at)
  return [...pair].at(-1) ?? ''
}

/**
 * A text as it is compared. `starts[i]` is where the character begins that folded character `i` comes from, -1 within a
 * character that folds to several; null where folding changes no index.
 */
function fold(text: string, matchCase: boolean): { text: string; starts: readonly number[] | null } {
  if (ASCII.test(text)) return { text: matchCase ? text : text.toLowerCase(), starts: null }
  const starts: number[] = []
  let folded = ''
  let at = 0
  for (const letter of text) {
    const plain = foldLetter(letter, matchCase)
    folded += plain
    starts.push(at)
    for (let more = 1; more < plain.length; more += 1) starts.push(-1)
    at += letter.length
  }
  starts.push(at)
  return { text: folded, starts }
}

function foldLetter(letter: string, matchCase: boolean): string {
  if (matchCase) return letter.normalize('NFD')
  // Upper case first: that is where ß and ss, and the two small sigmas, become one.
  return letter.toUpperCase().toLowerCase().normalize('NFD')
}
