import { ensureInstalled } from './install.mjs'
import { endOnSignals } from './lifecycle.mjs'
import { dataFolder, makeDataFolder } from './places.mjs'
import { runTool, tsxArgs } from './tools.mjs'

/**
 * Runs a TypeScript command on the database, which is started if need be and shared with a running `npm start`.
 * @returns {Promise<number>} its exit code
 */
export async function runWithDatabase(file, args) {
  // Files that the command line names are found from where it was called.
  const calledFrom = process.env.INIT_CWD || process.cwd()
  await ensureInstalled()
  endOnSignals()
  const data = makeDataFolder(dataFolder())
  const { prepare } = await import('./prepare.mjs')
  const { windDown } = await import('./lifecycle.mjs')
  try {
    const env = { ...(await prepare(data)), INIT_CWD: calledFrom }
    return (await runTool(process.execPath, tsxArgs(file, ...args), { env, show: true })).code
  } finally {
    await windDown()
  }
}
