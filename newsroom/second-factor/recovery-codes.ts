import { createHash, randomInt } from 'node:crypto'

export const RECOVERY_CODES = 10

// No 0/o, 1/l/i and no vowels: easy to copy from paper, and never a word.
const ALPHABET = 'bcdfghjkmnpqrstvwxz23456789'

/** Ten codes `bcdf-ghjk-mnpq-rstv`, each of about 76 random bits: a plain hash of one cannot be searched for. */
export function newRecoveryCodes(): string[] {
  const group = () => Array.from({ length: 4 }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('')
  return Array.from({ length: RECOVERY_CODES }, () => Array.from({ length: 4 }, group).join('-'))
}

/** SHA-256 of a code as it was typed, however it was spaced; lower-case hex. */
export function recoveryCodeHash(memberId: string, typed: string): string {
  const code = typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  return createHash('sha256').update(`${memberId}:${code}`).digest('hex')
}
