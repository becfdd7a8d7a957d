import path from 'node:path'
import { renderSite } from '@/deploy/render-nginx.mjs'
import { freePort, startNginx } from '@/deploy/run-nginx'
import { beforeEnd } from '@/platform/boot/lifecycle.mjs'
import { serve } from '@/platform/boot/web.mjs'

/** Server processes and nginx of a benchmark's own, which end with it. */

const HOST = '127.0.0.1'
export const DIST = process.env.CLAIMLINE_DIST ?? '.next'

export type Origin = { address: string; pid: number; kill: () => Promise<void> }

/** Claimline in production mode on a port of its own. All of them say that they are the same site. */
export async function startOrigin(env: Record<string, string>): Promise<Origin> {
  const web = await serve({
    mode: 'start',
    host: HOST,
    port: await freePort(),
    env: { ...env, NEXTAUTH_URL: 'http://checks.example', CLAIMLINE_DIST: DIST },
    log: { write: () => true },
  })
  beforeEnd(web.stop)
  const kill = async () => {
    process.kill(web.pid, 'SIGKILL')
    await web.exited
  }
  return { address: web.address, pid: web.pid, kill }
}

/** The nginx of deploy/nginx.conf before some processes. @returns its address */
export async function startProxy(origins: readonly Origin[]): Promise<string> {
  const listen = `${HOST}:${await freePort()}`
  const origin = origins.map(({ address }) => new URL(address).host).join(',')
  const nginx = await startNginx(
    (folder) => renderSite({ listen, origin, cache: path.join(folder, 'cache') }),
    `http://${listen}/robots.txt`,
  )
  beforeEnd(nginx.stop)
  return `http://${listen}`
}

/**
 * nginx with files in its folder and nothing else: the yardstick, with the setting that is quicker for files of that length.
 * @returns its address and folder
 */
export async function startFiles(
  coding: string,
  bytes: number,
): Promise<{ address: string; folder: string }> {
  const pushes = bytes > 20_000 ? 'off' : 'on'
  const listen = `${HOST}:${await freePort()}`
  const nginx = await startNginx(
    (folder) => `keepalive_requests 1000000; open_file_cache max=10;
server {
  listen ${listen};
  tcp_nopush ${pushes};
  root ${folder};
  default_type "text/html; charset=utf-8";
  add_header Content-Encoding ${coding};
}
`,
    `http://${listen}/`,
  )
  beforeEnd(nginx.stop)
  return { address: `http://${listen}`, folder: nginx.folder }
}
