/** Where reading stands. `lenient` turns true when a time was not written as WebVTT's grammar asks. */
export type TimeCursor = { at: number; lenient: boolean }

const ZERO = 0x30
const COLON = 0x3a
const DOT = 0x2e
const COMMA = 0x2c

/** More digits than this are no hours (and a run of digits must not be read to its end for every start). */
const MOST_HOUR_DIGITS = 6

/**
 * Reads `[h…:]mm:ss.ttt` at the cursor ("collect a WebVTT timestamp", W3C WebVTT section 6.1) and moves behind it.
 * Leniently also a comma for the dot, one-digit minutes or seconds, missing or fewer digits of the fraction.
 * Returns milliseconds, or -1. Reads character codes: no slices, no expressions, because it runs for every caption.
 */
export function readCaptionTime(text: string, end: number, cursor: TimeCursor): number {
  let at = cursor.at
  const parts: [number, number, number] = [0, 0, 0]
  let count = 0
  let lenient = false
  for (;;) {
    let value = 0
    let digits = 0
    while (at < end && digits <= MOST_HOUR_DIGITS) {
      const digit = text.charCodeAt(at) - ZERO
      if (digit < 0 || digit > 9) break
      value = value * 10 + digit
      digits += 1
      at += 1
    }
    if (digits === 0 || digits > MOST_HOUR_DIGITS || count > 2) return -1
    if (digits === 1 && (count > 0 || text.charCodeAt(at) !== COLON)) lenient = true
    if (digits > 2 && count > 0) return -1
    parts[count] = value
    count += 1
    if (at >= end || text.charCodeAt(at) !== COLON) break
    at += 1
  }
  if (count < 2) return -1
  const [hours, minutes, seconds] = count === 3 ? parts : [0, parts[0], parts[1]]
  if (seconds > 99 || (count === 3 && minutes > 99)) return -1
  if (seconds > 59 || (count === 3 && minutes > 59)) lenient = true
  if (count === 2 && minutes > 59) lenient = true

  let milliseconds = 0
  const separator = at < end ? text.charCodeAt(at) : 0
  if (separator === DOT || separator === COMMA) {
    if (separator === COMMA) lenient = true
    at += 1
    let digits = 0
    let scale = 100
    while (at < end) {
      const digit = text.charCodeAt(at) - ZERO
      if (digit < 0 || digit > 9) break
      milliseconds += digit * scale
      scale /= 10
      digits += 1
      at += 1
    }
    if (digits !== 3) lenient = true
    if (digits === 0) return -1
  } else {
    lenient = true
  }
  cursor.at = at
  if (lenient) cursor.lenient = true
  return (hours * 3600 + minutes * 60 + seconds) * 1000 + Math.round(milliseconds)
}

/**
 * "Collect a WebVTT timestamp" (W3C WebVTT, 6.3) to the letter: hours of any length and optional, two digits of minutes
 * and seconds below 60, a dot, three digits. Returns milliseconds and moves the cursor behind, or returns -1.
 */
export function readStrictTime(text: string, end: number, cursor: TimeCursor): number {
  let at = cursor.at
  let first = 0
  while (at < end) {
    const digit = text.charCodeAt(at) - ZERO
    if (digit < 0 || digit > 9) break
    first = first * 10 + digit
    at += 1
  }
  const firstDigits = at - cursor.at
  if (firstDigits === 0 || at >= end || text.charCodeAt(at) !== COLON) return -1
  let second = twoDigits(text, at + 1, end)
  if (second < 0) return -1
  at += 3
  let third = second
  if (firstDigits !== 2 || first > 59 || (at < end && text.charCodeAt(at) === COLON)) {
    if (at >= end || text.charCodeAt(at) !== COLON) return -1
    third = twoDigits(text, at + 1, end)
    if (third < 0) return -1
    at += 3
  } else {
    second = first
    first = 0
  }
  if (second > 59 || third > 59 || at >= end || text.charCodeAt(at) !== DOT) return -1
  const hundreds = twoDigits(text, at + 1, end, true)
  const last = at + 3 < end ? text.charCodeAt(at + 3) - ZERO : -1
  if (hundreds < 0 || last < 0 || last > 9 || isDigit(text, at + 4, end)) return -1
  cursor.at = at + 4
  return Math.min((first * 3600 + second * 60 + third) * 1000 + hundreds * 10 + last, Number.MAX_SAFE_INTEGER)
}

/**
 * `00:00:00.000` at an offset, with a dot or a comma: as most files write all of their times. Returns milliseconds, or
 * -1 for any other writing, which the readers above then read. What stands behind it is the caller's to look at.
 */
export function readPlainTime(text: string, at: number): number {
  const point = text.charCodeAt(at + 8)
  if (text.charCodeAt(at + 2) !== COLON || text.charCodeAt(at + 5) !== COLON) return -1
  if (point !== DOT && point !== COMMA) return -1
  const hours = pair(text, at)
  const minutes = pair(text, at + 3)
  const seconds = pair(text, at + 6)
  const hundredths = pair(text, at + 9)
  const last = text.charCodeAt(at + 11) - ZERO
  // Past the end of the text a code is NaN, which no comparison accepts.
  if (!(hours >= 0 && minutes >= 0 && minutes < 60 && seconds >= 0 && seconds < 60)) return -1
  if (!(hundredths >= 0 && last >= 0 && last <= 9)) return -1
  return (hours * 3600 + minutes * 60 + seconds) * 1000 + hundredths * 10 + last
}

function pair(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO
  const ones = text.charCodeAt(at + 1) - ZERO
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1
}

/** Exactly two digits (or two of more, where `open`) as a number, or -1. */
function twoDigits(text: string, at: number, end: number, open = false): number {
  if (at + 1 >= end) return -1
  const tens = text.charCodeAt(at) - ZERO
  const ones = text.charCodeAt(at + 1) - ZERO
  if (tens < 0 || tens > 9 || ones < 0 || ones > 9 || (!open && isDigit(text, at + 2, end))) return -1
  return tens * 10 + ones
}

function isDigit(text: string, at: number, end: number): boolean {
  if (at >= end) return false
  const digit = text.charCodeAt(at) - ZERO
  return digit >= 0 && digit <= 9
}

/** Reads a whole string as one such time, spaces around it allowed; null if it is not one. */
export function parseCaptionTime(text: string): number | null {
  const trimmed = text.trim()
  const cursor: TimeCursor = { at: 0, lenient: false }
  const time = readCaptionTime(trimmed, trimmed.length, cursor)
  return time < 0 || cursor.at !== trimmed.length ? null : time
}
