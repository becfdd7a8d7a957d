import { Agent, get } from 'node:http'
import { nginxVersion } from '@/deploy/run-nginx'
import { ensureBuilt } from '@/platform/boot/build.mjs'
import { db } from '@/platform/db'
import { publishInterview } from '@/publishing/publish-interview'
import { publishDebate } from './support/debate'
import { inputs, spots } from './support/inputs'
import { ownPostgres } from './support/own-postgres'
import { DIST, startOrigin, startProxy } from './support/own-site'
import { figure, printJson, printTable, rounded } from './support/report'
import { runBench } from './support/run-bench'

/**
 * From the click to the changed page: a process of its own publishes the page of a debate again and again, and at two other
 * server processes and at nginx before them a reader asks every few milliseconds. Counted from when the command has
 * returned, until the first question whose answer is the new page was asked. How long the command itself takes stands beside it.
 */

const ROUNDS = 30
const EVERY_MS = 5

const agent = new Agent({ keepAlive: true })

/** Validator of what stands there now, and when it was asked for. */
function standing(url: string, known?: string): Promise<{ askedAt: number; etag: string; status: number }> {
  const askedAt = performance.now()
  const headers = { 'Accept-Encoding': 'br', ...(known ? { 'If-None-Match': known } : {}) }
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (response) => {
      response.resume()
      response.on('error', reject)
      response.on('end', () =>
        resolve({ askedAt, etag: response.headers.etag ?? '', status: response.statusCode ?? 0 }),
      )
    }).on('error', reject)
  })
}

/** @returns when the first question was asked that a new page answered, ms */
async function changed(url: string, known: string): Promise<number> {
  for (;;) {
    const { askedAt, etag, status } = await standing(url, known)
    if (status === 200 && etag !== known) return askedAt
    if (status >= 400) throw new Error(`${url} answers ${status}.`)
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
  }
}

const at = (sorted: readonly number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN

async function run(): Promise<void> {
  const { debate } = inputs()
  await ensureBuilt({ CLAIMLINE_DIST: DIST })
  const env = await ownPostgres()
  const { id, slug, editor, claims } = await publishDebate(debate, spots(debate))
  const origins = [await startOrigin(env), await startOrigin(env)]
  const places = origins.map(({ address }, index) => ({ name: `process ${index + 1}`, url: address }))
  if (nginxVersion() === null) console.log('There is no nginx on the PATH, so it is measured without one.')
  else places.push({ name: 'nginx', url: await startProxy(origins) })

  const times = new Map<string, number[]>([['the command itself', []]])
  for (const { name } of places) times.set(name, [])
  for (let round = 0; round < ROUNDS; round++) {
    const page = `/interviews/${slug}`
    const waits = await Promise.all(
      places.map(async ({ name, url }) => ({
        name,
        url: url + page,
        known: (await standing(url + page)).etag,
      })),
    )
    const asked = waits.map(async ({ name, url, known }) => ({ name, seenAt: await changed(url, known) }))
    const { revision } = await db().interview.update({
      where: { id },
      data: { standfirst: `Looked at for the ${round + 2}. time.` },
      select: { revision: true },
    })
    const from = performance.now()
    await publishInterview(editor, {
      interviewId: id,
      revision,
      changes: [{ kind: 'update', note: `Looked at again, for the ${round + 1}. time.`, claimNumber: null }],
    })
    const done = performance.now()
    times.get('the command itself')?.push(done - from)
    for (const { name, seenAt } of await Promise.all(asked)) times.get(name)?.push(Math.max(0, seenAt - done))
  }
  const figures = [...times].map(([name, all]) => {
    const sorted = all.sort((a, b) => a - b)
    return {
      name,
      p50Ms: rounded(at(sorted, 0.5)),
      p95Ms: rounded(at(sorted, 0.95)),
      mostMs: rounded(at(sorted, 1)),
    }
  })
  console.log(
    `\n${debate.fileName} with ${claims} claims, published ${ROUNDS} times; until every place shows it`,
  )
  printTable([
    ['', 'p50 ms', 'p95 ms', 'most ms'],
    ...figures.map(({ name, p50Ms, p95Ms, mostMs }) => [name, ...[p50Ms, p95Ms, mostMs].map(figure)]),
  ])
  printJson('publish', { rounds: ROUNDS, real: debate.real, claims, figures })
}

await runBench(run)
