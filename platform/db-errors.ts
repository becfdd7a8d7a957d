import 'server-only'
import { Prisma } from '@/platform/db'
import { Conflict, Invalid, NotFound, type Refusal } from '@/platform/errors'

/**
 * The refusal that a database error amounts to, or null where it is a fault of ours. Commands give better sentences for
 * what they foresee; this is the net for what two people did in the same moment.
 */
export function refusalOfDatabase(error: unknown): Refusal | null {
  const known = error instanceof Prisma.PrismaClientKnownRequestError ? refusalOfCode(error.code) : null
  return known ?? refusalOfState(sqlStates(error))
}

// Codes: https://www.prisma.io/docs/orm/reference/error-reference
function refusalOfCode(code: string): Refusal | null {
  switch (code) {
    case 'P2002':
      return new Conflict('There is one of these already. Load the page again to see it.')
    case 'P2003':
    case 'P2014':
      return new Conflict('Something this belongs to was removed, or something still depends on it.')
    case 'P2025':
      return new NotFound('It is no longer there. Somebody may have removed it.')
    case 'P2034':
      return atOnce()
    default:
      return null
  }
}

// SQLSTATEs (PostgreSQL, appendix A), for what Prisma has no code of its own for.
function refusalOfState(states: readonly string[]): Refusal | null {
  if (states.includes('23514'))
    return new Invalid('Two of the values do not go together, so nothing was saved.')
  // A zero byte in text or in JSON, half a surrogate in JSON: what a browser sent cannot be kept as it is.
  if (['22021', '22P02', '22P05'].some((state) => states.includes(state)))
    return new Invalid('Some character in the text cannot be kept. Paste it again as plain text.')
  if (crossed(states)) return atOnce()
  return null
}

/** Serialisation failure and deadlock: PostgreSQL let one of two go on, and the other may simply begin again. */
function crossed(states: readonly string[]): boolean {
  return ['P2034', '40001', '40P01'].some((state) => states.includes(state))
}

/** True where the same transaction may be begun again as it is: nothing of it was saved, and the other one is done. */
export function mayBeginAgain(error: unknown): boolean {
  return crossed(sqlStates(error))
}

function atOnce(): Refusal {
  return new Conflict('Somebody else saved at the same moment. Nothing of yours was saved; try again.')
}

/** SQLSTATEs on an error and on what caused it: adapters nest the database's own error, at depths that vary. */
function sqlStates(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 4) return []
  const code: unknown = Reflect.get(error, 'originalCode') ?? Reflect.get(error, 'code')
  const deeper = ['meta', 'driverAdapterError', 'cause'].flatMap((key) =>
    sqlStates(Reflect.get(error, key), depth + 1),
  )
  return typeof code === 'string' ? [code, ...deeper] : deeper
}
