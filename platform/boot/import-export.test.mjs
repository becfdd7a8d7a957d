import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from './places.mjs'
import { removeCluster } from './postgres/place.mjs'
import { ensurePostgres, runningServer } from './postgres/server.mjs'
import { scratchFolder } from './testing/scratch-server.mjs'

let data
let work
let server

beforeAll(async () => {
  data = scratchFolder('bulk')
  work = path.join(data, 'work')
  fs.mkdirSync(work)
  // A server that runs already, as beside `npm start`: the commands must use it and leave it.
  server = await ensurePostgres(data, { quick: true })
  const captions = (words) =>
    `WEBVTT\n\n00:01.000 --> 00:03.500\n<v Ada Quill>${words}\n\n00:04.000 --> 00:06.000\n<v Bo Marsh>We planted <00:04.700>nine million trees.\n`
  fs.writeFileSync(path.join(work, 'Harbour hour 2026-03-04.vtt'), captions('Good evening &amp; welcome.'))
  fs.writeFileSync(path.join(work, 'مقابلة.srt'), '1\n00:00:01,000 --> 00:00:03,000\nمساء الخير\n')
  fs.writeFileSync(path.join(work, 'cut.json'), '{"segments": [{"start": 0, "end": 1, "te')
})
afterAll(async () => {
  await server.stop()
  removeCluster(data)
})

/** Runs one of the commands as people do, from the folder with the files. */
function run(...command) {
  const { DATABASE_URL: _, ...rest } = process.env
  const done = spawnSync(process.execPath, [path.join(ROOT, 'platform/boot/run.cjs'), ...command], {
    cwd: work,
    encoding: 'utf8',
    env: { ...rest, CLAIMLINE_DATA: data, INIT_CWD: work },
    timeout: 110_000,
  })
  return { code: done.status, out: done.stdout.trim(), err: done.stderr.trim() }
}
const read = (...names) => fs.readFileSync(path.join(work, ...names), 'utf8')

test('of three files the two good ones are loaded, and the third says why it is not', () => {
  const tried = run('import', '--dry-run', 'Harbour hour 2026-03-04.vtt')
  expect(tried).toMatchObject({ code: 0, out: expect.stringContaining('would be loaded') })
  const { code, out, err } = run('import', 'Harbour hour 2026-03-04.vtt', 'cut.json', 'مقابلة.srt')
  expect(code).toBe(1)
  expect(out.split('\n')).toEqual([
    expect.stringMatching(
      /^\[1\/3\] Harbour hour 2026-03-04\.vtt: “Harbour hour”: webvtt, 2 turns, 9 words: \/desk\/interviews\//,
    ),
    expect.stringMatching(/^\[3\/3\] مقابلة\.srt: “مقابلة”: srt, 1 turn, 2 words: \/desk\/interviews\//),
  ])
  expect(err).toContain('[2/3] cut.json: not loaded. The file stops in the middle')
  expect(err).toContain('2 loaded, 1 failed.')
})

test('a file that was loaded before is refused, and loaded once more when told to', () => {
  const again = ['import', '--json', 'Harbour hour 2026-03-04.vtt']
  const refused = run(...again)
  expect(refused.code).toBe(1)
  expect(JSON.parse(refused.out)).toEqual({
    file: 'Harbour hour 2026-03-04.vtt',
    status: 'failed',
    reason: expect.stringMatching(/^This file was loaded before as “Harbour hour” on [-\d]+\. Add --again/),
  })
  const told = run(...again, '--again', '--title', 'Second hour', '--speaker', 'Bo Marsh=Bo Marsh:guest')
  expect(told.code).toBe(0)
  expect(JSON.parse(told.out)).toMatchObject({ status: 'loaded', slug: 'second-hour', turns: 2 })
})

test('what was written is loaded again as it was, word by word, and nothing is overwritten', () => {
  const all = run('export', '--all', '--out', 'out')
  expect(all).toMatchObject({ code: 0, err: '3 written, 0 failed.' })
  expect(fs.readdirSync(path.join(work, 'out')).sort()).toEqual([
    'harbour-hour.claimline.json',
    'interview.claimline.json',
    'second-hour.claimline.json',
  ])
  expect(JSON.parse(read('out', 'second-hour.claimline.json')).participants).toEqual([
    { name: 'Ada Quill', part: 'interviewer' },
    { name: 'Bo Marsh', part: 'guest' },
  ])
  expect(run('export', 'second-hour', '--out', 'out')).toMatchObject({
    code: 1,
    err: expect.stringContaining('The file is there already. Add --force to replace it.'),
  })
  const placed = read('out', 'second-hour.claimline.json').replace('"place": ""', '"place": "Harbour Hall"')
  fs.writeFileSync(path.join(work, 'placed.claimline.json'), placed)
  expect(run('import', 'placed.claimline.json', 'out/interview.claimline.json').code).toBe(0)
  expect(run('export', 'second-hour-2', 'interview-2', 'none', '--out', 'out')).toMatchObject({
    code: 1,
    err: expect.stringContaining('[3/3] none: not written. There is no interview with this slug.'),
  })
  expect(read('out', 'second-hour-2.claimline.json')).toBe(placed)
  expect(read('out', 'interview-2.claimline.json')).toBe(read('out', 'interview.claimline.json'))
})

test('the database that was running runs on', () => {
  expect(runningServer(data)?.pid).toBe(server.pid)
})
