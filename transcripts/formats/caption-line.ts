import { isUntidyCode } from './tidy-text'

/** Inline times of a line: from the sign `at[i]` of its text on, `ms[i]` is being spoken. `at` never decreases. */
export type InlineTimes = { at: number[]; ms: number[] }

/**
 * One line of a caption, trimmed and not empty. `speaker` is a voice that the file names in its markup. `isTidy`: the
 * text is known to be as `tidyText` leaves it. `hasColon`: it may begin with a speaker's label. `isMarked`: it begins
 * with a sign that may mark another speaker (`>>`, a dash).
 */
export type CaptionLine = {
  text: string
  speaker: string | null
  times: InlineTimes | null
  isTidy: boolean
  hasColon: boolean
  isMarked: boolean
}

/** Whether a line that begins with this sign may mark another speaker. */
export function isMarker(code: number): boolean {
  return code === 0x3e || code === 0x2d || code === 0x2013 || code === 0x2014
}

/**
 * The line `[from, end)` of a text without markup, trimmed, or null if nothing is left. What later steps ask of each
 * line (is it clean, has it a colon) is seen in the one look at its signs.
 */
export function captionLine(source: string, from: number, end: number): CaptionLine | null {
  let start = from
  let last = end
  while (start < last && source.charCodeAt(start) <= 0x20) start += 1
  while (last > start && source.charCodeAt(last - 1) <= 0x20) last -= 1
  if (start >= last) return null
  let isTidy = true
  let hasColon = false
  let spaced = false
  for (let at = start; at < last; at++) {
    const code = source.charCodeAt(at)
    if (code > 0x3a && code < 0x7f) spaced = false
    else if (code === 0x20) {
      if (spaced) isTidy = false
      spaced = true
    } else {
      spaced = false
      if (code === 0x3a || code === 0xff1a) hasColon = true
      else if (code < 0x20 || code >= 0x7f)
        isTidy &&= !(isUntidyCode(code) || (code >= 0xd800 && code < 0xe000))
    }
  }
  let text = source.slice(start, last)
  if (!isTidy) {
    // White space beyond ASCII is trimmed too; which sign it was does not matter here.
    text = text.trim()
    if (text === '') return null
  }
  return { text, speaker: null, times: null, isTidy, hasColon, isMarked: isMarker(text.charCodeAt(0)) }
}
