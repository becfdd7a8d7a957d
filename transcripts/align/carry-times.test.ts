import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ParsedTurn } from '@/transcripts/model'
import { parseTranscript } from '@/transcripts/parse-transcript'
import { onRealFiles } from '@/transcripts/shared-data'
import { countWords } from '@/transcripts/words'
import { alignWords, SAME } from './align-words'
import { carryTimes, type TimedTurn } from './carry-times'

/** A turn whose words were measured: one every half second, 400 ms long. */
function heard(text: string, startMs = 0) {
  const words = countWords(text)
  const wordStarts = Array.from({ length: words }, (_, at) => startMs + at * 500)
  return {
    text,
    wordStarts,
    wordEnds: wordStarts.map((at) => at + 400),
    wordEstimated: wordStarts.map(() => false),
  }
}

const clean = (text: string): ParsedTurn => ({
  speaker: null,
  startMs: null,
  endMs: null,
  text,
  wordStarts: [],
  wordEnds: [],
  wordEstimated: [],
})

const carried = (old: readonly TimedTurn[], fresh: readonly ParsedTurn[]) =>
  carryTimes(
    old,
    fresh,
    alignWords(
      old.map(({ text }) => text),
      fresh.map(({ text }) => text),
    ),
  )

/** Each word with its start, `~` where it is estimated. */
const starts = (turns: readonly ParsedTurn[]) =>
  turns.map((turn) =>
    turn.text
      .split(' ')
      .map((word, at) => `${word} ${turn.wordEstimated[at] ? '~' : ''}${turn.wordStarts[at] ?? '?'}`)
      .join(', '),
  )

describe('a clean transcript takes the times of the rough one', () => {
  test('words that are the same keep their measured times, over other turns', () => {
    expect(
      starts(carried([heard('we lost our jobs', 1000)], [clean('We lost'), clean('our jobs.')])),
    ).toEqual(['We 1000, lost 1500', 'our 2000, jobs. 2500'])
  })

  test('misheard words get the time of what was heard, new ones a time between, both marked estimated', () => {
    expect(
      starts(
        carried([heard('mister buy den said no', 1000)], [clean('Mister Biden – said very clearly no')]),
      ),
    ).toEqual(['Mister 1000, Biden ~1500, – ~2400, said 2500, very ~2900, clearly ~2938, no 3000'])
  })

  test('what was said before the first and after the last known word gets a guess that is not before the start', () => {
    const [turn] = carried([heard('thank you', 500)], [clean('Good evening to all, thank you very much')])
    expect(turn?.wordStarts[0]).toBeGreaterThanOrEqual(0)
    expect(turn?.wordStarts[4]).toBe(500)
    expect(turn?.wordEstimated).toEqual([true, true, true, true, false, false, true, true])
  })

  test('a turn that the recording leaves no time for stays untimed', () => {
    const missing = Array.from({ length: 200 }, (_, at) => `unheard${at}`).join(' ')
    const turns = carried(
      [heard('so we begin and so we end')],
      [clean('So we begin'), clean(missing), clean('and so we end')],
    )
    expect(turns.map((turn) => turn.wordStarts.length)).toEqual([3, 0, 4])
    expect(turns[1]).toMatchObject({ startMs: null, endMs: null })
  })

  test('a file that measured its own words keeps its own times', () => {
    const own = { ...clean('we lost our jobs'), ...heard('we lost our jobs', 90_000) }
    expect(carried([heard('we lost our jobs')], [own])[0]?.wordStarts[0]).toBe(90_000)
    const spread = { ...own, wordEstimated: own.wordEstimated.map(() => true) }
    expect(carried([heard('we lost our jobs')], [spread])[0]?.wordStarts[0]).toBe(0)
  })

  test('nothing timed gives nothing timed', () => {
    expect(carried([clean('we lost')], [clean('We lost.')])[0]?.wordStarts).toEqual([])
  })
})

test('times are one a word or none, and never go back, whatever is replaced by what', () => {
  const text = fc
    .array(fc.constantFrom('we', 'lost', 'our', 'jobs', 'job', 'loss', '–', 'ten', '10'), {
      minLength: 1,
      maxLength: 90,
    })
    .map((words) => words.join(' '))
  const rough = fc.array(fc.tuple(text, fc.boolean(), fc.nat(20_000)), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(rough, fc.array(text, { minLength: 1, maxLength: 6 }), (old, fresh) => {
      const turns = carried(
        // Overlapping on purpose: people talk over each other.
        old.map(([words, timed, at]) => (timed ? heard(words, at) : clean(words))),
        fresh.map(clean),
      )
      let reached = 0
      for (const turn of turns) {
        expect([0, countWords(turn.text)]).toContain(turn.wordStarts.length)
        expect(turn.wordEnds).toHaveLength(turn.wordStarts.length)
        expect(turn.wordEstimated).toHaveLength(turn.wordStarts.length)
        for (const [at, start] of turn.wordStarts.entries()) {
          expect(start).toBeGreaterThanOrEqual(reached)
          expect(turn.wordEnds[at]).toBeGreaterThanOrEqual(start)
          expect(Number.isInteger(start) && Number.isInteger(turn.wordEnds[at])).toBe(true)
          reached = start
        }
      }
    }),
    { numRuns: 300 },
  )
})

onRealFiles('clean transcripts of real debates', (read) => {
  const parsed = (file: string) =>
    parseTranscript({ bytes: read(file), fileName: file.split('/').at(-1) ?? file }).turns
  test.each(['us-debate-2016-09-26', 'us-debate-2020-09-29'])(
    '%s: words take the times of their captions',
    (name) => {
      const captions = parsed(`youtube-vtt/${name}.vtt`)
      const text = parsed(`speaker-text/${name}.txt`)
      const alignment = alignWords(
        captions.map((turn) => turn.text),
        text.map((turn) => turn.text),
      )
      const timed = carryTimes(captions, text, alignment)
      const words = timed.reduce((sum, turn) => sum + countWords(turn.text), 0)
      const estimated = timed.flatMap((turn) => turn.wordEstimated)
      expect(estimated.length / words).toBeGreaterThanOrEqual(0.97)
      expect(estimated.filter((guess) => !guess).length / words).toBeGreaterThanOrEqual(0.97)
      const heardAt = captions.flatMap((turn) => turn.wordStarts)
      const written = timed.flatMap((turn) => turn.wordStarts)
      for (const [word, from] of alignment.first.entries())
        if (alignment.how[word] === SAME) expect(written[word]).toBe(heardAt[from])
    },
  )
})
