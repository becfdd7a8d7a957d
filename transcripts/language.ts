/** Primary subtags whose usual script runs from right to left. */
const RIGHT_TO_LEFT = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'iw',
  'ks',
  'nqo',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
])
const RIGHT_TO_LEFT_SCRIPTS = new Set(['arab', 'hebr', 'syrc', 'thaa', 'nkoo', 'adlm', 'rohg'])

/** The direction in which a BCP 47 language is written; a script subtag outweighs the language (`az-Arab`, `ur-Latn`). */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [primary = '', ...rest] = language.toLowerCase().split('-')
  const script = rest.find((part) => /^[a-z]{4}$/.test(part))
  if (script) return RIGHT_TO_LEFT_SCRIPTS.has(script) ? 'rtl' : 'ltr'
  return RIGHT_TO_LEFT.has(primary) ? 'rtl' : 'ltr'
}
