/** Whisper writes languages by their English names; these are the ones newsrooms meet most. */
const BY_NAME = new Map(
  Object.entries({
    english: 'en',
    french: 'fr',
    german: 'de',
    spanish: 'es',
    italian: 'it',
    portuguese: 'pt',
    dutch: 'nl',
    polish: 'pl',
    russian: 'ru',
    ukrainian: 'uk',
    arabic: 'ar',
    hebrew: 'he',
    persian: 'fa',
    turkish: 'tr',
    hindi: 'hi',
    urdu: 'ur',
    bengali: 'bn',
    chinese: 'zh',
    japanese: 'ja',
    korean: 'ko',
    vietnamese: 'vi',
    thai: 'th',
    indonesian: 'id',
    greek: 'el',
    swedish: 'sv',
    norwegian: 'no',
    danish: 'da',
    finnish: 'fi',
    czech: 'cs',
    hungarian: 'hu',
    romanian: 'ro',
    bulgarian: 'bg',
  }),
)

/** A BCP 47 tag for what a file says of its language (a tag, or an English name), or null. */
export function languageTag(stated: string | null): string | null {
  if (stated === null) return null
  const text = stated.trim()
  if (/^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/.test(text)) return text.replaceAll('_', '-')
  return BY_NAME.get(text.toLowerCase()) ?? null
}
