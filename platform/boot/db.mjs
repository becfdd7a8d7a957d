import fs from 'node:fs'
import path from 'node:path'
import { ensureInstalled } from './install.mjs'
import { dataFolder } from './places.mjs'
import { Stop } from './stop.mjs'
import { say } from './tools.mjs'

const USAGE = `npm run db -- ensure              print the address of a running, migrated database; starts one that keeps running
npm run db -- stop                stop the embedded database
npm run db -- migrate             apply missing migrations
npm run db -- diff                show what schema.prisma says beyond the migrations (exit code 1 if anything)
npm run db -- migrate-dev NAME    write that difference as a new migration and apply it`

async function open() {
  const { openDatabase } = await import('./database.mjs')
  return openDatabase({ keeps: true })
}

async function migrated(url) {
  const { migrate } = await import('./migrate.mjs')
  const applied = await migrate(url)
  say(applied.length ? `Applied: ${applied.join(', ')}.` : 'No migration was missing.')
}

async function drift(url) {
  const { schemaDrift } = await import('./schema-engine.mjs')
  return schemaDrift(url)
}

const COMMANDS = {
  async ensure() {
    const { url } = await open()
    await migrated(url)
    console.log(url)
    return 0
  },
  async stop() {
    const { stopPostgres } = await import('./postgres/server.mjs')
    say((await stopPostgres(dataFolder())) ? 'The database has stopped.' : 'No database was running.')
    return 0
  },
  async migrate() {
    await migrated((await open()).url)
    return 0
  },
  async diff() {
    const sql = await drift((await open()).url)
    console.log(sql || 'schema.prisma and the migrations agree.')
    return sql ? 1 : 0
  },
  async 'migrate-dev'([name]) {
    if (!/^[a-z0-9_]+$/.test(name ?? ''))
      throw new Stop('Give the new migration a name of small letters, digits and _.')
    const { MIGRATIONS, readMigrations } = await import('./migrate.mjs')
    const { url } = await open()
    const sql = await drift(url)
    if (!sql) throw new Stop('schema.prisma and the migrations agree; there is nothing to write.')
    const number = String(Number(readMigrations().at(-1)?.name.slice(0, 4) ?? 0) + 1).padStart(4, '0')
    const folder = path.join(MIGRATIONS, `${number}_${name}`)
    fs.mkdirSync(folder)
    fs.writeFileSync(path.join(folder, 'migration.sql'), `${sql}\n`)
    say(`Written: ${path.relative(process.cwd(), folder)}/migration.sql. Read it before you commit it.`)
    await migrated(url)
    return 0
  },
}

export async function main([name, ...args]) {
  const command = Object.hasOwn(COMMANDS, name ?? '') ? COMMANDS[name] : undefined
  if (!command) throw new Stop(USAGE)
  await ensureInstalled()
  return command(args)
}
