/** Longest address part made from a title; a person may type up to twice that. */
const MADE_LENGTH = 60

const LIGATURES: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
}

/**
 * An address part made from words: lower-case ASCII letters, digits and single hyphens, cut at a word.
 * Empty where the words hold no Latin letter or digit (a title in Arabic, say); the caller then offers another.
 */
export function slugFrom(words: string): string {
  const plain = words
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => LIGATURES[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (plain.length <= MADE_LENGTH) return plain
  const cut = plain.slice(0, MADE_LENGTH + 1)
  const lastHyphen = cut.lastIndexOf('-')
  return cut.slice(0, lastHyphen > 20 ? lastHyphen : MADE_LENGTH).replace(/-+$/, '')
}

/** The first of `slug`, `slug-2`, `slug-3` … that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  for (let number = 2; ; number += 1) {
    const next = `${slug}-${number}`
    if (!taken.has(next)) return next
  }
}
