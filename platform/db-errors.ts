import 'server-only'
import { Prisma } from '@/platform/db'
import { Conflict, Invalid, NotFound, type Refusal } from '@/platform/errors'

/**
 * The refusal that a database error amounts to, or null where it is a fault of ours. Commands give better sentences for
 * what they foresee; this is the net for what two people did in the same moment.
 */
export function refusalOfDatabase(error: unknown): Refusal | null {
  if (error instanceof Prisma.PrismaClientKnownRequestError) return known(error.code)
  return sqlStates(error).includes('23514') ? checkViolated() : null
}

// Codes: https://www.prisma.io/docs/orm/reference/error-reference
function known(code: string): Refusal | null {
  switch (code) {
    case 'P2002':
      return new Conflict('There is one of these already. Load the page again to see it.')
    case 'P2003':
    case 'P2014':
      return new Conflict('Something this belongs to was removed, or something still depends on it.')
    case 'P2025':
      return new NotFound('It is no longer there. Somebody may have removed it.')
    case 'P2028':
    case 'P2034':
      return new Conflict('Somebody else saved at the same moment. Nothing of yours was saved; try again.')
    case 'P2004':
      return checkViolated()
    default:
      return null
  }
}

function checkViolated(): Refusal {
  return new Invalid('Two of the values do not go together, so nothing was saved.')
}

/** SQLSTATEs found on an error and what caused it; driver adapters nest the database's own error. */
function sqlStates(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 4) return []
  const own = ['code', 'originalCode'].flatMap((key) => {
    const value: unknown = Reflect.get(error, key)
    return typeof value === 'string' ? [value] : []
  })
  const message = error instanceof Error && error.message.includes('23514') ? ['23514'] : []
  return [...own, ...message, ...sqlStates(Reflect.get(error, 'cause'), depth + 1)]
}
