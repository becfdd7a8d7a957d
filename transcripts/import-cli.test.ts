import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'

const entry = fileURLToPath(new URL('../platform/boot/run.cjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'claimline-import-'))
afterAll(() => rmSync(folder, { recursive: true }))

const run = (...args: string[]) =>
  promisify(execFile)(process.execPath, [entry, 'import', ...args], {
    cwd: folder,
    env: { ...process.env, INIT_CWD: folder },
  })

describe('npm run import -- --preview --json', { timeout: 120_000 }, () => {
  it('prints one object, and a file named from where the command was called', async () => {
    writeFileSync(join(folder, 'a.vtt'), 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Fish &amp; chips\n')
    const { stdout } = await run('--preview', '--json', 'a.vtt')
    expect(JSON.parse(stdout)).toEqual({
      format: 'webvtt',
      encoding: 'utf-8',
      cues: [{ startMs: 1000, endMs: 2000, speaker: 'Ann', text: 'Fish & chips' }],
      turns: [
        {
          speaker: 'Ann',
          startMs: 1000,
          endMs: 2000,
          text: 'Fish & chips',
          words: [
            { text: 'Fish', startMs: 1000, endMs: expect.any(Number), estimated: true },
            { text: '&', startMs: expect.any(Number), endMs: expect.any(Number), estimated: true },
            { text: 'chips', startMs: expect.any(Number), endMs: 2000, estimated: true },
          ],
        },
      ],
      problems: [],
    })
  })

  it('answers for a file that is no transcript', async () => {
    writeFileSync(join(folder, 'a.png'), Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))
    const { stdout } = await run('--preview', '--json', 'a.png')
    expect(JSON.parse(stdout)).toMatchObject({
      format: null,
      cues: [],
      turns: [],
      problems: [{ code: 'not-text' }],
    })
  })

  it('says so where there is no file, and how it is used', async () => {
    await expect(run('--preview', '--json', 'none.vtt')).rejects.toMatchObject({ code: 1, stdout: '' })
    await expect(run()).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--preview'),
    })
    await expect(run('--title')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--title needs a value.'),
    })
    expect((await run('--help')).stdout).toContain('--dry-run')
  })
})
