import 'server-only'
import { createHash, randomBytes } from 'node:crypto'

// The beginning lets programs that look for leaked secrets know what they found.
const FORM = /^clm_[A-Za-z0-9_-]{43}$/
const START = 8

/** A new token of 256 random bits, what is kept of it, and by what people tell it apart. */
export function newToken(): { token: string; tokenHash: string; start: string } {
  const token = `clm_${randomBytes(32).toString('base64url')}`
  return { token, tokenHash: hashOf(token), start: token.slice(0, START) }
}

/** The hash to look a sent token up by; null for what cannot be one. */
export function sentHash(authorization: string | null): string | null {
  const [, token] = /^Bearer +(\S+)$/i.exec(authorization?.trim() ?? '') ?? []
  return token && FORM.test(token) ? hashOf(token) : null
}

// As much is random as a hash is long: there is nothing to guess, so no salt and no slow hash.
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
