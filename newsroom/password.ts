import 'server-only'
import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

// Argon2id is the library's default algorithm; the costs are OWASP's first recommendation for it
// (Password Storage Cheat Sheet: 19 MiB of memory, 2 passes, 1 lane).
const COSTS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Argon2id hash in PHC format. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COSTS)
}

let hashOfNothing: Promise<string> | undefined

/**
 * True where the password is the one that was hashed. With no hash (unknown account, account without a password) the
 * same work is done on a hash nobody knows the password of, so that the time taken says nothing about who has an account.
 */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  hashOfNothing ??= hashPassword(randomPassword())
  const matches = await verify(passwordHash ?? (await hashOfNothing), password.normalize('NFKC'))
  return matches && passwordHash !== null
}

// No 0/o, 1/l/i and no vowels: easy to read out, and never a word.
const ALPHABET = 'bcdfghjkmnpqrstvwxz23456789'

/** A password nobody chose: five groups of five, about 118 bits. */
export function randomPassword(): string {
  const group = () => Array.from({ length: 5 }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('')
  return Array.from({ length: 5 }, group).join('-')
}
