import { existsSync } from 'node:fs'
import path from 'node:path'
import { db } from '@/platform/db'
import { expect, test } from './sign-in'

/** Real transcripts belong to their publishers and are not part of this repository; they are read from beside it. */
const FOLDER = path.resolve('../shared/data/transcripts')

type Wanted = {
  file: string
  words: number
  /** Share of the words by which the count may differ. */
  within: number
  speakers?: string[]
  lastStartMs?: number
}

const FILES: Wanted[] = [
  { file: 'youtube-vtt/us-debate-2016-09-26.vtt', words: 16_680, within: 0.005 },
  { file: 'youtube-vtt/us-debate-2016-09-26.rolling.vtt', words: 16_680, within: 0.005 },
  {
    file: 'whisper-vtt/lex_192_large.vtt',
    words: 59_500,
    within: 0.005,
    lastStartMs: 5 * 3_600_000 - 900_000,
  },
  {
    file: 'white-house/hannity-trump-musk-2025-02-18.md',
    words: 15_801,
    within: 0.01,
    speakers: ['Mr. Musk', 'Q', 'The President'],
  },
  {
    file: 'press-plain/cnn-biden-trump-2024-06-27.txt',
    words: 17_432,
    within: 0.01,
    speakers: ['Dana Bash', 'Donald Trump', 'Jake Tapper', 'Joe Biden'],
  },
  {
    file: 'bracketed/jre-2219-trump.md',
    words: 36_500,
    within: 0.01,
    lastStartMs: 2 * 3_600_000 + 50 * 60_000,
  },
  {
    file: 'whisper-json/fairfax_2026-04-14_complete.json',
    words: 24_650,
    within: 0.01,
    lastStartMs: 2 * 3_600_000,
  },
  { file: 'podcasting20/example.srt', words: 2_492, within: 0.01, speakers: ['Gilon', 'Sarah', 'Travis'] },
]

if (!existsSync(FOLDER))
  test('the real transcripts are not beside this checkout, so only invented ones are tried', () => {
    expect(existsSync(FOLDER)).toBe(false)
  })
else
  for (const { file, words, within, speakers, lastStartMs } of FILES)
    test(`${path.basename(file)} loads whole through the page`, async ({ page, signInAs }) => {
      await signInAs(page, 'reporter')
      await page.goto('/desk/interviews/new')
      await page.getByLabel('Choose a file').setInputFiles(path.join(FOLDER, file))
      await expect(page.getByRole('heading', { name: path.basename(file) })).toBeVisible({ timeout: 30_000 })
      const again = page.getByLabel('Load it again')
      if (await again.isVisible()) await again.check()
      await page.getByRole('button', { name: 'Save as a new interview' }).click()
      await page.waitForURL(/\/desk\/interviews\/[0-9a-f-]{36}$/, { timeout: 30_000 })

      const interviewId = page.url().split('/').at(-1) ?? ''
      const transcript = await db().transcript.findUniqueOrThrow({
        where: { interviewId },
        include: { turns: { orderBy: { position: 'asc' }, include: { participant: true } } },
      })
      expect(Math.abs(transcript.wordCount - words) / words).toBeLessThanOrEqual(within)
      expect(transcript.turns.reduce((sum, turn) => sum + turn.wordCount, 0)).toBe(transcript.wordCount)
      const named = new Set(transcript.turns.flatMap(({ participant }) => participant?.name ?? []))
      if (speakers) expect([...named].sort()).toEqual(speakers)
      if (lastStartMs !== undefined) expect(transcript.turns.at(-1)?.startMs).toBeGreaterThan(lastStartMs)
    })
