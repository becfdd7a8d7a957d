import { dataFolder } from './places.mjs'
import { ensureDatabase } from './postgres/ask.mjs'
import { ensurePostgres } from './postgres/server.mjs'

/**
 * The database to work with: the server that DATABASE_URL names, else the embedded one of the data folder.
 * @returns {Promise<{url: string, embedded: boolean, adopted: boolean, stop(): Promise<void>}>}
 */
export async function openDatabase(env = process.env) {
  if (env.DATABASE_URL) {
    await ensureDatabase(env.DATABASE_URL)
    return { url: env.DATABASE_URL, embedded: false, adopted: true, stop: async () => undefined }
  }
  return { embedded: true, ...(await ensurePostgres(dataFolder(env))) }
}
