import { spawn } from 'node:child_process'
import { ROOT } from './places.mjs'
import { freePort, portIsFree } from './ports.mjs'
import { endProcess, processMark, until } from './processes.mjs'
import { Stop } from './stop.mjs'
import { say, toolEnv } from './tools.mjs'

/** Where to serve: PORT if it is set, which must be free; else 3000 or the next free one, said aloud. */
export async function choosePort(host, env = process.env) {
  const asked = env.PORT
  if (asked !== undefined && asked !== '') {
    const port = Number(asked)
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw new Stop(`PORT is "${asked}"; it must be a number from 1 to 65535.`)
    if (await portIsFree(port, host)) return port
    throw new Stop(`Port ${port} is already in use on ${host}; free it or set PORT to another.`)
  }
  for (let port = 3000; port < 3050; port++) {
    if (!(await portIsFree(port, host))) continue
    if (port !== 3000) say(`Port 3000 is in use by another program, so this runs on port ${port}.`)
    return port
  }
  return freePort()
}

/**
 * Starts Next on a port and waits until its health page answers.
 * @param mode `start` for the production build, `dev` for fast reload
 * @param env what the application reads: DATABASE_URL, NEXTAUTH_URL, …
 * @returns {Promise<{pid: number, mark: string, exited: Promise<number>, stop(): Promise<void>}>}
 */
export async function serve({ mode, host, port, env, log = process.stdout }) {
  const child = spawn(
    process.execPath,
    mode === 'start'
      ? ['platform/boot/web-server.mjs']
      : ['node_modules/next/dist/bin/next', mode, '-H', host, '-p', String(port)],
    {
      cwd: ROOT,
      env: toolEnv({
        NODE_ENV: mode === 'dev' ? 'development' : 'production',
        ...env,
        PORT: String(port),
        HOST: host,
      }),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true, // Ctrl-C reaches us, and we end it in order
    },
  )
  let early = ''
  let ready = false
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      if (ready) log.write(part)
      else early += part
    })
  }
  let code
  const exited = new Promise((resolve) => {
    const end = (status) => {
      code = status ?? 1
      resolve(code)
    }
    child.on('error', () => end(127))
    child.on('exit', end)
  })
  const stop = async () => {
    await endProcess(child.pid, [
      ['SIGTERM', 8_000],
      ['SIGKILL', 5_000],
    ])
  }
  const address = `http://${host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`
  const healthy = await until(() => code !== undefined || answersAt(`${address}/api/health`), 120_000, 100)
  if (code !== undefined || !healthy) {
    await stop()
    throw new Stop(
      `${early.trim()}\n\nThe web server ${code === undefined ? 'does not answer' : 'ended at once'}; the lines above say why.`,
    )
  }
  ready = true
  return { pid: child.pid, mark: processMark(child.pid), exited, stop, address }
}

async function answersAt(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(20_000) })).status < 500
  } catch {
    return false
  }
}
