import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ParsedTurn } from '@/transcripts/model'
import { parseTranscript } from '@/transcripts/parse-transcript'
import { glueBetween } from '@/transcripts/turns'
import { countWords, normaliseText, wordsOf } from '@/transcripts/words'
import { labelsOf } from './labels'
import { type Carries, type ExportFormat, type OutgoingTranscript, UNKNOWN_SPEAKER } from './outgoing'
import { exportFormats } from './registry'
import { writeTranscript } from './write-transcript'

/** The format that an export must be recognised as. */
const READ_AS: Record<string, string> = {
  docx: 'docx',
  text: 'press-text',
  'text-times': 'timed-text',
  webvtt: 'webvtt',
  'webvtt-words': 'webvtt',
  srt: 'srt',
  ttml: 'ttml',
  'podcast-json': 'podcast-json',
  'claimline-json': 'claimline-json',
}

/** Formats that say what the transcript is. */
const WITH_TITLE = new Set(['text', 'text-times', 'ttml', 'claimline-json'])

const PLAIN = fc.oneof(
  {
    arbitrary: fc.constantFrom(
      ...'We planted nine million trees, you know. Did you? Yes! I—well… 3.5 % it’s 1994'.split(' '),
    ),
    weight: 6,
  },
  fc.constantFrom(
    ...'שלום، مرحبا. كيف حالك؟ привет Ελλάδα naïve e\u0301te\u0301 👩‍👩‍👧 नमस्ते। 안녕하세요 & "so" -- (laughs) [12] #1'.split(
      ' ',
    ),
  ),
  fc.constantFrom(
    '我们去年种了九百万棵树。',
    '木を植えました',
    'カタカナー、です',
    'เราปลูกต้นไม้',
    '漢字 かな',
    '𠮷野家',
    'ພວກເຮົາ',
  ),
)
const HOSTILE = fc.constantFrom(
  ...[
    '<b>',
    '</v>',
    '<v Bo>',
    '<00:00:01.000>',
    '&amp;',
    '&lt;i&gt;',
    '&',
    '<',
    '>',
    '-->',
    '00:00:01.000',
    '>>',
    '>>>',
    '-',
    '–',
    '{i}',
    '{\\an8}',
    '{y:i}',
    ']]>',
    '<!--',
    '<script>',
    'NOTE',
    'WEBVTT',
    '7',
    'STYLE',
    '\\h',
    '"x"',
    "it's=<a",
    '→',
    '1:02',
  ],
)
const NAME = fc.constantFrom(
  'City Manager/Staff',
  'ann lee',
  'Ann (Mayor)',
  'Rev. Foo Bar',
  'Ann Lee, Mayor',
  'Bo: Marsh',
  '???',
  'Ada Quill',
  'Bo Marsh',
  'Çelik Ümit',
  'JANE DOE',
  'Speaker 3',
  'Dr. Wei O’Hara',
)
const ANY_NAME = fc.oneof(
  NAME,
  fc.constantFrom('a: b', '<i>', 'A & B', '--> x', 'النائب أحمد', '主持人', 'x', '"Q"', "O'Hara: {b}", '>'),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .map(normaliseText)
    .filter((name) => name !== '' && !/^(?:[A-Z]|\d{1,2})$/.test(name)),
)

/** Titles as they are, and such as a reader might take for speech, a name or another format. */
const TITLE = fc.oneof(
  fc.constantFrom(
    'The Big Interview: Bo Marsh',
    '{a',
    '[0:10] x',
    'WEBVTT',
    '---',
    'Q',
    '# 1',
    'a --> b',
    '"x',
  ),
  fc
    .string({ unit: 'grapheme', minLength: 1 })
    .map(normaliseText)
    .filter((title) => title !== ''),
)

type Wanted = { carries: Carries; timed: boolean }
/** Transcripts that a newsroom could have, within what the format says it can carry. */
function transcripts({ carries, timed }: Wanted): fc.Arbitrary<OutgoingTranscript> {
  const word = carries.signs === 'all' ? fc.oneof({ arbitrary: PLAIN, weight: 3 }, HOSTILE) : PLAIN
  const name = carries.speakers === 'names' ? ANY_NAME : NAME
  const turn = fc.record({
    speaker: fc.option(name, { freq: 5 }),
    words: fc.array(word, { minLength: 1, maxLength: 60 }),
    seed: fc.array(
      fc.record({
        gap: fc.nat(3000),
        length: fc.integer({ min: 120, max: 900 }),
        pause: fc.boolean(),
        guess: fc.boolean(),
        over: fc.nat(9),
      }),
      { minLength: 8, maxLength: 8 },
    ),
    untimed: fc.boolean(),
  })
  return fc
    .record({
      start: fc.nat(60_000_000),
      turns: fc.array(turn, { minLength: 1, maxLength: 12 }),
      title: TITLE,
    })
    .map(({ start, turns, title }) => {
      // A label has to stand three times to be known: in those formats the whole conversation is said three times.
      const said = carries.speakers === 'labels' ? [...turns, ...turns, ...turns] : turns
      let clock = start
      return {
        title,
        slug: 'x',
        happenedOn: '2026-03-04',
        place: 'Harbour Hall',
        platform: '',
        language: 'en-GB',
        direction: 'ltr' as const,
        participants: [],
        turns: said.map(({ speaker, words, seed, untimed }): ParsedTurn => {
          const text = normaliseText(words.join(' '))
          const count = countWords(text)
          const bare = !timed && untimed
          const wordStarts: number[] = []
          const wordEnds: number[] = []
          const wordEstimated: boolean[] = []
          for (let at = 0; at < (bare ? 0 : count); at++) {
            const { gap, length, pause, guess, over } = seed[at % seed.length] ?? {
              gap: 0,
              length: 200,
              pause: false,
              guess: false,
              over: 9,
            }
            clock += pause ? gap : 0
            wordStarts.push(clock)
            clock += length
            // Now and then a word is over only when the next has long begun.
            wordEnds.push(over === 0 ? clock + 400 : clock)
            wordEstimated.push(guess)
          }
          clock += 1
          return {
            speaker,
            startMs: wordStarts[0] ?? null,
            endMs: wordEnds.length > 0 ? Math.max(...wordEnds) : null,
            text,
            wordStarts,
            wordEnds,
            wordEstimated,
          }
        }),
      }
    })
}

type Run = { speaker: string | null; text: string; startMs: number | null }

/** What of a transcript a format carries, as runs of one speaker. Laid over both what went out and what came back. */
function runsOf(turns: readonly ParsedTurn[], carries: Carries): Run[] {
  const named = turns.some((turn) => turn.speaker !== null)
  const runs: Run[] = []
  for (const turn of turns) {
    const speaker = turn.speaker ?? (named && carries.nobody === 'named' ? UNKNOWN_SPEAKER : null)
    const last = runs.at(-1)
    // Turns of nobody are cut at pauses, also where their script has no spaces.
    const text = speaker === null ? turn.text.replaceAll(' ', '') : turn.text
    if (last && last.speaker === speaker)
      last.text += (speaker === null ? '' : glueBetween(last.text, text)) + text
    else runs.push({ speaker, text, startMs: startOf(turn, carries) })
  }
  return runs
}

function startOf({ startMs }: ParsedTurn, { turnTimes }: Carries): number | null {
  if (startMs === null || turnTimes === 'none') return null
  return turnTimes === 'seconds' ? Math.floor(startMs / 1000) : startMs
}

type TimedWord = { startMs: number; measured: boolean; firm: boolean }

/** Every timed word. `firm`: measured, between spaces, and no guess beside it that it might have to share a piece with. */
function timedWords(turns: readonly ParsedTurn[]): Map<number, TimedWord> {
  const found = new Map<number, TimedWord>()
  let place = 0
  for (const { text, wordStarts, wordEstimated } of turns) {
    for (const [nth, { start, end }] of wordsOf(text).entries()) {
      const spaced = (start === 0 || text[start - 1] === ' ') && (end === text.length || text[end] === ' ')
      const alone = wordEstimated[nth - 1] !== true && wordEstimated[nth + 1] !== true
      const measured = wordEstimated[nth] === false
      const startMs = wordStarts[nth]
      if (startMs !== undefined) found.set(place, { startMs, measured, firm: measured && spaced && alone })
      place += 1
    }
  }
  return found
}

async function comeBack(format: ExportFormat, transcript: OutgoingTranscript) {
  const { bytes, fileName } = await writeTranscript(format, transcript)
  const parsed = parseTranscript({ bytes, fileName })
  const errors = parsed.problems.filter((problem) => problem.severity === 'error')
  expect(errors).toEqual([])
  expect(parsed.format).toBe(READ_AS[format.id])
  return parsed
}

const untimedWord = exportFormats
  .filter(({ id }) => id === 'docx')
  .map((format) => ({
    ...format,
    label: 'Word without times',
    carries: { ...format.carries, turnTimes: 'none' as const },
  }))

describe.each([...exportFormats, ...untimedWord])('what leaves as $label', (format) => {
  const { carries } = format
  const timed = format.needsTimes || carries.turnTimes !== 'none'

  it('comes back: the same speakers, words and times, as far as the format says it carries them', async () => {
    await fc.assert(
      fc.asyncProperty(
        transcripts({ carries, timed: format.id !== 'claimline-json' && timed }),
        async (transcript) => {
          const { turns, meta } = await comeBack(format, transcript)
          if (WITH_TITLE.has(format.id))
            expect(meta).toMatchObject({ title: transcript.title, language: 'en-GB' })
          if (carries.turns === 'all') {
            expect(turns).toEqual(transcript.turns)
            expect(meta).toMatchObject({ title: transcript.title, date: '2026-03-04', language: 'en-GB' })
            return
          }
          const labelOf = carries.speakers === 'labels' ? labelsOf(transcript) : null
          const labelled = labelOf
            ? transcript.turns.map((turn) => ({ ...turn, speaker: labelOf(turn.speaker) }))
            : transcript.turns
          expect(runsOf(turns, carries)).toEqual(runsOf(labelled, carries))
          if (carries.turnTimes !== 'milliseconds') return
          const before = timedWords(transcript.turns)
          for (const [place, { startMs, measured }] of timedWords(turns)) {
            const was = before.get(place)
            // A time that is given out as measured is one that was there.
            if (measured) expect(startMs).toBe(was?.startMs)
            if (carries.wordTimes === 'measured' && was?.firm)
              expect({ startMs, measured }).toEqual({ startMs: was.startMs, measured: true })
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
