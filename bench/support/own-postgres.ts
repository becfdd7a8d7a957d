import { randomBytes } from 'node:crypto'
import { beforeEnd } from '@/platform/boot/lifecycle.mjs'
import { migrate } from '@/platform/boot/migrate.mjs'
import { makeDataFolder } from '@/platform/boot/places.mjs'
import { removeCluster } from '@/platform/boot/postgres/place.mjs'
import { ensurePostgres } from '@/platform/boot/postgres/server.mjs'
import { scratchFolder } from '@/platform/boot/testing/scratch-server.mjs'
import { db } from '@/platform/db'

/**
 * A PostgreSQL of the benchmark's own in a temporary folder, with its usual, durable settings, migrated and empty. Nobody's data
 * is touched; server and folder go when the benchmark ends. From here on this process works on it.
 * @param kept a folder that stays, for data that takes long to make
 * @returns the application's environment for further processes
 */
export async function ownPostgres(kept?: string): Promise<Record<string, string>> {
  const folder = kept ? makeDataFolder(kept) : scratchFolder('bench')
  if (!kept) beforeEnd(() => removeCluster(folder))
  const server = await ensurePostgres(folder)
  beforeEnd(server.stop)
  beforeEnd(() => db().$disconnect())
  await migrate(server.url)
  const env = {
    DATABASE_URL: server.url,
    CLAIMLINE_DATA: folder,
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    NEXTAUTH_URL: 'http://127.0.0.1',
    LOG_LEVEL: 'error',
  }
  Object.assign(process.env, env)
  return env
}
