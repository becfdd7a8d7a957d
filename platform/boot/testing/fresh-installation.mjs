import { migrate } from '../migrate.mjs'
import { mustRun, tsxArgs } from '../tools.mjs'
import { createFrom, databaseUrl, dropDatabase } from './scratch-server.mjs'

/**
 * An empty installation beside the one that tests share, for what concerns a whole site: a database of its own, and its
 * first administrator.
 * @param url of the database that tests share; its server gets one more
 * @returns {Promise<{url: string, admin: {email: string, password: string}, drop(): Promise<void>}>}
 */
export async function freshInstallation(url, name) {
  const own = await createFrom(url, 'template0', name)
  await migrate(own)
  const { stdout } = await mustRun(
    'Making the first administrator',
    process.execPath,
    tsxArgs('newsroom/admin-cli.ts', 'first-admin', '--json'),
    { env: { DATABASE_URL: own, NODE_OPTIONS: '' } },
  )
  const { email, password } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}')
  return {
    url: own,
    admin: { email, password },
    drop: () => dropDatabase(databaseUrl(url, 'postgres'), name),
  }
}
