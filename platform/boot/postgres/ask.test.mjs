import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../ports.mjs'
import { databaseUrl, openScratchServer } from '../testing/scratch-server.mjs'
import { ask, ensureDatabase } from './ask.mjs'

let server

beforeAll(async () => {
  server = await openScratchServer()
})
afterAll(() => server.close())

const oneSentence = /^[A-Z][^\n]*\.$/

test('a DATABASE_URL that is no address says how one looks', async () => {
  for (const url of ['localhost', 'mysql://a@b/c', 'postgresql://localhost']) {
    await expect(ensureDatabase(url)).rejects.toThrow(/^DATABASE_URL must look like postgresql:/)
  }
})

test('a server that does not answer is named', async () => {
  const port = await freePort()
  const attempt = ensureDatabase(`postgresql://a:b@127.0.0.1:${port}/c`)
  await expect(attempt).rejects.toThrow(`No database server answers at 127.0.0.1:${port}`)
  await expect(attempt).rejects.toThrow(oneSentence)
})

test('a wrong password is called so, and is not repeated', async () => {
  const url = new URL(server.url)
  url.password = 'guessed-wrong'
  const attempt = ensureDatabase(url.href)
  await expect(attempt).rejects.toThrow(/refuses the user or password/)
  await expect(attempt).rejects.not.toThrow(/guessed-wrong/)
})

test('a missing database is made, also by two starts at once', async () => {
  const name = `claimline_made_${process.pid}`
  const url = databaseUrl(server.url, name)
  await Promise.all([ensureDatabase(url), ensureDatabase(url)])
  expect((await ask(url, 'SELECT current_database() AS name')).rows).toEqual([{ name }])
  await ask(server.url, `DROP DATABASE ${name}`)
})

test('a user who may not create databases is told to have it created', async () => {
  const role = `claimline_guest_${process.pid}`
  await ask(server.url, `CREATE ROLE ${role} LOGIN PASSWORD 'guest-word'`)
  const url = new URL(databaseUrl(server.url, 'claimline_absent'))
  url.username = role
  url.password = 'guest-word'
  await expect(ensureDatabase(url.href)).rejects.toThrow(
    /"claimline_absent" does not exist .* may not create it/,
  )
  await ask(server.url, `DROP ROLE ${role}`)
})
