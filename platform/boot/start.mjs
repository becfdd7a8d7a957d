import path from 'node:path'
import { hold } from './hold.mjs'
import { ensureInstalled } from './install.mjs'
import { beforeEnd, endOnSignals, isEnding, windDown } from './lifecycle.mjs'
import { dataFolder, makeDataFolder, readJson } from './places.mjs'
import { endProcess, processMark } from './processes.mjs'
import { say } from './tools.mjs'

/** Takes the data folder for this start; the web server that a killed start left behind is ended first. */
async function takeFolder(data) {
  const file = path.join(data, 'running.json')
  const left = readJson(file)?.web
  const held = await hold(file, {
    busy: (other) =>
      `Claimline is already running on this data${other.url ? `: ${other.url}` : ', and still starting'} (process ${other.pid}). ` +
      'Stop it first, or set CLAIMLINE_DATA to another folder for a second one.',
  })
  if (left && processMark(left.pid) === left.mark)
    await endProcess(left.pid, [
      ['SIGTERM', 3_000],
      ['SIGKILL', 5_000],
    ])
  beforeEnd(held.release)
  return held
}

/** Starts the embedded database again, at its old address, when something killed it under the running server. */
function watchDatabase(data, env) {
  if (process.env.DATABASE_URL) return
  let busy = false
  setInterval(async () => {
    if (busy || isEnding()) return
    busy = true
    try {
      const { ensurePostgres, runningServer } = await import('./postgres/server.mjs')
      if (runningServer(data)) return
      say('The database has ended; starting it again …')
      const { url, stop } = await ensurePostgres(data)
      beforeEnd(stop)
      if (url !== env.DATABASE_URL) say('Its old port is taken by now: restart Claimline.')
    } catch (error) {
      say(error.message)
    } finally {
      busy = false
    }
  }, 2_000).unref()
}

/**
 * Brings everything up and keeps it up until it is told to stop.
 * @param mode `start` serves the production build, `dev` reloads as files change
 * @returns {Promise<number>} the web server's exit code
 */
async function run(mode) {
  await ensureInstalled()
  const data = makeDataFolder(dataFolder())
  const held = await takeFolder(data)
  // Only now are packages there to import.
  const { prepare, checkStorage, firstAdmin, loadSample } = await import('./prepare.mjs')
  const { buildBundles, ensureBuilt } = await import('./build.mjs')
  const { choosePort, serve } = await import('./web.mjs')
  const { banner } = await import('./banner.mjs')
  const host = process.env.HOST || '127.0.0.1'
  const port = await choosePort(host)
  const url = process.env.NEXTAUTH_URL || `http://localhost:${port}`
  const env = { ...(await prepare(data, { owns: true })), NEXTAUTH_URL: url }
  await checkStorage(env)
  const dist = process.env.CLAIMLINE_DIST ?? (mode === 'dev' ? '.next-dev' : '.next')
  if (mode === 'dev') await buildBundles()
  else await ensureBuilt({ ...env, CLAIMLINE_DIST: dist })
  await loadSample(env)
  const account = await firstAdmin(env)
  let shown = false
  // A password that was made but not yet shown would be lost if the server does not come up.
  beforeEnd(() => {
    if (account.password && !shown)
      say(`The administrator ${account.email} was made with the password ${account.password}`)
  })
  const web = await serve({ mode, host, port, env: { ...env, CLAIMLINE_DIST: dist } })
  beforeEnd(web.stop)
  held.note({ url, web: { pid: web.pid, mark: web.mark } })
  console.log(banner({ url, data, account }))
  shown = true
  watchDatabase(data, env)
  const code = await web.exited
  if (isEnding()) say('Stopped.')
  else say('The web server ended by itself.')
  return code
}

/** Runs in a mode and leaves nothing behind, however it ends. */
export async function runUntilStopped(mode) {
  endOnSignals()
  try {
    return await run(mode)
  } finally {
    await windDown()
  }
}

export const main = () => runUntilStopped('start')
