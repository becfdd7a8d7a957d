import pg from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { defineJob, JOBS_SCHEMA, type Job, type Jobs, openJobs } from '@/platform/jobs'

/** Two processes that share a database are two of these: pg-boss keeps nothing between processes but its tables. */
const open: Jobs[] = []
async function take(jobs: readonly Job[], onGivenUp?: (job: string) => void): Promise<Jobs> {
  const opened = await openJobs(process.env.DATABASE_URL ?? '', jobs, onGivenUp)
  open.push(opened)
  return opened
}
afterEach(async () => {
  for (const jobs of open.splice(0)) await jobs.stop()
})

const QUICK = { lookSeconds: 0.5 }
const soon = { timeout: 30_000, interval: 50 }

test('what is sent is done once, by one of the processes that share the database', async () => {
  const done: string[] = []
  const by = (who: string) =>
    defineJob({
      ...QUICK,
      name: 'shared',
      data: z.object({ number: z.number() }),
      run: async ({ number }) => void done.push(`${number} ${who}`),
    })
  const [one, other] = [by('one'), by('other')]
  const sender = await take([one])
  await take([other])
  for (let number = 0; number < 12; number += 1) await sender.send(one, { number }, { key: String(number) })
  await vi.waitFor(() => expect(done).toHaveLength(12), soon)
  expect(new Set(done.map((line) => line.split(' ')[0])).size).toBe(12)
})

test('what waits already under a key is not sent a second time', async () => {
  const done: number[] = []
  const job = defineJob({
    ...QUICK,
    name: 'keyed',
    data: z.object({ number: z.number() }),
    run: async ({ number }) => void done.push(number),
  })
  const jobs = await take([job])
  const later = new Date(Date.now() + 1_500)
  await jobs.send(job, { number: 1 }, { key: 'a', startAfter: later })
  await jobs.send(job, { number: 2 }, { key: 'a', startAfter: later })
  await jobs.send(job, { number: 3 }, { key: 'b', startAfter: later })
  await vi.waitFor(() => expect(done).toHaveLength(2), soon)
  expect(done.sort()).toEqual([1, 3])
})

test('what is sent without a key is all done, also what comes while the first still waits', async () => {
  const done: number[] = []
  const job = defineJob({
    ...QUICK,
    name: 'unkeyed',
    data: z.object({ number: z.number() }),
    run: async ({ number }) => void done.push(number),
  })
  const jobs = await take([job])
  const later = new Date(Date.now() + 1_500)
  for (const number of [1, 2, 3]) await jobs.send(job, { number }, { startAfter: later })
  await vi.waitFor(() => expect(done).toHaveLength(3), soon)
  expect(done.sort()).toEqual([1, 2, 3])
})

test('what fails is tried again; what fails for the last time is told, and so is data of a shape nobody knows', async () => {
  let tries = 0
  const given: string[] = []
  const again = defineJob({
    ...QUICK,
    name: 'again',
    data: z.object({}),
    retry: { limit: 1, delaySeconds: 1 },
    run: async () => {
      tries += 1
      if (tries === 1) throw new Error('The other side is away.')
    },
  })
  const never = defineJob({
    ...QUICK,
    name: 'never',
    data: z.object({ known: z.string() }),
    retry: { limit: 0, delaySeconds: 1 },
    run: async () => undefined,
  })
  const jobs = await take([again, never], (job) => given.push(job))
  await jobs.send(again, {})
  await jobs.send(never, { unknown: 1 })
  await vi.waitFor(() => expect([tries, given]).toEqual([2, ['never']]), { ...soon, timeout: 50_000 })
})

test('a schedule stands once for all processes, and goes when no version knows it any more', async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  const schedules = async () =>
    (await client.query(`SELECT name, cron FROM ${JOBS_SCHEMA}.schedule ORDER BY name`)).rows
  const nightly = defineJob({
    name: 'nightly',
    data: z.object({}),
    cron: '10 3 * * *',
    run: async () => undefined,
  })
  await take([nightly])
  await take([nightly])
  expect(await schedules()).toEqual([{ name: 'nightly', cron: '10 3 * * *' }])
  await take([])
  expect(await schedules()).toEqual([])
  await client.end()
})
