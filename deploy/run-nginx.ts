import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { wholeConfiguration } from './render-nginx.mjs'

/** For tests and benchmarks: nginx as a child process of ours, in a folder of its own, on 127.0.0.1. */

/** Version of the nginx on the PATH, e.g. `1.22.1`; null where there is none. */
export function nginxVersion(): string | null {
  const asked = spawnSync('nginx', ['-v'], { encoding: 'utf8' })
  return asked.stderr?.match(/nginx\/([\d.]+)/)?.[1] ?? null
}

export type RunningNginx = { folder: string; stop: () => Promise<void> }

/** What `nginx -t` says of the `http` block that `site` gives for a folder. */
export function checkSyntax(site: (folder: string) => string): { ok: boolean; said: string } {
  return inFolder((folder) => {
    write(folder, site(folder))
    const { status, stderr } = spawnSync('nginx', ['-t', ...where(folder)], { encoding: 'utf8' })
    return { ok: status === 0, said: stderr }
  })
}

/**
 * Starts nginx and waits until `address` answers anything at all.
 * @throws Error with nginx's own words where it does not come up
 */
export async function startNginx(site: (folder: string) => string, address: string): Promise<RunningNginx> {
  const folder = newFolder()
  write(folder, site(folder))
  const child = spawn('nginx', where(folder), { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    said = (said + part).slice(-10_000)
  })
  const stop = async () => {
    await end(child)
    rmSync(folder, { recursive: true, force: true })
  }
  while (!(await answers(address))) {
    if (child.exitCode === null && child.signalCode === null) continue
    await stop()
    throw new Error(`nginx did not start: ${said.trim()}`)
  }
  return { folder, stop }
}

/** A port of the system's choice that nothing listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port could be had.')
  return address.port
}

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimline-nginx-'))
  chmodSync(folder, 0o700)
  return folder
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = newFolder()
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function write(folder: string, site: string): void {
  writeFileSync(path.join(folder, 'nginx.conf'), wholeConfiguration(site, folder))
}

/** `-e`: before it reads its configuration, nginx would open the system's own log, which an ordinary user may not. */
function where(folder: string): string[] {
  return ['-e', 'stderr', '-p', folder, '-c', path.join(folder, 'nginx.conf')]
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

async function answers(address: string): Promise<boolean> {
  return fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(5_000) }).then(
    () => true,
    () => new Promise((resolve) => setTimeout(resolve, 20, false)),
  )
}
