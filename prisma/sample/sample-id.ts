import { createHash } from 'node:crypto'

/**
 * The same id for the same thing on every run and machine (a version 8 UUID, RFC 9562 section 5.8), so that a step of
 * the seed that was done before is recognised by the commands themselves.
 */
export function sampleId(...parts: (string | number)[]): string {
  const hex = createHash('sha256')
    .update(`claimline sample ${parts.join('/')}`)
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
