import fs from 'node:fs'
import path from 'node:path'
import { openDatabase } from './database.mjs'
import { ensureGenerated } from './generate.mjs'
import { holder } from './hold.mjs'
import { beforeEnd } from './lifecycle.mjs'
import { migrate } from './migrate.mjs'
import { ROOT } from './places.mjs'
import { ensureSecrets } from './secrets.mjs'
import { Stop } from './stop.mjs'
import { mustRun, runTool, say, tsxArgs } from './tools.mjs'

/**
 * Everything the application needs before it can serve: secrets, a migrated database, the generated client.
 * The database is stopped when this process ends, unless it was there to stay.
 * @param options.owns this process holds the data folder, so a server that a killed start left behind is its own now
 * @returns {Promise<Record<string, string>>} the application's environment
 */
export async function prepare(data, { owns = false } = {}) {
  const secrets = ensureSecrets(data)
  const database = await openDatabase()
  const serving = () => !owns && (database.adopted || holder(path.join(data, 'running.json')))
  if (!database.keeps) beforeEnd(() => serving() || database.stop())
  const applied = await migrate(database.url)
  if (applied.length) say(`The database is ready (${applied.length} migrations applied).`)
  await ensureGenerated()
  return { ...secrets, DATABASE_URL: database.url, CLAIMLINE_DATA: data }
}

/**
 * Proves that files can be kept where the settings say, before anything is put there.
 * @throws Stop with the reason; only a bucket can be wrong here, the data folder was tried before
 */
export async function checkStorage(env, settings = process.env) {
  if (!Object.keys(settings).some((name) => name.startsWith('CLAIMLINE_S3_') && settings[name])) return
  const { code, output } = await runTool(process.execPath, tsxArgs('platform/storage/check-storage.ts'), {
    env: { ...env, NODE_NO_WARNINGS: '1' },
  })
  if (code !== 0) throw new Stop(output.trim().split('\n').at(-1) || 'Files cannot be kept in the S3 store.')
}

/**
 * Makes the first administrator if there is none.
 * @returns {Promise<{email?: string, password?: string}>} the password only when it was made now
 */
export async function firstAdmin(env) {
  const file = 'newsroom/admin-cli.ts'
  if (!fs.existsSync(path.join(ROOT, file))) return {}
  const args = tsxArgs(file, 'first-admin', '--json')
  const { stdout } = await mustRun('Making the first administrator', process.execPath, args, { env })
  const { email, password } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}')
  return { email, password }
}

/** Loads the sample interview if it is not there. */
export async function loadSample(env) {
  const file = 'prisma/seed.ts'
  if (fs.existsSync(path.join(ROOT, file))) {
    await mustRun('Loading the sample', process.execPath, tsxArgs(file), { env })
  }
}
