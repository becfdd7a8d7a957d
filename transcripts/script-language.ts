import type { ParsedTurn } from '@/transcripts/model'

/** Letters looked at: enough to tell a script, little beside what reading the file costs. */
const ENOUGH = 2000

/** Signs of one language before the script's most spoken one, which stands last. */
const BY_SCRIPT: readonly { script: RegExp; signs: readonly [RegExp, string][]; language: string }[] = [
  {
    script: /\p{Script=Arabic}/gu,
    signs: [
      [/[ٹڈڑے]/u, 'ur'],
      [/[پچژگ]/u, 'fa'],
    ],
    language: 'ar',
  },
  { script: /\p{Script=Hebrew}/gu, signs: [], language: 'he' },
  { script: /\p{Script=Cyrillic}/gu, signs: [[/[їєґ]/iu, 'uk']], language: 'ru' },
  { script: /\p{Script=Greek}/gu, signs: [], language: 'el' },
  { script: /\p{Script=Hangul}/gu, signs: [], language: 'ko' },
  {
    script: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
    signs: [[/\p{Script=Hiragana}/u, 'ja']],
    language: 'zh',
  },
  { script: /\p{Script=Devanagari}/gu, signs: [], language: 'hi' },
  { script: /\p{Script=Bengali}/gu, signs: [], language: 'bn' },
  { script: /\p{Script=Thai}/gu, signs: [], language: 'th' },
]

/**
 * The language that the letters suggest, or null for letters that many languages share (Latin). A proposal, which an
 * editor sees: it decides above all that a right-to-left transcript is not read from the left.
 */
export function scriptLanguage(turns: readonly Pick<ParsedTurn, 'text'>[]): string | null {
  let letters = ''
  for (const { text } of turns) {
    letters += text.slice(0, ENOUGH).replace(/[^\p{L}]/gu, '')
    if (letters.length >= ENOUGH) break
  }
  for (const { script, signs, language } of BY_SCRIPT) {
    if ((letters.match(script)?.length ?? 0) * 2 <= letters.length) continue
    return signs.find(([sign]) => sign.test(letters))?.[1] ?? language
  }
  return null
}
