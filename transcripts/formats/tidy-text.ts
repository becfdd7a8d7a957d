import { normaliseText } from '@/transcripts/words'

/** `normaliseText`, with a quick way out for the many lines that are already clean. */
export function tidyText(text: string): string {
  return isTidy(text) ? text : normaliseText(text)
}

/**
 * Whether `normaliseText` would leave a text as it is: single plain spaces inside, none at the ends, no other white
 * space, control character or half surrogate. One look at each sign, as this is asked of every caption.
 */
export function isTidy(text: string): boolean {
  let spaced = true
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 0x20 && code < 0x7f) spaced = false
    else if (code === 0x20) {
      if (spaced) return false
      spaced = true
    } else if (code >= 0xd800 && code < 0xe000) {
      const next = text.charCodeAt(at + 1)
      if (code >= 0xdc00 || !(next >= 0xdc00 && next < 0xe000)) return false
      at += 1
      spaced = false
    } else if (isUntidyCode(code)) return false
    else spaced = false
  }
  return !spaced || text === ''
}

/** White space other than the plain space, and control characters (Unicode Zs, Zl, Zp, Cc and the byte order mark). */
export function isUntidyCode(code: number): boolean {
  if (code < 0x20 || (code >= 0x7f && code <= 0xa0)) return true
  if (code < 0x1680) return false
  if (code === 0x1680 || code === 0x202f || code === 0x205f || code === 0x3000 || code === 0xfeff) return true
  return (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029
}
