import crypto from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { onDisk, Stop } from '../stop.mjs'
import { say } from '../tools.mjs'
import { accountName, accountReaches } from './account.mjs'

/**
 * A folder of root's that the database's account can enter, for what may not stay where it is because a folder
 * above it is closed (a checkout in /root with mode 0700, say). Somebody else's folder of that name is not used.
 */
function reachableHome(account) {
  const places = ['/var/lib', '/var/tmp', os.tmpdir()].map((folder) => path.join(folder, 'claimline'))
  for (const home of places) {
    try {
      fs.mkdirSync(home, { recursive: true, mode: 0o755 })
      fs.chmodSync(home, 0o755)
      const { uid, mode } = fs.lstatSync(home)
      const ours = fs.lstatSync(home).isDirectory() && uid === 0 && (mode & 0o022) === 0
      if (ours && accountReaches(account, home)) return home
    } catch {
      // read-only or missing: the next one
    }
  }
  throw new Stop(
    `PostgreSQL runs as "${account.name}", which can enter neither this folder nor any of ${places.join(', ')}; set DATABASE_URL or CLAIMLINE_DATA.`,
  )
}

/**
 * PostgreSQL's programs where the account can run them: as npm put them down, or a copy made once per version.
 * @returns {string} the folder holding bin, lib and share
 */
export function reachablePrograms({ folder, version }, account) {
  for (const name of ['postgres', 'initdb']) {
    const program = path.join(folder, 'bin', name)
    if ((fs.statSync(program).mode & 0o555) !== 0o555) onDisk(program, () => fs.chmodSync(program, 0o755))
  }
  if (accountReaches(account, path.join(folder, 'bin/postgres'))) return folder
  const home = reachableHome(account)
  const copy = path.join(home, `postgresql-${version}-${process.arch}`)
  if (fs.existsSync(copy)) return copy
  const draft = `${copy}.${process.pid}`
  onDisk(copy, () => {
    fs.cpSync(folder, draft, { recursive: true, verbatimSymlinks: true })
    try {
      fs.renameSync(draft, copy)
    } catch (error) {
      fs.rmSync(draft, { recursive: true, force: true })
      if (!fs.existsSync(copy)) throw error // else another start was quicker
    }
  })
  return copy
}

/**
 * Where the database's files stand: `postgres` in the data folder, which may be a link to where they really are.
 * @returns {{folder: string, exists: boolean, account: {uid, gid, name} | undefined}} `account` is the one that
 *   owns an existing cluster, whoever runs us now
 */
export function clusterPlace(data, account) {
  const link = path.join(data, 'postgres')
  const isLink = fs.lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()
  const folder = isLink ? fs.readlinkSync(link) : link
  const found = fs.statSync(path.join(folder, 'PG_VERSION'), { throwIfNoEntry: false })
  if (found) return { folder, exists: true, account: ownerOf(folder, fs.statSync(folder).uid, account) }
  if (isLink && !fs.existsSync(path.dirname(folder))) {
    throw new Stop(
      `The database was kept in ${folder}, which is gone; put it back, or remove ${link} to begin with an empty one.`,
    )
  }
  if (isLink || accountReaches(account, data)) return { folder, exists: false, account }
  const elsewhere = path.join(reachableHome(account), crypto.randomUUID(), 'postgres')
  onDisk(elsewhere, () => {
    fs.mkdirSync(path.dirname(elsewhere), { mode: 0o755 })
    fs.writeFileSync(path.join(path.dirname(elsewhere), 'belongs-to'), `${data}\n`)
    fs.symlinkSync(elsewhere, link)
  })
  say(
    `The database's account "${account.name}" cannot enter ${data}, so its files are in ${elsewhere} (linked from there).`,
  )
  return { folder: elsewhere, exists: false, account }
}

function ownerOf(folder, uid, account) {
  const me = process.getuid?.()
  if (me === undefined || uid === me) return undefined
  if (me !== 0) {
    throw new Stop(
      `The database in ${folder} belongs to the account "${accountName(uid)}"; start Claimline as that user or as root.`,
    )
  }
  return uid === account?.uid ? account : { uid, gid: fs.statSync(folder).gid, name: accountName(uid) }
}

/** Removes a cluster made for a test, wherever it stands. The server must have stopped. */
export function removeCluster(data) {
  const link = path.join(data, 'postgres')
  const stat = fs.lstatSync(link, { throwIfNoEntry: false })
  if (stat?.isSymbolicLink()) fs.rmSync(path.dirname(fs.readlinkSync(link)), { recursive: true, force: true })
  fs.rmSync(data, { recursive: true, force: true })
}
