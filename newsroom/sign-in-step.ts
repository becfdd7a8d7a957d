import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { now } from '@/platform/clock'
import { db, type Reader } from '@/platform/db'

/** What a step of signing in waits for. */
export type StepKind = 'secondFactor' | 'passkeySignIn' | 'passkeyAdd'

/** Long enough to find the telephone, short enough that a browser left behind holds nothing. */
export const STEP_MINUTES = 10

type Step<Data> = { memberId: string | null; data: Data }

/**
 * Begins a step. @param secret what its taker has to bring; random where none is given.
 * @returns the secret, of which only the hash is kept.
 */
export async function makeStep(
  kind: StepKind,
  memberId: string | null,
  data: Record<string, string | number | null>,
  secret: string = randomBytes(32).toString('base64url'),
): Promise<string> {
  await db().signInStep.deleteMany({ where: { expiresAt: { lt: now() } } })
  const expiresAt = new Date(now().getTime() + STEP_MINUTES * 60 * 1000)
  await db().signInStep.create({ data: { tokenHash: hashOf(secret), kind, memberId, data, expiresAt } })
  return secret
}

/** A step that waits; null where it was spent, has run out, or is of another kind. */
export async function readStep<Data>(
  kind: StepKind,
  secret: string,
  schema: z.ZodType<Data>,
  reader: Reader = db(),
): Promise<Step<Data> | null> {
  const row = await reader.signInStep.findUnique({ where: { tokenHash: hashOf(secret) } })
  if (row?.kind !== kind || row.expiresAt <= now()) return null
  return { memberId: row.memberId, data: schema.parse(row.data) }
}

/** Uses a step up. Of two uses at once one gets it and the other null. */
export async function spendStep<Data>(
  kind: StepKind,
  secret: string,
  schema: z.ZodType<Data>,
  reader: Reader = db(),
): Promise<Step<Data> | null> {
  const step = await readStep(kind, secret, schema, reader)
  const { count } = await reader.signInStep.deleteMany({ where: { tokenHash: hashOf(secret), kind } })
  return count === 1 ? step : null
}

// 256 random bits need no salt and no slow hash: there is nothing to guess.
function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
