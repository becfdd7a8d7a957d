import { xmlText } from '@/transcripts/exports/xml-text'

/** Text for share pictures: what can be drawn, how it is escaped, and how it is cut. Pure. */

/** Letters of scripts that our fonts hold (platform/boot/build-card-fonts.mjs), and what belongs to no script. */
const DRAWN =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Devanagari}\p{Script=Common}\p{Script=Inherited}]*$/u

/** The text as one line without pictographs; null where it has letters that would come out as boxes. */
export function drawable(text: string): string | null {
  const line = text
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u{fe0f}/gu, (letter) =>
      '©®™'.includes(letter) ? letter : '',
    )
    .replace(/\s+/gu, ' ')
    .trim()
  return DRAWN.test(line) ? line : null
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** For Pango's markup, which is XML. */
export function pangoText(text: string): string {
  return xmlText(text).replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter)
}

/** Whether a text is read from the right: what its first letter with a direction says (UAX 9, P2). */
export function readsFromRight(text: string): boolean {
  const [first] = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{L}/u.exec(text) ?? []
  return first !== undefined && /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(first)
}

const letters = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The letters of a text as people count them, at most `most`. */
export function lettersOf(text: string, most: number): string[] {
  return Array.from(letters.segment(text.slice(0, most * 8)), ({ segment }) => segment).slice(0, most)
}

/** Letters that a cut may give up to end with a whole word. */
const WORD = 20

/** The text, or its beginning of at most that many letters with an ellipsis, cut between words where there are any. */
export function beginning(text: string, most: number): string {
  const start = lettersOf(text, most).join('')
  if (start.length === text.length) return text
  const space = start.lastIndexOf(' ')
  const cut = space > start.length - WORD && space > 0 ? start.slice(0, space) : start
  return `${cut.replace(/[\s,;:.]+$/u, '')}…`
}
