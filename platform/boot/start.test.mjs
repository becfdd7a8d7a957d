import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hold } from './hold.mjs'
import { isInstalled } from './install.mjs'
import { makeDataFolder, ROOT } from './places.mjs'
import { freePort } from './ports.mjs'
import { ensureSecrets } from './secrets.mjs'
import { onDisk } from './stop.mjs'
import { scratchFolder } from './testing/scratch-server.mjs'
import { choosePort } from './web.mjs'

let folder

beforeEach(() => {
  folder = scratchFolder('start')
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

/** Runs one of the commands as people do, with a data folder of its own. */
function run(command, env = {}) {
  const { NEXTAUTH_URL: _, DATABASE_URL: __, PORT: ___, ...rest } = process.env
  const done = spawnSync(process.execPath, ['platform/boot/run.cjs', ...command], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...rest, CLAIMLINE_DATA: folder, ...env },
    timeout: 60_000,
  })
  return { code: done.status, words: `${done.stdout}${done.stderr}`.trim() }
}

const noStack = (words) => expect(words).not.toMatch(/^\s+at .*:\d+:\d+/m)

test('an old Node gets one sentence', () => {
  const source = fs.readFileSync(path.join(ROOT, 'platform/boot/run.cjs'), 'utf8')
  const old = `Object.defineProperty(process.versions, 'node', { value: '18.19.0' });\n${source}`
  const file = path.join(folder, 'run.cjs')
  fs.writeFileSync(file, old)
  const done = spawnSync(process.execPath, [file, 'start'], { encoding: 'utf8' })
  expect(done.status).toBe(1)
  expect(done.stderr.trim()).toMatch(/^Claimline needs Node 20\.9 or newer; this is Node 18\.19\.0\. [^\n]*$/)
})

test('the entry parses on a Node that knows neither modules nor optional chaining', () => {
  const source = fs.readFileSync(path.join(ROOT, 'platform/boot/run.cjs'), 'utf8')
  expect(source).not.toMatch(/\?\.|\?\?|=>\s*\{|\bimport\s|\basync\b|\.\.\./)
})

test('a second start on the same data says where the first one runs, and leaves it alone', async () => {
  const held = await hold(path.join(folder, 'running.json'))
  held.note({ url: 'http://localhost:3999' })
  const { code, words } = run(['start'])
  expect(code).toBe(1)
  expect(words).toBe(
    `Claimline is already running on this data: http://localhost:3999 (process ${process.pid}). ` +
      'Stop it first, or set CLAIMLINE_DATA to another folder for a second one.',
  )
  held.release()
  expect(fs.existsSync(path.join(folder, 'running.json'))).toBe(false)
})

test('a holder that was killed holds nothing', async () => {
  const file = path.join(folder, 'running.json')
  fs.writeFileSync(file, JSON.stringify({ pid: process.pid, mark: 'of an earlier process with this number' }))
  const held = await hold(file)
  expect(JSON.parse(fs.readFileSync(file, 'utf8')).pid).toBe(process.pid)
  held.release()
})

test('of many that want the same file at once, one gets it', async () => {
  const file = path.join(folder, 'one.json')
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => hold(file)))
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
})

test('a DATABASE_URL that nobody answers ends the start in one sentence', async () => {
  const { code, words } = run(['start'], {
    DATABASE_URL: `postgresql://a:b@127.0.0.1:${await freePort()}/c`,
    // Somebody's running Claimline may have the usual one.
    PORT: String(await freePort()),
  })
  expect(code).toBe(1)
  expect(words).toMatch(
    /^No database server answers at 127\.0\.0\.1:\d+; start it, or correct DATABASE_URL\.$/,
  )
})

test('a PORT that is taken or is no port ends the start in one sentence', async () => {
  const other = net.createServer()
  await new Promise((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { code, words } = run(['start'], { PORT: String(other.address().port) })
  other.close()
  expect(code).toBe(1)
  expect(words).toMatch(/^Port \d+ is already in use on 127\.0\.0\.1; free it or set PORT to another\.$/)
  await expect(choosePort('127.0.0.1', { PORT: 'http' })).rejects.toThrow('PORT is "http"')
})

test('a data folder whose path is a file is one sentence', () => {
  const file = path.join(folder, 'file')
  fs.writeFileSync(file, '')
  const { code, words } = run(['start'], { CLAIMLINE_DATA: path.join(file, 'data') })
  expect(code).toBe(1)
  noStack(words)
  expect(words).toMatch(/^Cannot write to .*: a part of its path is a file, not a folder\.$/)
})

test('a place that takes no files is named, with the reason', () => {
  // /proc refuses everybody, root included, and /dev/full is a disk without room.
  expect(() => makeDataFolder('/proc/claimline')).toThrow(/^Cannot write to \/proc\/claimline: .*\.$/)
  expect(() => onDisk('/dev/full', () => fs.writeFileSync('/dev/full', 'x'))).toThrow(
    'Cannot write to /dev/full: the disk is full.',
  )
})

test('secrets are made once, are long, and only their owner may read them', () => {
  const first = ensureSecrets(folder, {})
  const file = path.join(folder, 'secrets.json')
  fs.chmodSync(file, 0o644)
  expect(ensureSecrets(folder, {})).toEqual(first)
  expect(first.NEXTAUTH_SECRET.length).toBeGreaterThanOrEqual(32)
  expect(fs.statSync(file).mode & 0o777).toBe(0o600)
  expect(ensureSecrets(folder, { NEXTAUTH_SECRET: 'given' })).toEqual({ NEXTAUTH_SECRET: 'given' })
  expect(fs.readFileSync(file, 'utf8')).not.toContain('given')
})

test('damaged secrets are one sentence and are not replaced', () => {
  const file = path.join(folder, 'secrets.json')
  fs.writeFileSync(file, '{"NEXTAUTH')
  expect(() => ensureSecrets(folder, {})).toThrow(/is damaged; put it back from a backup/)
  expect(fs.readFileSync(file, 'utf8')).toBe('{"NEXTAUTH')
})

test('an installation counts only when it is whole and of the right versions', () => {
  const write = (file, packages) => {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    fs.writeFileSync(path.join(folder, file), JSON.stringify({ packages }))
  }
  write('package-lock.json', {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
  })
  expect(isInstalled(folder)).toBe(false)
  write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } })
  expect(isInstalled(folder)).toBe(true)
  write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.1' } })
  expect(isInstalled(folder)).toBe(false)
  write('node_modules/.package-lock.json', {
    'node_modules/a': { version: '1.0.0' },
    'node_modules/c': { version: '1.0.0' },
  })
  expect(isInstalled(folder)).toBe(false)
})

test('a benchmark that does not exist is answered with those that do', () => {
  const { code, words } = run(['bench', 'no-such'])
  expect(code).toBe(1)
  expect(words).toMatch(/^Say which benchmark: npm run bench -- NAME\./)
})
