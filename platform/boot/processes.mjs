import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * What tells this process from a later one with the same number: numbers are used again, soon so in containers.
 * Undefined when no such process lives.
 */
export function processMark(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  if (fs.existsSync('/proc/self/stat')) {
    try {
      const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ') // the name before may hold spaces
      if (fields[0] === 'Z') return undefined // dead, only not yet collected by its parent
      return `${fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`
    } catch {
      return undefined
    }
  }
  const listed = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
  return listed.stdout?.trim() || undefined
}

/** The command line of a process, words joined by a space; empty when it is gone. */
export function commandLine(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
  }
}

/** Asks until `condition` gives something truthy, which is returned; undefined after `ms`. */
export async function until(condition, ms, everyMs = 50) {
  const deadline = Date.now() + ms
  for (;;) {
    const found = await condition()
    if (found) return found
    if (Date.now() > deadline) return undefined
    await pause(everyMs)
  }
}

/**
 * Ends a process by ever stronger signals, waiting between them; true once it is gone.
 * @param steps pairs of signal and milliseconds to wait for its effect
 */
export async function endProcess(pid, steps) {
  const mark = processMark(pid)
  for (const [signal, ms] of steps) {
    if (!mark || processMark(pid) !== mark) return true
    try {
      process.kill(pid, signal)
    } catch {
      return processMark(pid) !== mark
    }
    if (await until(() => processMark(pid) !== mark, ms)) return true
  }
  return processMark(pid) !== mark
}
