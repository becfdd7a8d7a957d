import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { renderSite } from '@/deploy/render-nginx.mjs'
import { freePort, nginxVersion, startNginx } from '@/deploy/run-nginx'
import { ensureBuilt } from '@/platform/boot/build.mjs'
import { beforeEnd } from '@/platform/boot/lifecycle.mjs'
import { serve } from '@/platform/boot/web.mjs'
import { publishDebate } from './support/debate'
import { chooseTool, type Load, loadOn } from './support/http-load'
import { inputs, spots } from './support/inputs'
import { ownPostgres } from './support/own-postgres'
import { ask } from './support/page-bytes'
import { figure, printJson, printTable, rounded } from './support/report'
import { runBench } from './support/run-bench'

/**
 * How fast readers are answered: the published page of a 95-minute debate with 37 claims under 50 connections, from Claimline
 * alone, through the nginx configuration that ships with it, and (the yardstick) from nginx that has the same bytes as a file.
 */

const CODINGS = ['gzip', 'identity'] as const
const CONNECTIONS = 50
const SECONDS = 8
const HOST = '127.0.0.1'
const DIST = process.env.CLAIMLINE_DIST ?? '.next'

type Place = { name: string; key: 'origin' | 'front' | 'file'; url: (coding: string) => string }

/** Claimline in production mode on a port of its own. @returns its address */
async function startOrigin(env: Record<string, string>): Promise<string> {
  const port = await freePort()
  const full = { ...env, NEXTAUTH_URL: `http://${HOST}:${port}`, CLAIMLINE_DIST: DIST }
  const web = await serve({ mode: 'start', host: HOST, port, env: full, log: { write: () => undefined } })
  beforeEnd(web.stop)
  return web.address
}

/** The nginx of deploy/nginx.conf before the origin. @returns its address */
async function startFront(origin: string): Promise<string> {
  const listen = `${HOST}:${await freePort()}`
  const names = { listen, origin: new URL(origin).host }
  const nginx = await startNginx(
    (folder) => renderSite({ ...names, cache: path.join(folder, 'cache') }),
    `http://${listen}/robots.txt`,
  )
  beforeEnd(nginx.stop)
  return `http://${listen}`
}

/** nginx with the page's bytes as files, one a coding, ready as they are. @returns its address */
async function startFile(page: string): Promise<string> {
  const listen = `${HOST}:${await freePort()}`
  const nginx = await startNginx(
    (folder) => `keepalive_requests 1000000; open_file_cache max=10;
server {
  listen ${listen};
  root ${folder};
  default_type "text/html; charset=utf-8";
  location = /gzip { add_header Content-Encoding gzip; }
}
`,
    `http://${listen}/`,
  )
  beforeEnd(nginx.stop)
  for (const coding of CODINGS)
    writeFileSync(path.join(nginx.folder, coding), (await ask(page, coding)).bytes)
  return `http://${listen}`
}

async function places(origin: string, page: string): Promise<Place[]> {
  const alone: Place = { name: 'Claimline alone', key: 'origin', url: () => `${origin}${page}` }
  if (nginxVersion() === null) {
    console.log(
      'There is no nginx on the PATH, so the yardstick and the way through nginx are missing: install it (Debian: nginx-light).',
    )
    return [alone]
  }
  const front = await startFront(origin)
  const file = await startFile(`${origin}${page}`)
  return [
    alone,
    { name: 'through deploy/nginx.conf', key: 'front', url: () => `${front}${page}` },
    { name: 'nginx, the same bytes as a file', key: 'file', url: (coding) => `${file}/${coding}` },
  ]
}

async function run(): Promise<void> {
  const { debate } = inputs()
  await ensureBuilt({ CLAIMLINE_DIST: DIST })
  const env = await ownPostgres()
  console.log('Loading, checking and publishing the debate through the desk’s commands …')
  const { slug, claims } = await publishDebate(debate, spots(debate))
  const origin = await startOrigin(env)
  const page = `/interviews/${slug}`
  const asked = await places(origin, page)
  const tool = chooseTool()
  console.log(
    `\nThe page of ${debate.fileName} with ${claims} claims, ${CONNECTIONS} connections for ${SECONDS} s each, by ${tool}`,
  )
  for (const coding of CODINGS) {
    const { bytes, headers } = await ask(`${origin}${page}`, coding)
    const loads = new Map<Place['key'], Load>()
    for (const place of asked) {
      await requireSame(place, coding, bytes)
      await loadOn(tool, place.url(coding), { coding, connections: CONNECTIONS, seconds: 1 })
      const options = { coding, connections: CONNECTIONS, seconds: SECONDS }
      loads.set(place.key, await loadOn(tool, place.url(coding), options))
    }
    print(asked, coding, bytes.length, loads)
    printJson('read', {
      tool,
      real: debate.real,
      coding: headers['content-encoding'] ?? 'identity',
      bytes: bytes.length,
      connections: CONNECTIONS,
      ...Object.fromEntries(loads),
      originRatio: ratio(loads, 'origin'),
      frontRatio: ratio(loads, 'front'),
    })
  }
}

/** Nothing is measured that does not answer with the page itself. */
async function requireSame(place: Place, coding: string, bytes: Buffer): Promise<void> {
  const answer = await ask(place.url(coding), coding)
  if (answer.status !== 200 || !answer.bytes.equals(bytes))
    throw new Error(`${place.name} answers ${answer.status} with other bytes than the page’s.`)
}

function ratio(loads: Map<string, Load>, key: Place['key']): number | null {
  const yardstick = loads.get('file')?.perSecond
  const own = loads.get(key)?.perSecond
  return yardstick && own ? rounded(own / yardstick) : null
}

function print(asked: readonly Place[], coding: string, size: number, loads: Map<string, Load>): void {
  console.log(`\n${coding}, ${figure(size / 1000)} kB a page`)
  const rows = asked.map(({ name, key }) => {
    const load = loads.get(key)
    if (!load) return [name]
    const cells = [load.perSecond, load.p50Ms, load.p99Ms, load.failures, ratio(loads, key) ?? Number.NaN]
    return [name, ...cells.map(figure)]
  })
  printTable([['', 'requests/s', 'p50 ms', 'p99 ms', 'failures', 'beside the file'], ...rows])
}

await runBench(run)
