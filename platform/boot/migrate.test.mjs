import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { migrate, readMigrations } from './migrate.mjs'
import { ask } from './postgres/ask.mjs'
import { schemaDrift } from './schema-engine.mjs'
import { databaseUrl, dropDatabase, openScratchServer, scratchFolder } from './testing/scratch-server.mjs'

let server
let folder
let url
const name = `claimline_migrate_${process.pid}`

beforeAll(async () => {
  server = await openScratchServer()
  folder = scratchFolder('migrations')
})
afterAll(async () => {
  await dropDatabase(server.url, name)
  await server.close()
  fs.rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  await dropDatabase(server.url, name)
  await ask(server.url, `CREATE DATABASE ${name}`)
  url = databaseUrl(server.url, name)
  fs.rmSync(folder, { recursive: true, force: true })
})

function write(migration, sql) {
  fs.mkdirSync(path.join(folder, migration), { recursive: true })
  fs.writeFileSync(path.join(folder, migration, 'migration.sql'), sql)
}

test('two instances that start together apply each migration once', async () => {
  write('0001_words', 'CREATE TABLE words (id int); SELECT pg_sleep(0.05);')
  write('0002_more', 'ALTER TABLE words ADD note text;')
  const applied = await Promise.all([migrate(url, folder), migrate(url, folder)])
  expect(applied.flat().sort()).toEqual(['0001_words', '0002_more'])
  expect((await ask(url, 'SELECT count(*)::int AS n FROM _prisma_migrations')).rows).toEqual([{ n: 2 }])
})

test("the record is what Prisma's own engine would write: the SHA-256 of the file's bytes", async () => {
  const sql = 'CREATE TABLE words (id int); -- naïve\r\n'
  write('0001_words', sql)
  await migrate(url, folder)
  const { rows } = await ask(url, 'SELECT checksum, finished_at IS NOT NULL AS done FROM _prisma_migrations')
  expect(rows).toEqual([{ checksum: createHash('sha256').update(sql).digest('hex'), done: true }])
})

test('a migration that fails half-way leaves nothing behind and is named', async () => {
  write('0001_words', 'CREATE TABLE words (id int); SELECT 1/0;')
  await expect(migrate(url, folder)).rejects.toThrow(
    /^The migration 0001_words failed and was undone: division by zero\.$/,
  )
  expect((await ask(url, "SELECT to_regclass('words') AS found")).rows).toEqual([{ found: null }])
  write('0001_words', 'CREATE TABLE words (id int);')
  expect(await migrate(url, folder)).toEqual(['0001_words'])
})

test('a migration without SQL is refused before anything is applied', async () => {
  write('0001_words', 'CREATE TABLE words (id int);')
  write('0002_empty', '-- to be written\n/* later */ ;\n')
  await expect(migrate(url, folder)).rejects.toThrow('The migration 0002_empty holds no SQL')
  expect((await ask(url, "SELECT to_regclass('words') AS found")).rows).toEqual([{ found: null }])
})

test('a migration that was edited after it was applied is refused', async () => {
  write('0001_words', 'CREATE TABLE words (id int);')
  await migrate(url, folder)
  write('0001_words', 'CREATE TABLE words (id bigint);')
  await expect(migrate(url, folder)).rejects.toThrow('0001_words was edited after it was applied')
})

test("the project's own migrations stand in an order that names can tell", () => {
  const names = readMigrations().map((migration) => migration.name)
  expect(names.map((entry) => entry.slice(0, 4))).toEqual(
    names.map((_, index) => String(index + 1).padStart(4, '0')),
  )
})

test('a column that only the schema knows shows as drift, in SQL', async () => {
  const schema = path.join(folder, 'schema.prisma')
  write(
    '0001_words',
    'CREATE TABLE "Word" ("id" INTEGER NOT NULL, CONSTRAINT "Word_pkey" PRIMARY KEY ("id"));',
  )
  fs.writeFileSync(path.join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n')
  const model = (more) =>
    `datasource db {\n  provider = "postgresql"\n}\n\nmodel Word {\n  id Int @id\n${more}}\n`
  fs.writeFileSync(schema, model('  note String?\n'))
  expect(await schemaDrift(url, { schema, migrations: folder })).toContain('ADD COLUMN     "note" TEXT')
})
