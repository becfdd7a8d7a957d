import pg from 'pg'
import { countsStatement, pageStatement, queueCounts, queuePage } from '@/claims/queue/queries'
import { ALL, filterQuery, PRESETS, type QueueFilter, UNDONE } from '@/claims/queue/queue-filter'
import { readPlace } from '@/claims/queue/queue-order'
import type { Asking } from '@/claims/queue/queue-sql'
import { beforeEnd } from '@/platform/boot/lifecycle.mjs'
import { ownPostgres } from './support/own-postgres'
import { fillQueue } from './support/queue-claims'
import { figure, printJson, printTable, rounded } from './support/report'
import { runBench } from './support/run-bench'

/**
 * The queue of 10,000 and of 100,000 claims: a page of it and all its counts, as the page asks for them, beside the same
 * statements sent to the same database by the bare driver in the same run.
 */

const SIZES = [10_000, 100_000]
const ROUNDS = 40
const WARM = 4
/** What a page and its counts may take together, at the 95th percentile. */
const AIM_MS = 300

const LISTS: [string, Partial<QueueFilter>][] = [
  ['latest change first', {}],
  ['by due time', { sort: 'due' }],
  ['by urgency', { sort: 'priority' }],
  ['by interview and words', { sort: 'words' }],
  ['mine, by due time', { assignee: 'me', statuses: [...UNDONE], sort: 'due' }],
  ['in review and late', { statuses: ['inReview'], due: 'overdue', sort: 'due' }],
  ['two words in the text', { text: 'harbour flood' }],
  ['a word that is nowhere', { text: 'zeppelin' }],
  ['of a topic, waits for my look', { topic: 'harbour', unseen: true }],
]
const SAVED = PRESETS.map((preset, index) => ({
  id: String(index),
  name: preset.label,
  query: filterQuery({ ...preset.filter, priorities: ['high', 'urgent'] }),
}))

const p95 = (taken: number[]) => taken.sort((a, b) => a - b)[Math.floor(taken.length * 0.95)] ?? Number.NaN

/** Each in its turn, so that all meet the same machine. @returns the 95th percentile of each, ms. */
async function measure(things: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const taken: number[][] = things.map(() => [])
  for (let round = -WARM; round < ROUNDS; round++)
    for (const [index, thing] of things.entries()) {
      const from = performance.now()
      await thing()
      if (round >= 0) taken[index]?.push(performance.now() - from)
    }
  return taken.map(p95)
}

async function measureSize(claims: number, asking: Asking, bare: pg.Client): Promise<void> {
  const rows: string[][] = []
  for (const [name, some] of LISTS) {
    const filter: QueueFilter = { ...ALL, ...some }
    const first = await queuePage(filter, { start: true }, asking)
    const place = readPlace(filter.sort, first.after ?? undefined)
    const at = place ? { after: place } : ({ start: true } as const)
    const page = pageStatement(filter, at, asking)
    const counts = countsStatement(filter, SAVED, asking)
    const [ownPage = 0, barePage = 0, ownCounts = 0, bareCounts = 0] = await measure([
      () => queuePage(filter, at, asking),
      () => bare.query(page.text, [...page.values]),
      () => queueCounts(filter, SAVED, asking),
      () => bare.query(counts.text, [...counts.values]),
    ])
    const total = ownPage + ownCounts
    rows.push([
      name,
      figure(ownPage),
      figure(barePage),
      figure(ownPage / barePage),
      figure(ownCounts),
      figure(bareCounts),
      figure(ownCounts / bareCounts),
      total <= AIM_MS ? 'yes' : 'no',
    ])
    printJson('queue', {
      claims,
      list: name,
      page: { p95: rounded(ownPage), bare: rounded(barePage), ratio: rounded(ownPage / barePage) },
      counts: { p95: rounded(ownCounts), bare: rounded(bareCounts), ratio: rounded(ownCounts / bareCounts) },
    })
  }
  console.log(`\n${figure(claims)} claims, ms at the 95th percentile of ${ROUNDS}`)
  printTable([
    [
      '',
      'page',
      'bare',
      'ratio',
      `counts (${PRESETS.length + SAVED.length} queues)`,
      'bare',
      'ratio',
      `both in ${AIM_MS}`,
    ],
    ...rows,
  ])
}

await runBench(async () => {
  const env = await ownPostgres()
  const bare = new pg.Client({ connectionString: env.DATABASE_URL })
  await bare.connect()
  beforeEnd(() => bare.end())
  let held = 0
  for (const size of SIZES) {
    console.log(`Filling the queue up to ${figure(size)} claims …`)
    const { me } = await fillQueue(held, size)
    held = size
    await measureSize(size, { memberId: me, at: new Date(), zone: 'Europe/Berlin' }, bare)
  }
})
