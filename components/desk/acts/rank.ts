const NAMED = 1
const ALSO = 0.8
const INSIDE = 0.3

/**
 * How well an act answers what was typed, from 0 (not listed) to 1. Each word typed begins a word of its name, or of the
 * other words for it, or stands inside one. Letters strewn over a name are no match: Enter does what stands first.
 */
export function rank(query: string, label: string, also = ''): number {
  const typed = wordsOf(query)
  const scores = typed.map((word) => {
    if (begins(label, word)) return NAMED
    if (begins(also, word)) return ALSO
    return word.length > 1 && `${label} ${also}`.toLowerCase().includes(word) ? INSIDE : 0
  })
  if (scores.includes(0)) return 0
  // Of two that are named alike the shorter name is meant: "audit" is Audit before the audit of a claim.
  const length = 1 - Math.min(label.length, 100) / 1000
  return Math.min(...scores, 1) * length
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
const begins = (text: string, start: string) => wordsOf(text).some((word) => word.startsWith(start))
