import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { onDisk } from './stop.mjs'

/** The checkout. */
export const ROOT = path.resolve(fileURLToPath(import.meta.url), '../../..')

/** CLAIMLINE_DATA as an absolute path; `./data` in the checkout unless told otherwise. */
export function dataFolder(env = process.env) {
  return path.resolve(ROOT, env.CLAIMLINE_DATA || 'data')
}

/**
 * Makes a folder and those above it. Node's own `recursive` never returns where the file system answers a missing
 * folder with "no such file", as /proc does.
 */
function makeFolders(folder, mode) {
  if (fs.existsSync(folder)) return
  makeFolders(path.dirname(folder), mode)
  try {
    fs.mkdirSync(folder, mode)
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
}

/**
 * Makes the data folder and proves that it can be written, before minutes go into anything else.
 * As root it is passable (0711), because the database runs under another account; its secrets are 0600.
 * @throws Stop when the disk refuses
 */
export function makeDataFolder(folder) {
  onDisk(folder, () => {
    makeFolders(folder, process.getuid?.() === 0 ? 0o711 : 0o700)
    const probe = path.join(folder, `.write-${crypto.randomUUID()}`)
    fs.writeFileSync(probe, 'x')
    fs.rmSync(probe)
  })
  return fs.realpathSync(folder)
}

/** Writes a file that only its owner may read, whole or not at all. */
export function writePrivate(file, text) {
  const draft = `${file}.${process.pid}.new`
  onDisk(file, () => {
    fs.writeFileSync(draft, text, { mode: 0o600 })
    fs.renameSync(draft, file)
  })
}

/** A JSON file's content, or undefined when it is absent or was cut off half-way. */
export function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
