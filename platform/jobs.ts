import 'server-only'
import { randomUUID } from 'node:crypto'
import PgBoss from 'pg-boss'
import { type ZodType, z } from 'zod'
import { env } from '@/platform/env'
import { log } from '@/platform/log'

/**
 * Work that is done beside requests, by whichever server process is free: once, however many processes share the
 * database, and again with growing pauses where it failed (ADR 28). Its tables are pg-boss's own, in a schema of their own.
 */

/** Schema of pg-boss's tables; the migrations know nothing of it. */
export const JOBS_SCHEMA = 'pgboss'

export type JobDefinition<Data extends object> = {
  /** Small letters and dashes; names the queue. */
  name: string
  data: ZodType<Data>
  /** Cron line in UTC, by which it is sent with `{}`; none for what is only sent by hand. */
  cron?: string
  /** How often it is tried again, and seconds before the first time; each pause is twice the one before. */
  retry?: { limit: number; delaySeconds: number }
  /** Seconds between two looks for work; a schedule can wait longer than a person. */
  lookSeconds?: number
  /** A run that has taken longer than this is taken for dead and tried again. */
  minutes?: number
  /** Does the work. Whatever it throws is a failure, to be tried again. It may run twice: it must not do its work twice. */
  run: (data: Data) => Promise<void>
}

/** A job as the rest of the server knows it, whatever its data. */
export type Job = Omit<JobDefinition<object>, 'data' | 'run'> & { run: (data: unknown) => Promise<void> }

type SendOptions = {
  /** What is waiting already under the same key is not sent a second time; what has none always waits. */
  key?: string
  startAfter?: Date
}

const RETRY = { limit: 5, delaySeconds: 20 }
const MINUTES = 5
/** Where work ends that failed for the last time. */
const GIVEN_UP = 'given-up'
const sent = z.object({ job: z.string(), data: z.unknown() })

/** Names a job with the shape of its data. @returns the job, and what sends it. */
export function defineJob<Data extends object>(
  definition: JobDefinition<Data>,
): Job & { send: (data: Data, options?: SendOptions) => Promise<void> } {
  const { data, run, ...rest } = definition
  return {
    ...rest,
    run: async (raw) => run(data.parse(raw)),
    send: async (input, options) => (await opened()).send(rest, input, options),
  }
}

export type Jobs = {
  send: (job: Pick<Job, 'name'>, data: object, options?: SendOptions) => Promise<void>
  stop: () => Promise<void>
}

/**
 * Takes part in the work on a database until it is stopped.
 * @param onGivenUp hears of work that failed for the last time; the log says so as well.
 */
export async function openJobs(
  url: string,
  jobs: readonly Job[],
  onGivenUp: (job: string) => void = () => undefined,
): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: url,
    schema: JOBS_SCHEMA,
    application_name: 'claimline-jobs',
    max: 3,
  })
  // A database that is away is asked again at the next look; an error without a listener would end the process.
  boss.on('error', (error) => log.warn({ error: error.message }, 'jobs'))
  await boss.start()
  await ensureQueue(boss, { name: GIVEN_UP })
  await boss.work(GIVEN_UP, { pollingIntervalSeconds: 5 }, async (given) => {
    for (const { data } of given) {
      const { job } = sent.parse(data)
      log.error({ job }, 'a job failed for the last time')
      onGivenUp(job)
    }
  })
  for (const job of jobs) await take(boss, job)
  await dropOldSchedules(boss, jobs)
  return {
    async send({ name }, data, { key, startAfter } = {}) {
      // pg-boss takes what has no key for one and the same thing, and drops the second without a word.
      const options = { singletonKey: key ?? randomUUID(), ...(startAfter ? { startAfter } : {}) }
      await boss.send(name, { job: name, data }, options)
    },
    stop: () => boss.stop({ graceful: true, timeout: 5_000 }),
  }
}

/** Makes or renews a job's queue and schedule, and begins to look for it. */
async function take(boss: PgBoss, job: Job): Promise<void> {
  const retry = job.retry ?? RETRY
  await ensureQueue(boss, {
    name: job.name,
    // What waits already is enough: a second one of the same key is not put beside it.
    policy: 'short',
    retryLimit: retry.limit,
    retryDelay: retry.delaySeconds,
    retryBackoff: true,
    expireInSeconds: (job.minutes ?? MINUTES) * 60,
    deadLetter: GIVEN_UP,
  })
  if (job.cron) await boss.schedule(job.name, job.cron, { job: job.name, data: {} })
  await boss.work(
    job.name,
    { pollingIntervalSeconds: job.lookSeconds ?? (job.cron ? 10 : 2) },
    async (waiting) => {
      for (const { data } of waiting) {
        try {
          await job.run(sent.parse(data).data)
        } catch (error) {
          log.warn({ job: job.name, error: String(error) }, 'a job failed and is tried again')
          throw error
        }
      }
    },
  )
}

async function ensureQueue(boss: PgBoss, queue: PgBoss.Queue): Promise<void> {
  await boss.createQueue(queue.name, queue)
  await boss.updateQueue(queue.name, queue)
}

/** Schedules that an earlier version left behind would fill queues that nobody empties. */
async function dropOldSchedules(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  for (const { name } of await boss.getSchedules())
    if (!jobs.some((job) => job.name === name && job.cron)) await boss.unschedule(name)
}

// Next evaluates a module once a bundle; the work must be taken up once a process.
const held = globalThis as typeof globalThis & { claimlineJobs?: { running: boolean; jobs: Promise<Jobs> } }

const AGAIN_MS = 15_000

/** Whether this process takes part in the work: it may have no part in it, or not yet. */
export function jobsRun(): boolean {
  return held.claimlineJobs?.running ?? false
}

/**
 * Takes part in the work for as long as this process lives, and lets go of it when it is told to end. Where the
 * database cannot be reached it is tried again, without an end: a server that only answers requests is half a server.
 */
export function startJobs(jobs: readonly Job[]): void {
  if (held.claimlineJobs) return
  const began = openJobs(env().DATABASE_URL, jobs)
  const started = { running: false, jobs: began }
  held.claimlineJobs = started
  began.then(
    ({ stop }) => {
      started.running = true
      for (const signal of ['SIGTERM', 'SIGINT'] as const)
        process.once(signal, () => {
          started.running = false
          stop().catch((error: unknown) => log.warn({ error: String(error) }, 'jobs did not stop in order'))
        })
    },
    (error: unknown) => {
      log.warn({ error: String(error) }, 'jobs did not start; they are tried again')
      setTimeout(() => {
        delete held.claimlineJobs
        startJobs(jobs)
      }, AGAIN_MS).unref()
    },
  )
}

function opened(): Promise<Jobs> {
  if (!held.claimlineJobs) throw new Error('No jobs run in this process.')
  return held.claimlineJobs.jobs
}
