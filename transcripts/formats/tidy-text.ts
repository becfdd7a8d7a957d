import { normaliseText } from '@/transcripts/words'

// What `normaliseText` would change in a trimmed text: runs of white space, other white space, control characters.
const UNTIDY = /\s\s|[^\S ]|[\p{Cc}\p{Cs}]/u

/** `normaliseText`, with a quick way out for the many lines that are already clean. */
export function tidyText(text: string): string {
  const trimmed = text.trim()
  return UNTIDY.test(trimmed) ? normaliseText(trimmed) : trimmed
}
