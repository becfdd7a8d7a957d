import { readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { nginxVersion } from '@/deploy/run-nginx'
import { ensureBuilt } from '@/platform/boot/build.mjs'
import { db } from '@/platform/db'
import { publishInterview } from '@/publishing/publish-interview'
import { publishDebate } from './support/debate'
import { inputs, spots } from './support/inputs'
import { numbersFrom } from './support/invented'
import { ownPostgres } from './support/own-postgres'
import { DIST, type Origin, startOrigin, startProxy } from './support/own-site'
import { figure, printJson, printTable, rounded } from './support/report'
import { runBench } from './support/run-bench'

/**
 * Ten thousand readers: each comes with a connection of their own, reads the page of a debate, and from then on asks every
 * 30 to 90 seconds whether there is something new. In the middle something new is published. Through nginx where there is one,
 * else straight to Claimline. Readers, nginx, Claimline and the database share the machine.
 */

const READERS = Number(process.argv[2] ?? 10_000)
const ARRIVE_MS = 40_000
const STAY_MS = 120_000
const [LEAST_MS, MOST_MS] = [30_000, 90_000]

type Asked = { ms: number; failed: boolean; etag: string }

function ask(url: string, agent: Agent, known = ''): Promise<Asked> {
  const from = performance.now()
  const headers = { 'Accept-Encoding': 'br', ...(known ? { 'If-None-Match': known } : {}) }
  return new Promise((resolve) => {
    const end = (failed: boolean, etag = '') => resolve({ ms: performance.now() - from, failed, etag })
    get(url, { agent, headers }, (response) => {
      response.resume()
      response.on('error', () => end(true))
      response.on('end', () =>
        end(response.statusCode !== 200 && response.statusCode !== 304, response.headers.etag),
      )
    }).on('error', () => end(true))
  })
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** What a crowd met. `heardMs`: for each reader, from the publication until they knew. */
type Met = { pages: Asked[]; news: Asked[]; heardMs: number[]; most: number }

async function crowd(site: string, slug: string, publishedAt: () => number | null): Promise<Met> {
  const next = numbersFrom(7)
  const met: Met = { pages: [], news: [], heardMs: [], most: 0 }
  const until = performance.now() + ARRIVE_MS + STAY_MS
  let here = 0
  async function reader(): Promise<void> {
    await pause(next() * ARRIVE_MS)
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    here += 1
    met.most = Math.max(met.most, here)
    met.pages.push(await ask(`${site}/interviews/${slug}`, agent))
    let known = ''
    let heard = false
    for (;;) {
      const wait = LEAST_MS + next() * (MOST_MS - LEAST_MS)
      if (performance.now() + wait > until) break
      await pause(wait)
      const news = await ask(`${site}/interviews/${slug}/live.json`, agent, known)
      met.news.push(news)
      const at = publishedAt()
      if (known && news.etag && news.etag !== known && at !== null && !heard) {
        heard = true
        met.heardMs.push(performance.now() - at)
      }
      known = news.etag || known
    }
    agent.destroy()
    here -= 1
  }
  await Promise.all(Array.from({ length: READERS }, reader))
  return met
}

/** Memory of a process now, MB. Linux only; null elsewhere. */
function megabytes({ pid }: Origin): number | null {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000
  } catch {
    return null
  }
}

function row(
  name: string,
  all: readonly Asked[],
): { name: string; count: number; p50Ms: number; p99Ms: number; failed: number } {
  const sorted = all.map(({ ms }) => ms).sort((a, b) => a - b)
  const at = (part: number) => rounded(sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN)
  return {
    name,
    count: all.length,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    failed: all.filter(({ failed }) => failed).length,
  }
}

async function run(): Promise<void> {
  const { debate } = inputs()
  await ensureBuilt({ CLAIMLINE_DIST: DIST })
  const env = await ownPostgres()
  const { id, slug, editor } = await publishDebate(debate, spots(debate))
  const origin = await startOrigin(env)
  const site = nginxVersion() === null ? origin.address : await startProxy([origin])
  const before = megabytes(origin)
  let publishedAt: number | null = null
  const met = crowd(site, slug, () => publishedAt)
  await pause(ARRIVE_MS + STAY_MS / 3)
  const { revision } = await db().interview.update({
    where: { id },
    data: { standfirst: 'Something is new.' },
    select: { revision: true },
  })
  await publishInterview(editor, {
    interviewId: id,
    revision,
    changes: [{ kind: 'update', note: 'Something new.', claimNumber: null }],
  })
  publishedAt = performance.now()
  const { pages, news, heardMs, most } = await met
  const rows = [row('the page', pages), row('is there something new?', news)]
  console.log(
    `\n${figure(READERS)} readers over ${(ARRIVE_MS + STAY_MS) / 1000} s, ${figure(most)} at once, ${site === origin.address ? 'straight to Claimline' : 'through deploy/nginx.conf'}`,
  )
  printTable([
    ['', 'requests', 'p50 ms', 'p99 ms', 'failed'],
    ...rows.map(({ name, count, p50Ms, p99Ms, failed }) => [
      name,
      ...[count, p50Ms, p99Ms, failed].map(figure),
    ]),
  ])
  const memory = { beforeMb: before, afterMb: megabytes(origin) }
  const last = Math.max(...heardMs) / 1000
  console.log(
    `${figure(heardMs.length)} heard of the new publication, the last after ${figure(last)} s. Claimline: ${figure(memory.beforeMb ?? Number.NaN)} MB before, ${figure(memory.afterMb ?? Number.NaN)} MB after.`,
  )
  printJson('crowd', {
    readers: READERS,
    most,
    rows,
    heard: heardMs.length,
    lastHeardS: rounded(last),
    ...memory,
  })
}

await runBench(run)
