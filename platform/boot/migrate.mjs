import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { ROOT } from './places.mjs'
import { Stop } from './stop.mjs'
import { say } from './tools.mjs'

export const MIGRATIONS = path.join(ROOT, 'prisma/migrations')

/** The advisory lock that Prisma's own engine takes, so that the two exclude each other. */
const LOCK = 72_707_369

/** The table as Prisma's engine makes it, so that `prisma migrate status` agrees with what was done here. */
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

/**
 * Every migration in order, with the SHA-256 of its bytes (Prisma's checksum).
 * @throws Stop for a folder without SQL: it would be recorded as done and never be done
 */
export function readMigrations(folder = MIGRATIONS) {
  const names = fs.readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return names
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const file = path.join(folder, name, 'migration.sql')
      const bytes = fs.existsSync(file) ? fs.readFileSync(file) : Buffer.alloc(0)
      const sql = bytes.toString('utf8')
      const statements = sql
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/--.*$/gm, '')
        .replaceAll(';', '')
      if (!statements.trim())
        throw new Stop(`The migration ${name} holds no SQL; write it or remove its folder.`)
      return { name, sql, checksum: createHash('sha256').update(bytes).digest('hex') }
    })
}

/**
 * Applies what is missing, under a lock so that several instances may start together, each migration in one
 * transaction with its record: a failed one leaves nothing behind.
 * @returns {Promise<string[]>} names of those applied now
 * @throws Stop naming the migration and PostgreSQL's reason
 */
export async function migrate(url, folder = MIGRATIONS) {
  const migrations = readMigrations(folder)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    await client.query('SET client_min_messages = warning')
    await client.query(TABLE)
    const { rows } = await client.query(
      'SELECT migration_name AS name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    )
    const known = new Map(rows.map((row) => [row.name, row]))
    const applied = []
    for (const migration of migrations) {
      const done = known.get(migration.name)
      if (done) checkRecord(migration, done)
      else {
        await apply(client, migration)
        applied.push(migration.name)
      }
    }
    warnUnknown(known, migrations)
    return applied
  } finally {
    await client.end() // gives the lock back too
  }
}

function checkRecord({ name, checksum }, done) {
  if (!done.finished_at)
    throw new Stop(
      `The migration ${name} was begun by another tool and did not finish; repair the database first.`,
    )
  if (done.checksum !== checksum) {
    throw new Stop(
      `The migration ${name} was edited after it was applied; restore its text and put the change in a new migration.`,
    )
  }
}

function warnUnknown(known, migrations) {
  const here = new Set(migrations.map(({ name }) => name))
  const newer = [...known.keys()].filter((name) => !here.has(name))
  if (newer.length) say(`The database is ahead of this version of Claimline: ${newer.join(', ')}.`)
}

async function apply(client, { name, sql, checksum }) {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined) // a lost connection has rolled back already
    throw new Stop(`The migration ${name} failed and was undone: ${error.message}.`)
  }
}
