import 'server-only'
import { randomBytes } from 'node:crypto'
import { unstable_rethrow } from 'next/navigation'
import type { ActionError } from '@/platform/action-result'
import { refusalOfDatabase } from '@/platform/db-errors'
import { Conflict, Invalid, RateLimited, Refusal } from '@/platform/errors'
import { log } from '@/platform/log'

/**
 * What the outside is told about something thrown. Refusals keep their sentence; a fault of ours is logged under a
 * reference and nothing of it (stack, SQL, names) leaves the server.
 * @throws again what Next uses to steer (redirect, not found, forbidden).
 */
export function failureOf(thrown: unknown): { status: number; error: ActionError; retryAfter?: number } {
  unstable_rethrow(thrown)
  const refusal = refusalIn(thrown) ?? refusalOfDatabase(thrown)
  if (!refusal) return fault(thrown)
  return {
    status: refusal.status,
    error: {
      kind: refusal.kind,
      message: refusal.message,
      fields: refusal instanceof Invalid ? refusal.fields : {},
      ...(refusal instanceof Conflict && refusal.current !== null ? { current: refusal.current } : {}),
    },
    ...(refusal instanceof RateLimited ? { retryAfter: refusal.retryAfterSeconds } : {}),
  }
}

/** Streams wrap what broke them, so the refusal may be the cause. */
function refusalIn(thrown: unknown): Refusal | null {
  if (thrown instanceof Refusal) return thrown
  return thrown instanceof Error && thrown.cause instanceof Refusal ? thrown.cause : null
}

function fault(thrown: unknown) {
  const reference = randomBytes(4).toString('hex')
  log.error({ reference, ...withoutContents(thrown) }, 'unexpected error')
  return {
    status: 500,
    error: {
      kind: 'fault',
      message: `Something went wrong on our side (reference ${reference}). Nothing was saved.`,
      fields: {},
    },
  }
}

/**
 * What the log may keep of an error. Prisma writes the values of a query into its messages, and Postgres the failing row
 * into its detail: those are what an editor typed, so only the last line and the places in the code stay.
 */
function withoutContents(thrown: unknown) {
  if (!(thrown instanceof Error)) return { thrown: typeof thrown }
  const lines = thrown.message.split('\n')
  return {
    name: thrown.name,
    message: thrown.name.startsWith('Prisma') ? lines.at(-1) : thrown.message,
    at: thrown.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')),
  }
}
