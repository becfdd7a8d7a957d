import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import http from 'node:http'
import pg from 'pg'
import { freePort } from '@/deploy/run-nginx'
import { sessionCookie } from '@/newsroom/session'
import { ensureBuilt } from '@/platform/boot/build.mjs'
import { beforeEnd } from '@/platform/boot/lifecycle.mjs'
import { serve } from '@/platform/boot/web.mjs'
import { db } from '@/platform/db'
import { member } from './support/load'
import { ownPostgres } from './support/own-postgres'
import { figure, printJson, printTable, rounded } from './support/report'
import { runBench } from './support/run-bench'

/**
 * How long after a change everybody knows of it: from before the statement is sent until the event has reached each of N
 * streams, beside a bare client of PostgreSQL that listens to the same notification in the same run; and what a stream
 * costs in memory. One server process with 200 and with 1,000 streams, then two processes with 500 each.
 * Production build, own database; readers, database and servers share the machine.
 */

const CASES = [
  { processes: 1, streams: 200 },
  { processes: 1, streams: 1000 },
  { processes: 2, streams: 1000 },
]
const ROUNDS = 40
const WARM_UP = 5
const STREAMS_A_MEMBER = 10
const AT_ONCE = 25
const HOST = '127.0.0.1'
const DIST = process.env.CLAIMLINE_DIST ?? '.next'

type Reader = { memberId: string; cookie: string }
type Web = { address: string; pid: number; stop: () => Promise<void> }

/** Who hears of a revision, and when. */
class Ears {
  private readonly heard = new Map<number, number[]>()
  private wake: (() => void) | undefined

  note(revision: number): void {
    const times = this.heard.get(revision) ?? []
    times.push(performance.now())
    this.heard.set(revision, times)
    this.wake?.()
  }

  /** When each of `count` heard of it, ms. @throws where one does not within 20 s */
  async times(revision: number, count: number): Promise<number[]> {
    const late = setTimeout(() => this.wake?.(), 20_000)
    const from = performance.now()
    while ((this.heard.get(revision)?.length ?? 0) < count) {
      if (performance.now() - from > 19_000)
        throw new Error(`Only ${this.heard.get(revision)?.length ?? 0} of ${count} heard of ${revision}.`)
      await new Promise<void>((resolve) => {
        this.wake = resolve
      })
    }
    clearTimeout(late)
    return this.heard.get(revision) ?? []
  }
}

async function startWeb(env: Record<string, string>): Promise<Web> {
  const port = await freePort()
  const web = await serve({
    mode: 'start',
    host: HOST,
    port,
    env: { ...env, NEXTAUTH_URL: `http://${HOST}:${port}`, CLAIMLINE_DIST: DIST },
    log: { write: () => undefined },
  })
  beforeEnd(web.stop)
  return web
}

async function readers(count: number): Promise<Reader[]> {
  const made: Reader[] = []
  for (let index = 0; index < count; index++) {
    const { id } = await member(`Reader ${index}`, 'reporter')
    const { name, value } = await sessionCookie({ id, sessionVersion: 1 })
    made.push({ memberId: id, cookie: `${name}=${value}` })
  }
  return made
}

/** Opens a stream and tells `ears` of every revision; done once the stream says its first word. */
function openStream(web: Web, reader: Reader, ears: Ears): Promise<http.ClientRequest> {
  return new Promise((resolve, reject) => {
    const request = http.get(
      `${web.address}/api/desk/stream?member=${reader.memberId}`,
      { headers: { cookie: reader.cookie, 'accept-encoding': 'gzip' }, agent: false },
      (response) => {
        if (response.statusCode !== 200)
          return reject(new Error(`A stream was answered with ${response.statusCode}.`))
        response.setEncoding('utf8')
        response.once('data', () => resolve(request))
        response.on('data', (text: string) => {
          for (const [, revision] of text.matchAll(/"revision":(\d+)/g)) ears.note(Number(revision))
        })
        response.on('error', () => undefined) // we hang up ourselves
      },
    )
    request.on('error', reject)
  })
}

/** Resident memory of a process, bytes. */
function memoryOf(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024
}

async function bareListener(url: string, ears: Ears): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  client.on('notification', ({ payload = '' }) => {
    const revision = payload.match(/"revision" : (\d+)/)?.[1]
    if (revision) ears.note(Number(revision))
  })
  await client.connect()
  await client.query('LISTEN claimline')
  return client
}

function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

async function measure(env: Record<string, string>, { processes, streams }: (typeof CASES)[number]) {
  const webs: Web[] = []
  while (webs.length < processes) webs.push(await startWeb(env))
  const { id } = await db().interview.create({
    data: { slug: `live-${randomUUID()}`, title: 'Live' },
    select: { id: true },
  })
  const people = await readers(streams / STREAMS_A_MEMBER)
  const [ears, bareEars] = [new Ears(), new Ears()]
  const bare = await bareListener(env.DATABASE_URL ?? '', bareEars)
  // One stream each first: what a process needs for its first is not what a stream costs.
  const jobs = Array.from({ length: streams }, (_, index) => index)
  const open: http.ClientRequest[] = []
  const begin = async (index: number) => {
    const [web, reader] = [webs[index % processes], people[Math.floor(index / STREAMS_A_MEMBER)]]
    if (web && reader) open.push(await openStream(web, reader, ears))
  }
  for (const index of jobs.splice(0, processes)) await begin(index)
  const before = webs.reduce((sum, web) => sum + memoryOf(web.pid), 0)
  while (jobs.length > 0) await Promise.all(jobs.splice(0, AT_ONCE).map(begin))
  const after = webs.reduce((sum, web) => sum + memoryOf(web.pid), 0)

  const all: number[] = []
  const last: number[] = []
  const plain: number[] = []
  for (let round = 1 - WARM_UP; round <= ROUNDS; round++) {
    const from = performance.now()
    const { revision } = await db().interview.update({
      where: { id },
      data: { revision: { increment: 1 } },
      select: { revision: true },
    })
    const [told, heard] = [await ears.times(revision, streams), await bareEars.times(revision, 1)]
    if (round < 1) continue
    const taken = told.map((at) => at - from)
    all.push(...taken)
    last.push(Math.max(...taken))
    plain.push((heard[0] ?? Number.NaN) - from)
  }
  for (const request of open) request.destroy()
  await bare.end()
  for (const web of webs) await web.stop()
  return {
    processes,
    streams,
    p50Ms: percentile(all, 0.5),
    p99Ms: percentile(all, 0.99),
    lastP50Ms: percentile(last, 0.5),
    bareP50Ms: percentile(plain, 0.5),
    bareP99Ms: percentile(plain, 0.99),
    kilobytes: (after - before) / (streams - processes) / 1000,
  }
}

await runBench(async () => {
  const env = await ownPostgres()
  await ensureBuilt({ ...env, CLAIMLINE_DIST: DIST })
  const rows = []
  for (const one of CASES) rows.push(await measure(env, one))
  printTable([
    ['streams', 'p50 ms', 'p99 ms', 'all, p50 ms', 'bare p50 ms', 'bare p99 ms', 'p50 / bare', 'kB a stream'],
    ...rows.map((row) => [
      `${row.streams} on ${row.processes} ${row.processes === 1 ? 'process' : 'processes'}`,
      ...[row.p50Ms, row.p99Ms, row.lastP50Ms, row.bareP50Ms, row.bareP99Ms].map(figure),
      figure(row.p50Ms / row.bareP50Ms),
      figure(row.kilobytes),
    ]),
  ])
  printJson('live', {
    cases: rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, rounded(value)])),
    ),
  })
})
