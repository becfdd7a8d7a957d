/**
 * What readers type into the search, taken apart: words, "phrases", and -words that must not be there. Pure. What one question
 * may cost is bounded here: letters and terms beyond the limits are left out.
 */

export type Term = {
  text: string
  /** In quotation marks: the words in this order, taken as they are spelt. */
  quoted: boolean
  /** With a minus: what says this is not shown. */
  not: boolean
}

export const MOST_LETTERS = 200
const MOST_TERMS = 12

const TERM = /(-?)(?:["“”„«]([^"“”„«»]*)["“”»]?|(\S+))/gu

/** The question as it is shown again and asked for: trimmed, spaces joined, no longer than anything is searched by. */
export function tidyQuestion(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim()
    .slice(0, MOST_LETTERS)
    .trim()
}

/** The terms of a tidied question. What holds no letter and no digit asks for nothing. */
export function termsOf(question: string): Term[] {
  const terms: Term[] = []
  for (const [, minus = '', phrase, word = ''] of question.matchAll(TERM)) {
    const text = spaced(phrase ?? word)
    if (!text) continue
    terms.push({ text, quoted: phrase !== undefined, not: minus === '-' })
    if (terms.length === MOST_TERMS) break
  }
  return terms
}

/** The question that these terms are, as somebody would have typed it. */
export function questionOf(terms: readonly Term[]): string {
  return terms
    .map(({ text, quoted, not }) => `${not ? '-' : ''}${quoted ? `"${text}"` : text.replaceAll(' ', '-')}`)
    .join(' ')
}

/** Letters, digits and what stands within words; everything else parts words, as it does where texts are taken in. */
function spaced(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}\p{M}'’.,%]+/gu, ' ')
    .replace(/(^|\s)['’.,%]+|['’.,]+(?=\s|$)/gu, '$1')
    .trim()
}
