import { spawn } from 'node:child_process'
import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { hold } from '../hold.mjs'
import { postgresPrograms } from '../install.mjs'
import { makeDataFolder, readJson, writePrivate } from '../places.mjs'
import { freePort, portIsFree } from '../ports.mjs'
import { commandLine, endProcess, processMark, until } from '../processes.mjs'
import { diskReason, onDisk, Stop } from '../stop.mjs'
import { mustRun, say } from '../tools.mjs'
import { postgresAccount } from './account.mjs'
import { ask, ensureDatabase } from './ask.mjs'
import { clusterPlace, reachablePrograms } from './place.mjs'

const USER = 'claimline'
const DATABASE = 'claimline'

/** The address of a database on an embedded server. */
export function embeddedUrl({ port, password }, database = DATABASE) {
  return `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`
}

/**
 * The process that serves a cluster, from the file PostgreSQL keeps there; undefined when that process is dead or
 * its number now belongs to some other program.
 */
function postmasterOf(folder) {
  const file = path.join(folder, 'postmaster.pid')
  const [pidLine, , , portLine] = (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '').split('\n')
  const pid = Number(pidLine)
  if (!processMark(pid) || !commandLine(pid).includes(folder)) return undefined
  return { pid, port: Number(portLine) }
}

/**
 * PostgreSQL will not start while the number in postmaster.pid belongs to any living process of its account, even
 * a stranger's. Only the number is made impossible: the rest of the file lets PostgreSQL see by its shared memory
 * whether a child of the dead server still lives.
 */
function disownStalePid(folder) {
  const file = path.join(folder, 'postmaster.pid')
  if (!fs.existsSync(file) || postmasterOf(folder)) return
  const lines = fs.readFileSync(file, 'utf8').split('\n')
  if (processMark(Number(lines[0])))
    onDisk(file, () => fs.writeFileSync(file, ['99999999', ...lines.slice(1)].join('\n')))
}

async function makeCluster({ programs, place, password, quick }) {
  const draft = `${place.folder}.new` // renamed when whole, so that a start killed here leaves nothing half-made
  const secret = `${place.folder}.pw`
  const own = (file) => place.account && fs.chownSync(file, place.account.uid, place.account.gid)
  onDisk(place.folder, () => {
    fs.rmSync(draft, { recursive: true, force: true })
    fs.rmSync(place.folder, { recursive: true, force: true }) // no PG_VERSION in it: never was a cluster
    fs.mkdirSync(draft, { recursive: true, mode: 0o700 })
    fs.writeFileSync(secret, `${password}\n`, { mode: 0o600 })
  })
  own(draft)
  own(secret)
  try {
    await mustRun(
      'Making the database',
      path.join(programs, 'bin/initdb'),
      // The builtin provider sorts alike on every machine and through every update of the system's libraries.
      [
        `--pgdata=${draft}`,
        `--username=${USER}`,
        `--pwfile=${secret}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
      ]
        .concat(['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums'])
        .concat(quick ? ['--no-sync'] : []),
      { cwd: '/', env: { LC_ALL: 'C', TZ: 'UTC' }, ...place.account },
    )
    onDisk(place.folder, () => fs.renameSync(draft, place.folder))
  } finally {
    fs.rmSync(secret, { force: true })
    fs.rmSync(draft, { recursive: true, force: true })
  }
}

function launch({ programs, place, port, quick, logFile }) {
  const log = onDisk(logFile, () => fs.openSync(logFile, 'w', 0o600))
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(quick
      ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 200 }
      : {}),
  }
  // Detached: Ctrl-C reaches us alone, so that the web server can finish its requests before the database goes.
  const child = spawn(
    path.join(programs, 'bin/postgres'),
    ['-D', place.folder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      cwd: '/',
      detached: true,
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
      stdio: ['ignore', log, log],
      uid: place.account?.uid,
      gid: place.account?.gid,
    },
  )
  fs.closeSync(log)
  child.unref()
  const state = { gone: false, pid: child.pid }
  child.on('error', () => {
    state.gone = true
  })
  child.on('exit', () => {
    state.gone = true
  })
  return state
}

/** Waits for our own server, by our own password and folder: another program on the port is not mistaken for it. */
async function answers(state, place, giveUp = () => false, ms = 120_000) {
  let refused
  const there = await until(async () => {
    const answer = await ask(
      embeddedUrl(state, 'postgres'),
      "SELECT current_setting('data_directory') AS folder",
    )
    refused = answer.error
    return answer.rows?.[0]?.folder === place.folder || giveUp(refused)
  }, ms)
  return there === true && !refused
}

const STOPPING = [
  ['SIGINT', 30_000],
  ['SIGQUIT', 10_000],
  ['SIGKILL', 5_000],
]

/**
 * Brings up the embedded server of a data folder, or finds it running: makes the cluster, the password and the
 * database on the first call, adopts the server that a killed start left behind, repairs what a crash left.
 * @param options.quick for tests: gives up durability for speed
 * @param options.keeps a server started here is meant to outlive its command (the answer repeats it as first set)
 * @returns {Promise<{url: string, port: number, pid: number, adopted: boolean, keeps: boolean, password: string, stop(): Promise<void>}>}
 * @throws Stop with one sentence
 */
export async function ensurePostgres(dataPath, { quick = false, keeps = false } = {}) {
  const data = makeDataFolder(dataPath)
  const lock = await hold(path.join(data, 'postgres.lock'), {
    waitMs: 180_000,
    busy: () =>
      `Another command has been starting the database in ${data} for three minutes; end it and try again.`,
  })
  try {
    const stateFile = path.join(data, 'postgres.json')
    const place = clusterPlace(data, postgresAccount())
    const kept = readJson(stateFile)
    if (place.exists && !kept?.password) {
      throw new Stop(
        `${stateFile} held the password of the database in ${place.folder} and is gone or damaged; put it back.`,
      )
    }
    const state = kept?.password
      ? kept
      : { password: crypto.randomBytes(24).toString('base64url'), port: await freePort() }
    const save = () =>
      writePrivate(
        stateFile,
        `${JSON.stringify({ port: state.port, password: state.password, keeps: state.keeps })}\n`,
      )
    save()
    const programs = reachablePrograms(postgresPrograms(), place.account)
    if (!place.exists) await makeCluster({ programs, place, password: state.password, quick })
    place.folder = fs.realpathSync(place.folder)
    const found = await adopt(place, state)
    if (found === undefined) state.keeps = keeps
    const pid =
      found ??
      (await startUp({ programs, place, state, quick, logFile: path.join(data, 'postgres.log'), save }))
    save()
    await ensureDatabase(embeddedUrl(state))
    const stop = async () => {
      if (!(await endProcess(pid, STOPPING))) say(`PostgreSQL (process ${pid}) does not stop.`)
    }
    return {
      url: embeddedUrl(state),
      port: state.port,
      password: state.password,
      pid,
      adopted: found !== undefined,
      keeps: Boolean(state.keeps),
      stop,
    }
  } finally {
    lock.release()
  }
}

/** Takes over a server that already serves this folder; one that does not answer is stopped instead. */
async function adopt(place, state) {
  const found = postmasterOf(place.folder)
  if (!found) return undefined
  const was = state.port
  state.port = found.port || state.port
  if (await answers(state, place, () => !processMark(found.pid), 20_000)) return found.pid
  state.port = was
  say('A database server of an earlier start does not answer; stopping it …')
  if (await endProcess(found.pid, STOPPING)) return undefined
  throw new Stop(
    `A PostgreSQL of an earlier start (process ${found.pid}) neither answers nor stops; end it and start again.`,
  )
}

async function startUp({ programs, place, state, quick, logFile, save }) {
  let log = ''
  for (let tries = 0; tries < 10; tries++) {
    disownStalePid(place.folder)
    if (!(await portIsFree(state.port))) state.port = await freePort()
    save()
    const server = launch({ programs, place, port: state.port, quick, logFile })
    if (await answers(state, place, (refused) => server.gone || refused?.code === '28P01')) return server.pid
    if (!server.gone) await endProcess(server.pid, STOPPING)
    log = fs.readFileSync(logFile, 'utf8')
    const disk = diskReason(log)
    if (disk) throw new Stop(`PostgreSQL cannot start in ${place.folder}: ${disk}.`)
    // A child of a killed server may outlive it for a moment; a port may be taken between looking and listening.
    if (!/still in use|already exists|Address already in use|could not bind/i.test(log)) break
    await until(() => false, 500)
  }
  const reason = log.match(/(?:FATAL|PANIC): {2}(.*)/)?.[1] ?? `it gave no reason; ${logFile} may tell more`
  throw new Stop(`PostgreSQL did not start in ${place.folder}: ${reason}.`)
}

/** The process that serves a data folder now, or undefined. */
export function runningServer(dataPath) {
  const link = path.join(dataPath, 'postgres')
  return fs.existsSync(link) ? postmasterOf(fs.realpathSync(link)) : undefined
}

/** Stops the embedded server of a data folder if one runs; true when it did. */
export async function stopPostgres(dataPath) {
  const found = runningServer(dataPath)
  if (!found) return false
  if (!(await endProcess(found.pid, STOPPING)))
    throw new Stop(`PostgreSQL (process ${found.pid}) does not stop.`)
  return true
}
