import fs from 'node:fs'
import { readJson } from './places.mjs'
import { processMark, until } from './processes.mjs'
import { onDisk, Stop } from './stop.mjs'

/** What the living holder of a file wrote there; undefined when nobody holds it. */
export function holder(file) {
  const note = readJson(file)
  return note && processMark(note.pid) === note.mark ? note : undefined
}

/** Takes the file if nobody living holds it. A dead holder's file is removed under a second, short-lived file. */
function take(file, note) {
  try {
    fs.writeFileSync(file, note, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  if (holder(file)) return false
  const clearing = `${file}.clearing`
  try {
    fs.writeFileSync(clearing, '', { flag: 'wx' })
  } catch {
    const age = Date.now() - (fs.statSync(clearing, { throwIfNoEntry: false })?.mtimeMs ?? 0)
    if (age > 10_000) fs.rmSync(clearing, { force: true }) // whoever was clearing died in the middle
    return false
  }
  try {
    const young = Date.now() - (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) < 1_000
    // A file of the last second that cannot be read is being written at this moment: not dead.
    if (!holder(file) && !(young && !readJson(file))) fs.rmSync(file, { force: true })
  } finally {
    fs.rmSync(clearing, { force: true })
  }
  return false
}

/**
 * Holds `file` as this process's own until the returned `release()`; a killed holder counts as gone.
 * @param waitMs how long to wait for a living holder
 * @param busy the sentence for whoever waited in vain; gets the holder's note
 * @returns {Promise<{release(): void, note(more: object): void}>}
 */
export async function hold(
  file,
  { waitMs = 0, busy = () => `${file} is held by another process.`, ...more } = {},
) {
  const base = { pid: process.pid, mark: processMark(process.pid), ...more }
  let tries = 0
  const taken = await until(
    () => {
      tries++
      return onDisk(file, () => take(file, JSON.stringify(base)))
    },
    Math.max(waitMs, 300),
  )
  if (!taken) throw new Stop(busy(holder(file) ?? { tries }))
  return {
    release: () => {
      if (readJson(file)?.mark === base.mark) fs.rmSync(file, { force: true })
    },
    note: (extra) =>
      onDisk(file, () => fs.writeFileSync(file, JSON.stringify({ ...base, ...extra }), { mode: 0o600 })),
  }
}
