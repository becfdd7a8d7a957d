import pg from 'pg'
import { Stop } from '../stop.mjs'

/**
 * One query on a connection of its own.
 * @returns {Promise<{rows: object[] | undefined, error: Error | undefined}>} never rejects
 */
export async function ask(url, sql, values = []) {
  let client
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
    client.on('error', () => undefined) // a server that goes away meanwhile shows in the query's own error
    await client.connect()
    return { rows: (await client.query(sql, values)).rows, error: undefined }
  } catch (error) {
    return { rows: undefined, error }
  } finally {
    await client?.end().catch(() => undefined)
  }
}

/** The same address with its password left out, fit for a sentence. */
function shown(url) {
  return `${url.hostname || 'localhost'}${url.port ? `:${url.port}` : ''}`
}

function explain(error, url, name) {
  const where = shown(url)
  const codes = [error.code, ...(error.errors ?? []).map((inner) => inner.code)]
  const has = (...wanted) => wanted.some((code) => codes.includes(code))
  if (has('28P01', '28000'))
    return `The database server at ${where} refuses the user or password in DATABASE_URL.`
  if (has('ENOTFOUND', 'EAI_AGAIN'))
    return `DATABASE_URL names the server "${url.hostname}", which cannot be found.`
  if (has('ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH')) {
    return `No database server answers at ${where}; start it, or correct DATABASE_URL.`
  }
  if (has('ETIMEDOUT') || /timeout/i.test(error.message))
    return `The database server at ${where} does not answer in time.`
  if (has('42501'))
    return `The database "${name}" does not exist at ${where}, and this user may not create it; create it, or correct DATABASE_URL.`
  if (has('53300')) return `The database server at ${where} has no connection left for Claimline.`
  return `The database at ${where} cannot be used: ${error.message || error.code}.`
}

/**
 * Makes sure that the database an address names answers, creating it where the user may.
 * @throws Stop with one sentence
 */
export async function ensureDatabase(address) {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2) {
    throw new Stop('DATABASE_URL must look like postgresql://user:password@host:5432/database.')
  }
  const name = decodeURIComponent(url.pathname.slice(1))
  const first = await ask(address, 'SELECT 1')
  if (!first.error) return
  if (first.error.code !== '3D000') throw new Stop(explain(first.error, url, name))
  const server = new URL(address)
  server.pathname = '/postgres'
  const made = await ask(server.href, `CREATE DATABASE ${pg.escapeIdentifier(name)}`)
  // 42P04 and 23505: another start has just created it
  if (made.error && !['42P04', '23505'].includes(made.error.code))
    throw new Stop(explain(made.error, url, name))
}
