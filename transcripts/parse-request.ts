import type { Problem } from './model'

/** What to parse. `format` (a registry id) overrides detection; the file name only helps it. */
export type ParseRequest = { bytes: Uint8Array; fileName: string; format?: string | undefined }

/** Above this a file is no transcript: 24 hours of word-timed JSON stay well below. */
export const MOST_BYTES = 25 * 1024 * 1024

/** The problem of a file above `MOST_BYTES`. */
export function tooLarge(bytes: number): Problem {
  const size = Math.round(bytes / 1024 / 1024)
  const message = `The file has ${size} MB; a transcript may have ${MOST_BYTES / 1024 / 1024} MB.`
  return { code: 'too-large', severity: 'error', line: null, path: null, message }
}
