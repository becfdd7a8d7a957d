import type { WordSelection } from '@/claims/schema'
import { type WordSpan, wordsOf } from '@/transcripts/words'

/**
 * Claim anchoring: from selected words to the exact quote, its surroundings and its seconds. Always computed from the
 * stored words, on the server; what a browser says a quote is never counts.
 *
 * Prefix and suffix follow the W3C Web Annotation TextQuoteSelector (https://www.w3.org/TR/annotation-model/#text-quote-selector):
 * the text right before and after, here cut at word borders.
 */

/** Most characters of prefix and of suffix. */
const CONTEXT_LENGTH = 64

/** Most words one claim may span; longer selections are nearly always a slip of the mouse. */
export const LONGEST_CLAIM_WORDS = 600

/** A turn as anchoring needs it. Times are integer ms, one a word or none. */
export type AnchorTurn = {
  id: string
  position: number
  text: string
  wordStarts: readonly number[]
  wordEnds: readonly number[]
}

export type AnchoredQuote = {
  /** Exact words; a newline where the quote goes over to the next turn. */
  quote: string
  prefix: string
  suffix: string
  startMs: number | null
  endMs: number | null
}

export type AnchorFault = 'no-such-turn' | 'no-such-word' | 'wrong-order' | 'too-long'

/** Thrown for a selection that is not a span of stored words. */
export class AnchorError extends Error {
  constructor(
    readonly fault: AnchorFault,
    message: string,
  ) {
    super(message)
  }
}

/** The words of a turn; somebody who anchors a thousand claims at once keeps them between claims. */
export type SpansOf = (turn: AnchorTurn) => WordSpan[]

type Located = { turns: readonly AnchorTurn[]; spans: WordSpan[][]; first: number; last: number }

function locate(turns: readonly AnchorTurn[], selection: WordSelection, spansOf: SpansOf): Located {
  const first = turns.findIndex((turn) => turn.id === selection.firstTurnId)
  const last = turns.findIndex((turn) => turn.id === selection.lastTurnId)
  if (first < 0 || last < 0)
    throw new AnchorError('no-such-turn', 'The words are not in this transcript any more. Select them again.')
  if (first > last || (first === last && selection.firstWord > selection.lastWord))
    throw new AnchorError('wrong-order', 'The last word comes before the first.')
  const spans = turns.map(spansOf)
  if (!spans[first]?.[selection.firstWord] || !spans[last]?.[selection.lastWord])
    throw new AnchorError('no-such-word', 'The turn has fewer words than that. Select them again.')
  return { turns, spans, first, last }
}

/** How many words a located selection holds. */
function countSelected({ spans, first, last }: Located, selection: WordSelection): number {
  let words = 0
  for (let index = first; index <= last; index++) {
    const from = index === first ? selection.firstWord : 0
    const to = index === last ? selection.lastWord : (spans[index]?.length ?? 0) - 1
    words += to - from + 1
  }
  return words
}

/** Text of the words `from` to `to` (inclusive) of one turn. */
function slice(text: string, spans: readonly WordSpan[], from: number, to: number): string {
  const start = spans[from]?.start ?? text.length
  const end = spans[to]?.end ?? 0
  return end > start ? text.slice(start, end) : ''
}

/**
 * What stands at a selection.
 * @param turns the selection's turns in order, with the neighbours on both sides where there are any.
 * @throws AnchorError where the selection is no span of these words.
 */
export function deriveAnchor(
  turns: readonly AnchorTurn[],
  selection: WordSelection,
  spansOf: SpansOf = (turn) => wordsOf(turn.text),
): AnchoredQuote {
  const located = locate(turns, selection, spansOf)
  const { spans, first, last } = located
  if (countSelected(located, selection) > LONGEST_CLAIM_WORDS)
    throw new AnchorError('too-long', `A claim may span at most ${LONGEST_CLAIM_WORDS} words. Select fewer.`)
  const parts: string[] = []
  for (let index = first; index <= last; index++) {
    const turnSpans = spans[index] ?? []
    const from = index === first ? selection.firstWord : 0
    const to = index === last ? selection.lastWord : turnSpans.length - 1
    parts.push(slice(turns[index]?.text ?? '', turnSpans, from, to))
  }
  return {
    quote: parts.join('\n'),
    prefix: prefixOf(located, selection),
    suffix: suffixOf(located, selection),
    ...secondsOf(located, selection),
  }
}

function prefixOf({ turns, spans, first }: Located, selection: WordSelection): string {
  const own = slice(turns[first]?.text ?? '', spans[first] ?? [], 0, selection.firstWord - 1)
  const before = own.length < CONTEXT_LENGTH ? (turns[first - 1]?.text ?? '') : ''
  const text = before && own ? `${before}\n${own}` : before || own
  if (text.length <= CONTEXT_LENGTH) return text
  const cut = text.length - CONTEXT_LENGTH
  const near = spaceBefore(text, cut)
  const from = wordsOf(text.slice(near)).find(({ start }) => near + start >= cut)
  return text.slice(from ? near + from.start : text.length)
}

function suffixOf({ turns, spans, last }: Located, selection: WordSelection): string {
  const lastSpans = spans[last] ?? []
  const own = slice(turns[last]?.text ?? '', lastSpans, selection.lastWord + 1, lastSpans.length - 1)
  const after = own.length < CONTEXT_LENGTH ? (turns[last + 1]?.text ?? '') : ''
  const text = after && own ? `${own}\n${after}` : own || after
  if (text.length <= CONTEXT_LENGTH) return text
  const to = wordsOf(text.slice(0, spaceAfter(text, CONTEXT_LENGTH))).findLast(
    ({ end }) => end <= CONTEXT_LENGTH,
  )
  return text.slice(0, to?.end ?? 0)
}

/** No word goes over a space: words are looked for from the nearest one on, and not through a turn of 10,000 words. */
function spaceBefore(text: string, at: number): number {
  let near = at
  while (near > 0 && !/\s/.test(text.charAt(near - 1))) near -= 1
  return near
}

function spaceAfter(text: string, at: number): number {
  let near = at
  while (near < text.length && !/\s/.test(text.charAt(near))) near += 1
  return near
}

/** Seconds are known only where both ends are: half a time would be a guess about the other half. */
function secondsOf(
  { turns, first, last }: Located,
  selection: WordSelection,
): { startMs: number | null; endMs: number | null } {
  const startMs = turns[first]?.wordStarts[selection.firstWord]
  const endMs = turns[last]?.wordEnds[selection.lastWord]
  if (startMs === undefined || endMs === undefined) return { startMs: null, endMs: null }
  // People talk over each other: a later turn's words can end before an earlier one's.
  return { startMs, endMs: Math.max(startMs, endMs) }
}

/** What stands at a selection; null where it is no span of these words. */
export function quoteAt(
  turns: readonly AnchorTurn[],
  selection: WordSelection,
  spansOf?: SpansOf,
): AnchoredQuote | null {
  try {
    return deriveAnchor(turns, selection, spansOf)
  } catch (error) {
    if (error instanceof AnchorError) return null
    throw error
  }
}

/** True where exactly this quote stands at these words; every approval asks before it agrees to a claim. */
export function quoteStands(turns: readonly AnchorTurn[], selection: WordSelection, quote: string): boolean {
  return quoteAt(turns, selection)?.quote === quote
}
