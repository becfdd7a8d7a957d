/** A 24-hour recording with word times has a quarter of a million objects; no exporter nests deeper than ten. */
const MOST_CONTAINERS = 1_000_000
const DEEPEST = 200

const QUOTE = 0x22
const BACKSLASH = 0x5c

/** Whether a text has more objects and lists, or deeper ones, than a transcript in JSON can have. One pass, no memory. */
export function isExcessiveJson(text: string): boolean {
  let containers = 0
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) at = closingQuote(text, at)
    else if (code === 0x5b || code === 0x7b) {
      containers += 1
      depth += 1
      if (containers > MOST_CONTAINERS || depth > DEEPEST) return true
    } else if (code === 0x5d || code === 0x7d) depth -= 1
  }
  return false
}

function closingQuote(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === BACKSLASH) at += 1
    else if (code === QUOTE) return at
  }
  return text.length
}
