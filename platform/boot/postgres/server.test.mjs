import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { endProcess, processMark, until } from '../processes.mjs'
import { scratchFolder } from '../testing/scratch-server.mjs'
import { ask } from './ask.mjs'
import { removeCluster } from './place.mjs'
import { ensurePostgres, stopPostgres } from './server.mjs'

const folders = []

function folder() {
  const made = scratchFolder('server')
  folders.push(made)
  return made
}

const open = (data) => ensurePostgres(data, { quick: true })

async function writeRow(url) {
  const { error } = await ask(url, 'CREATE TABLE kept (word text); ')
  expect(error).toBeUndefined()
  expect((await ask(url, "INSERT INTO kept VALUES ('stays')")).error).toBeUndefined()
}

const kept = async (url) => (await ask(url, 'SELECT word FROM kept')).rows

afterEach(async () => {
  for (const data of folders.splice(0)) {
    await stopPostgres(data)
    removeCluster(data)
  }
})

test('a first start makes a server that only this machine reaches, with a password of its own', async () => {
  const data = folder()
  const server = await open(data)
  expect((await ask(server.url, 'SHOW listen_addresses')).rows).toEqual([{ listen_addresses: '127.0.0.1' }])
  expect(fs.statSync(path.join(data, 'postgres.json')).mode & 0o777).toBe(0o600)
  const stranger = await ask(server.url.replace(server.password, 'wrong'), 'SELECT 1')
  expect(stranger.error?.code).toBe('28P01')
  const nameless = await ask(server.url.replace(`:${server.password}`, ''), 'SELECT 1')
  expect(nameless.error).toBeDefined()
})

test('a second start finds the server that runs and starts no other', async () => {
  const data = folder()
  const [first, second] = await Promise.all([open(data), open(data)])
  expect(second.pid).toBe(first.pid)
  expect([first.adopted, second.adopted].sort()).toEqual([false, true])
})

test('what was written is there after the server was killed outright', async () => {
  const data = folder()
  const first = await ensurePostgres(data) // durable, as people run it
  await writeRow(first.url)
  await endProcess(first.pid, [['SIGKILL', 10_000]])
  const second = await open(data)
  expect(second.pid).not.toBe(first.pid)
  expect(second.port).toBe(first.port)
  expect(await kept(second.url)).toEqual([{ word: 'stays' }])
})

test("a stale process number that now is some other program's does not stop the start", async () => {
  const data = folder()
  const first = await ensurePostgres(data)
  await writeRow(first.url)
  await endProcess(first.pid, [['SIGKILL', 10_000]])
  const cluster = fs.realpathSync(path.join(data, 'postgres'))
  const pidFile = path.join(cluster, 'postmaster.pid')
  const stranger = spawn('sleep', ['600'], { stdio: 'ignore' })
  try {
    const lines = fs.readFileSync(pidFile, 'utf8').split('\n')
    fs.writeFileSync(pidFile, [String(stranger.pid), ...lines.slice(1)].join('\n'))
    const second = await open(data)
    expect(await kept(second.url)).toEqual([{ word: 'stays' }])
    expect(processMark(stranger.pid)).toBeDefined()
  } finally {
    stranger.kill('SIGKILL')
  }
})

test('a port that another program took in the meantime is left to it', async () => {
  const data = folder()
  const first = await open(data)
  await first.stop()
  const other = net.createServer()
  await new Promise((resolve) => other.listen(first.port, '127.0.0.1', resolve))
  try {
    const second = await open(data)
    expect(second.port).not.toBe(first.port)
    expect((await ask(second.url, 'SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  } finally {
    other.close()
  }
})

test('a start that was killed while making the database leaves nothing that stops the next', async () => {
  const data = folder()
  fs.mkdirSync(path.join(data, 'postgres'))
  fs.writeFileSync(path.join(data, 'postgres', 'half-made'), '')
  const server = await open(data)
  expect((await ask(server.url, 'SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
})

test('a lost password file is one sentence, and the data stays', async () => {
  const data = folder()
  const first = await open(data)
  await first.stop()
  const file = path.join(data, 'postgres.json')
  fs.rmSync(file)
  await expect(open(data)).rejects.toThrow(/held the password of the database .* put it back\.$/)
  expect(fs.existsSync(path.join(fs.realpathSync(path.join(data, 'postgres')), 'PG_VERSION'))).toBe(true)
})

test('stopping leaves no process behind', async () => {
  const data = folder()
  const { pid } = await open(data)
  expect(await stopPostgres(data)).toBe(true)
  expect(await until(() => !processMark(pid), 1_000)).toBe(true)
  expect(await stopPostgres(data)).toBe(false)
})

const asRoot = process.getuid?.() === 0

test(
  asRoot
    ? 'as root, a folder that no other user can enter keeps its database where the server can reach it'
    : 'as an ordinary user, a closed folder keeps its own database',
  async () => {
    const outer = folder()
    fs.chmodSync(outer, 0o700)
    const data = path.join(outer, 'data')
    const server = await open(data)
    await writeRow(server.url)
    const real = fs.realpathSync(path.join(data, 'postgres'))
    expect(real.startsWith(outer)).toBe(!asRoot)
    expect(fs.statSync(real).mode & 0o777).toBe(0o700)
    await server.stop()
    expect(await kept((await open(data)).url)).toEqual([{ word: 'stays' }])
    await stopPostgres(data)
    removeCluster(data)
    expect(fs.existsSync(real)).toBe(false)
  },
)
