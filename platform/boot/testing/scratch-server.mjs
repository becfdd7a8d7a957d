import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { migrate } from '../migrate.mjs'
import { ask } from '../postgres/ask.mjs'
import { removeCluster } from '../postgres/place.mjs'
import { ensurePostgres } from '../postgres/server.mjs'
import { Stop } from '../stop.mjs'

/** A temporary folder that the database's account can pass through. */
export function scratchFolder(name) {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), `claimline-${name}-`))
  fs.chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700)
  return folder
}

async function must(url, sql) {
  const { error } = await ask(url, sql)
  if (error) throw new Stop(`The test databases cannot be prepared: ${error.message}.`)
}

/** The same server's address for another of its databases. */
export function databaseUrl(url, name) {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

/**
 * A server for tests with one migrated template: the one DATABASE_URL names (only databases of our own are made
 * and dropped there), else an embedded one in a temporary folder.
 * @returns {Promise<{url: string, template: string, close(): Promise<void>}>} `url` may create databases
 */
export async function openScratchServer(env = process.env) {
  const own = env.DATABASE_URL ? undefined : scratchFolder('test')
  const server = own ? await ensurePostgres(own, { quick: true }) : undefined
  const url = server?.url ?? databaseUrl(env.DATABASE_URL, 'postgres')
  const template = `claimline_template_${process.pid}_${Date.now().toString(36)}`
  await must(url, `CREATE DATABASE ${template}`)
  await migrate(databaseUrl(url, template))
  const close = async () => {
    if (server) await server.stop()
    else await must(url, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`)
    if (own) removeCluster(own)
  }
  return { url, template, close }
}

/** A fresh database made from the template in a few milliseconds. */
export async function createFrom(url, template, name) {
  await must(url, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  return databaseUrl(url, name)
}

export async function dropDatabase(url, name) {
  await must(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
}
