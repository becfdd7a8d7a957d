import { spawn } from 'node:child_process'
import { ROOT } from './places.mjs'
import { diskReason, Stop } from './stop.mjs'

const running = new Set()

/** One line about what is going on, on stderr so that answers on stdout stay clean. */
export function say(text) {
  process.stderr.write(`${text}\n`)
}

/** What every tool of ours is told: no telemetry, no update notices, Prisma's engine is our own file. */
export function toolEnv(extra = {}) {
  return {
    ...process.env,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    PRISMA_SCHEMA_ENGINE_BINARY: `${ROOT}/platform/boot/schema-engine-shim.mjs`,
    NEXT_TELEMETRY_DISABLED: '1',
    ...extra,
  }
}

/**
 * Runs a program in the checkout and collects what it prints.
 * @param options.show pass its output through as it comes
 * @returns {Promise<{code: number, output: string, stdout: string, ms: number}>} never rejects; a program that cannot start has code 127
 */
export function runTool(command, args, { env = {}, cwd = ROOT, show = false, timeoutMs, uid, gid } = {}) {
  const from = Date.now()
  return new Promise((resolve) => {
    let output = ''
    let stdout = ''
    const child = spawn(command, args, {
      cwd,
      uid,
      gid,
      env: toolEnv(env),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.add(child)
    const timer = timeoutMs ? setTimeout(() => child.kill('SIGKILL'), timeoutMs) : undefined
    const end = (code) => {
      clearTimeout(timer)
      running.delete(child)
      resolve({ code, output, stdout, ms: Date.now() - from })
    }
    child.stdout.on('data', (part) => {
      output += part
      stdout += part
      if (show) process.stdout.write(part)
    })
    child.stderr.on('data', (part) => {
      output += part
      if (show) process.stderr.write(part)
    })
    child.on('error', (error) => {
      output += error.message
      end(127)
    })
    child.on('close', (code) => end(code ?? 1))
  })
}

/** Ends whatever tools still run; used when we are told to stop in the middle. */
export function endTools(signal = 'SIGTERM') {
  for (const child of running) child.kill(signal)
}

/**
 * Runs a step that must succeed.
 * @throws Stop with the reason and the end of the tool's own words
 */
export async function mustRun(what, command, args, options) {
  const result = await runTool(command, args, options)
  if (result.code === 0) return result
  const disk = diskReason(result.output)
  if (disk) throw new Stop(`${what} failed: ${disk}.`)
  const tail = result.output.trim().split('\n').slice(-40).join('\n')
  throw new Stop(`${tail}\n\n${what} failed; the lines above say why.`)
}

/** Arguments that run a TypeScript file of the project the way the server sees it. */
export function tsxArgs(file, ...args) {
  return ['--conditions=react-server', '--import', 'tsx', file, ...args]
}

export function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`
}
