import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { ROOT } from './places.mjs'

const require = createRequire(import.meta.url)
const SCHEMA = path.join(ROOT, 'prisma/schema.prisma')

/**
 * PostgreSQL's catalogues hold types that the adapter refuses ("char", int2vector, name); the engine reads them
 * as text anyway, so they are relabelled to types the adapter knows: bpchar, int2[], text.
 */
const RELABEL = new Map([
  [18, 1042],
  [22, 1005],
  [19, 25],
])

function relabelled(result) {
  for (const part of [result].flat()) {
    for (const field of part?.fields ?? []) field.dataTypeID = RELABEL.get(field.dataTypeID) ?? field.dataTypeID
  }
  return result
}

/** The adapter asks the pool itself, or a client that it borrows for a transaction. */
class CatalogPool extends pg.Pool {
  async query(...args) {
    return relabelled(await super.query(...args))
  }

  async connect(done) {
    if (done) return super.connect(done)
    const client = await super.connect()
    return new Proxy(client, {
      get(target, name) {
        if (name === 'query') return async (...args) => relabelled(await target.query(...args))
        const value = target[name]
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  }
}

function pool(url) {
  return new PrismaPg(new CatalogPool({ connectionString: url }), {
    disposeExternalPool: true,
  })
}

async function sqlOnServer(url, sql) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

/** Prisma's engine works out a schema from migrations by running them in a scratch database, dropped afterwards. */
function withScratchDatabase(url) {
  const factory = pool(url)
  factory.connectToShadowDb = async () => {
    const name = `claimline_scratch_${crypto.randomUUID()}`
    await sqlOnServer(url, `CREATE DATABASE ${pg.escapeIdentifier(name)}`)
    const scratch = new URL(url)
    scratch.pathname = `/${name}`
    const adapter = await pool(scratch.href).connect()
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
