import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { now } from '@/platform/clock'
import { db, type Tx } from '@/platform/db'
import { Conflict } from '@/platform/errors'

/** How long an answer is kept for a request that is sent again. A browser that was shut for longer is told that it is late. */
const KEPT_DAYS = 30

/** One request of one member's, as the runner knows it. */
type Request = { memberId: string; requestId: string; inputHash: string }

const carried = z.object({ requestId: z.uuid() })

/**
 * The request that an input carries; null where it carries none, or nobody sends it.
 * @param input as the command's schema read it: one that the schema does not know has no receipt, and its answer is kept nowhere.
 * @param sent the same as it came.
 */
export function requestIn(memberId: string | null, input: unknown, sent: unknown): Request | null {
  const found = carried.safeParse(input)
  if (memberId === null || !found.success) return null
  // What was sent, and not what a schema made of it: a default that a newer version adds would make it look like other input.
  return { memberId, requestId: found.data.requestId.toLowerCase(), inputHash: hashOf(sent) }
}

/**
 * Takes a request up. The first to come holds its receipt until its transaction ends; the same one sent meanwhile waits
 * here for that end, and then gets the answer.
 * @returns the answer of the time it was done; null where it is to be done now.
 * @throws Conflict where the id was used for something else.
 */
export async function takeUp(tx: Tx, request: Request): Promise<{ value: unknown } | null> {
  const { memberId, requestId, inputHash } = request
  const inserted = await tx.$executeRaw`
    INSERT INTO "CommandReceipt" ("memberId", "requestId", "inputHash", "value")
    VALUES (${memberId}::uuid, ${requestId}::uuid, ${inputHash}, 'null'::jsonb)
    ON CONFLICT DO NOTHING`
  if (inserted === 1) return null
  const receipt = await tx.commandReceipt.findUniqueOrThrow({
    where: { memberId_requestId: { memberId, requestId } },
  })
  if (receipt.inputHash !== inputHash)
    throw new Conflict('This was saved already, with other words. Look at what stands there now.')
  return { value: receipt.value }
}

/** Keeps the answer, in the same transaction as what was done. `value` is JSON, or nothing. */
export async function keepAnswer(tx: Tx, { memberId, requestId }: Request, value: unknown): Promise<void> {
  const json = JSON.stringify(value ?? null)
  await tx.$executeRaw`
    UPDATE "CommandReceipt" SET "value" = ${json}::jsonb
    WHERE "memberId" = ${memberId}::uuid AND "requestId" = ${requestId}::uuid`
}

/** Forgets receipts that no browser will ask for any more. */
export async function removeOldReceipts(): Promise<number> {
  const before = new Date(now().getTime() - KEPT_DAYS * 24 * 60 * 60_000)
  const { count } = await db().commandReceipt.deleteMany({ where: { at: { lt: before } } })
  return count
}

/** The same for the same content, whatever order its keys have. */
function hashOf(input: unknown): string {
  const text = JSON.stringify(input, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  )
  return createHash('sha256').update(text).digest('hex')
}
