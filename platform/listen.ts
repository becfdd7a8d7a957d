import 'server-only'
import pg from 'pg'
import { env } from '@/platform/env'
import { log } from '@/platform/log'

/** The one channel that the triggers of prisma/migrations/0014_live speak on. */
const CHANNEL = 'claimline'

const PING_MS = 15_000
const ANSWER_MS = 10_000
const FIRST_WAIT_MS = 100
const LONGEST_WAIT_MS = 5_000

type Ear = {
  /** What was sent, as it was sent. */
  heard: (payload: string) => void
  /** Hears again after a time of not hearing; what was said meanwhile is not repeated. Also called at the very first. */
  hearing: () => void
  /** The connection is lost; tried again until `stop`. */
  deaf: () => void
}

/**
 * Listens to PostgreSQL (LISTEN) on a connection of its own, and connects again with growing pauses when it breaks. It must
 * reach the server itself: a pooler that hands connections out by transaction would lose what is said.
 */
export class Listener {
  private client: pg.Client | null = null
  private retry: ReturnType<typeof setTimeout> | undefined
  private pulse: ReturnType<typeof setInterval> | undefined
  private failures = 0
  private stopped = false
  /** True while everything said is heard. */
  ready = false

  constructor(private readonly ear: Ear) {}

  start(): void {
    this.stopped = false
    void this.connect()
  }

  async stop(): Promise<void> {
    this.stopped = true
    this.ready = false
    clearTimeout(this.retry)
    clearInterval(this.pulse)
    const client = this.client
    this.client = null
    await client?.end().catch(() => undefined) // it was broken already
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: env().DATABASE_URL,
      application_name: 'claimline live',
      keepAlive: true,
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
    })
    this.client = client
    const lost = (error?: Error) => this.lost(client, error)
    client.on('error', lost)
    client.on('end', () => lost())
    client.on('notification', ({ payload }) => {
      if (payload && this.client === client) this.ear.heard(payload)
    })
    try {
      await client.connect()
      await client.query(`LISTEN ${CHANNEL}`)
    } catch (error) {
      return lost(error instanceof Error ? error : undefined)
    }
    if (this.client !== client) return
    this.failures = 0
    this.ready = true
    // A connection may be cut without a word; the question finds out.
    this.pulse = setInterval(() => void client.query('SELECT 1').catch(lost), PING_MS).unref()
    this.ear.hearing()
  }

  private lost(client: pg.Client, error?: Error): void {
    if (this.client !== client || this.stopped) return
    this.client = null
    clearInterval(this.pulse)
    client.end().catch(() => undefined) // half dead: nobody waits for its farewell
    if (this.ready) {
      this.ready = false
      log.warn({ error: error?.message }, 'the database no longer tells what changed; connecting again')
      this.ear.deaf()
    }
    const wait = Math.min(FIRST_WAIT_MS * 2 ** this.failures, LONGEST_WAIT_MS) * (0.5 + Math.random() / 2)
    this.failures += 1
    this.retry = setTimeout(() => void this.connect(), wait)
    this.retry.unref()
  }
}
