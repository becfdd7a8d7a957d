import { dataFolder } from './places.mjs'
import { ensureDatabase } from './postgres/ask.mjs'
import { ensurePostgres } from './postgres/server.mjs'

/**
 * The database to work with: the server that DATABASE_URL names, else the embedded one of the data folder.
 * @param options.keeps leave a server that this starts running afterwards
 * @returns {Promise<{url: string, embedded: boolean, adopted: boolean, keeps: boolean, stop(): Promise<void>}>}
 */
export async function openDatabase({ env = process.env, keeps = false } = {}) {
  if (env.DATABASE_URL) {
    await ensureDatabase(env.DATABASE_URL)
    return { url: env.DATABASE_URL, embedded: false, adopted: true, keeps: true, stop: async () => undefined }
  }
  return { embedded: true, ...(await ensurePostgres(dataFolder(env), { keeps })) }
}
