import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { ROOT } from './places.mjs'

const require = createRequire(import.meta.url)
const SCHEMA = path.join(ROOT, 'prisma/schema.prisma')

/** PostgreSQL's numbers for types that only its catalogues use, and which the adapter refuses. */
const CHAR = 18
const RELABEL = new Map([
  [CHAR, 1042], // "char" as bpchar; told to the engine as one character below
  [22, 1005], // int2vector as int2[]
])

/** Lets an adapter, and the transactions it opens, read the catalogues the way the engine expects. */
function readsCatalogues(queryable) {
  const oneCharacter = new WeakMap()
  const performIO = queryable.performIO.bind(queryable)
  const queryRaw = queryable.queryRaw.bind(queryable)
  const startTransaction = queryable.startTransaction?.bind(queryable)
  queryable.performIO = async (query) => {
    const result = await performIO(query)
    oneCharacter.set(
      query,
      result.fields.map((field) => field.dataTypeID === CHAR),
    )
    for (const field of result.fields) field.dataTypeID = RELABEL.get(field.dataTypeID) ?? field.dataTypeID
    return result
  }
  queryable.queryRaw = async (query) => {
    const result = await queryRaw(query)
    const flags = oneCharacter.get(query) ?? []
    const columnTypes = result.columnTypes.map((type, index) =>
      flags[index] ? ColumnTypeEnum.Character : type,
    )
    return { ...result, columnTypes }
  }
  if (startTransaction)
    queryable.startTransaction = async (level) => readsCatalogues(await startTransaction(level))
  return queryable
}

function catalogueFactory(url) {
  const factory = new PrismaPg({ connectionString: url, allowExitOnIdle: true, idleTimeoutMillis: 100 })
  const connect = factory.connect.bind(factory)
  factory.connect = async () => readsCatalogues(await connect())
  return factory
}

async function sqlOnServer(url, sql) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

/** Prisma's engine works out a schema from migrations by running them in a scratch database, dropped afterwards. */
function withScratchDatabase(url) {
  const factory = catalogueFactory(url)
  factory.connectToShadowDb = async () => {
    const name = `claimline_scratch_${crypto.randomUUID()}`
    await sqlOnServer(url, `CREATE DATABASE ${pg.escapeIdentifier(name)}`)
    const scratch = new URL(url)
    scratch.pathname = `/${name}`
    const adapter = await catalogueFactory(scratch.href).connect()
    // The adapter's own way cuts a script at every semicolon, also inside the body of a function.
    adapter.executeScript = (sql) => sqlOnServer(scratch.href, sql)
    const dispose = adapter.dispose.bind(adapter)
    adapter.dispose = async () => {
      await dispose()
      await sqlOnServer(url, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`)
    }
    return adapter
  }
  return factory
}

/**
 * Prisma's schema engine as WebAssembly from npm: the same engine as the native one, with nothing to download.
 * One engine per process: the glue module holds a single instance.
 * @param models schema files; none for an engine that only looks at the database
 */
export async function loadEngine(url, models = []) {
  // Where the engine leaves its last words; without it a failure inside would show as a missing function.
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) }
  const glueFile = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const module = new WebAssembly.Module(
    fs.readFileSync(path.join(path.dirname(glueFile), 'schema_engine_bg.wasm')),
  )
  const imports = Object.fromEntries(WebAssembly.Module.imports(module).map((entry) => [entry.module, glue]))
  const instance = new WebAssembly.Instance(module, imports)
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start?.()
  const datamodels = models.length ? models.map((file) => [file, fs.readFileSync(file, 'utf8')]) : undefined
  const adapter = bindMigrationAwareSqlAdapterFactory(withScratchDatabase(url))
  return glue.SchemaEngine.new({ datamodels }, () => undefined, adapter)
}

/** The migrations folder in the form the engine takes. */
function migrationsList(folder) {
  const lock = path.join(folder, 'migration_lock.toml')
  const names = fs.readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return {
    baseDir: folder,
    lockfile: {
      path: 'migration_lock.toml',
      content: fs.existsSync(lock) ? fs.readFileSync(lock, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: names
      .map((entry) => entry.name)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok', value: fs.readFileSync(path.join(folder, name, 'migration.sql'), 'utf8') },
        },
      })),
  }
}

/**
 * The SQL that would lead from what the migrations build to what schema.prisma says; empty when they agree.
 * What only the migrations hold (triggers, checks, functions) is outside Prisma's schema and does not count.
 * @param url a database on a server where a scratch database may be made
 */
export async function schemaDrift(
  url,
  { schema = SCHEMA, migrations = path.join(ROOT, 'prisma/migrations') } = {},
) {
  const engine = await loadEngine(url, [schema])
  const { stdout } = await engine.diff({
    from: { tag: 'migrations', ...migrationsList(migrations) },
    to: { tag: 'schemaDatamodel', files: [{ path: schema, content: fs.readFileSync(schema, 'utf8') }] },
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  const sql = (stdout ?? '').trim()
  return /^(-- This is an empty migration\.)?$/.test(sql) ? '' : sql
}
