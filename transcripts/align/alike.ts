/**
 * How much two spellings sound alike, by letters: 1 for the same, 0 for nothing in common. The number of letters put in, left
 * out or changed comes from Myers' bit-parallel algorithm in Hyyrö's form (G. Myers 1999, "A fast bit-vector algorithm for
 * approximate string matching"; H. Hyyrö 2003): one machine word a letter, so a pair costs tens of nanoseconds.
 */

/** Longer words are compared by their beginnings. */
const MOST_LETTERS = 31
const masks = new Int32Array(0x10000)

/** Letters put in, left out or changed to make one spelling the other. Both at most 31 UTF-16 units. */
function distance(one: string, other: string): number {
  if (one.length === 0 || other.length === 0) return Math.max(one.length, other.length)
  for (let at = 0; at < one.length; at++)
    masks[one.charCodeAt(at)] = (masks[one.charCodeAt(at)] ?? 0) | (1 << at)
  const last = 1 << (one.length - 1)
  let score = one.length
  let plus = -1
  let minus = 0
  for (let at = 0; at < other.length; at++) {
    const equal = masks[other.charCodeAt(at)] ?? 0
    const vertical = equal | minus
    const horizontal = (((equal & plus) + plus) ^ plus) | equal
    let rise = minus | ~(horizontal | plus)
    let fall = plus & horizontal
    if (rise & last) score += 1
    else if (fall & last) score -= 1
    rise = (rise << 1) | 1
    fall <<= 1
    plus = fall | ~(vertical | rise)
    minus = rise & vertical
  }
  for (let at = 0; at < one.length; at++) masks[one.charCodeAt(at)] = 0
  return score
}

/** 0 to 1. Linear in the letters. */
export function similarity(one: string, other: string): number {
  if (one === other) return 1
  const [a, b] = [one.slice(0, MOST_LETTERS), other.slice(0, MOST_LETTERS)]
  return 1 - distance(a, b) / Math.max(a.length, b.length)
}

/** From this similarity on one word is taken for a mishearing of the other: three letters of five. */
export const ALIKE_FROM = 0.6

/** Two words one of which may be a misheard other. Words of one or two letters are alike only if they are the same. */
export function areAlike(one: string, other: string): boolean {
  const longer = Math.max(one.length, other.length)
  if (longer < 3 || Math.abs(one.length - other.length) > longer * (1 - ALIKE_FROM)) return false
  return similarity(one, other) >= ALIKE_FROM
}
