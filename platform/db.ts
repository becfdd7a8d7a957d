import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/platform/env'
import { PrismaClient } from '@/platform/generated/prisma/client'

export { Prisma } from '@/platform/generated/prisma/client'
// The only file that imports the generated client. Everything else gets the connection, the transaction type and the row types here.
export type * from '@/platform/generated/prisma/models'

function connect(): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().DATABASE_URL, max: 10, connectionTimeoutMillis: 10_000 }),
    transactionOptions: { maxWait: 10_000, timeout: 60_000 },
  })
}

// Next evaluates a module once a bundle; the connection must be one a process.
const held = globalThis as typeof globalThis & { claimlineDb?: PrismaClient }

/** The process's connection pool, opened on first use (a build must not need a database). */
export function db(): PrismaClient {
  held.claimlineDb ??= connect()
  return held.claimlineDb
}

/** What a store gets: the client inside one transaction. */
export type Tx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]

/** Either; for queries that also run inside a command. */
export type Reader = PrismaClient | Tx
