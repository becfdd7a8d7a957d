import { z } from 'zod'
import type { ParsedTurn } from '@/transcripts/model'
import { PARTS } from '@/transcripts/schema'
import { countWords, normaliseText, wordsOf } from '@/transcripts/words'
import type { Format, FormatResult, ParsedCue } from './format'
import { isRecord, looksLikeJson } from './json-source'
import { ProblemList } from './problem-list'
import { spreadWords } from './spread-words'

export const CLAIMLINE_FORMAT = 'claimline-transcript'
export const CLAIMLINE_VERSION = 1

const MOST_MS = 2_147_483_647
const ms = z.number().int().min(0).max(MOST_MS)

const turnSchema = z.object({
  /** A participant's name, or null. */
  speaker: z.string().nullable(),
  startMs: ms.nullable(),
  endMs: ms.nullable(),
  text: z.string(),
  /** One entry per word as `words.ts` counts them, or none: milliseconds. */
  wordStarts: z.array(ms),
  wordEnds: z.array(ms),
  /** One for all words, or one each. */
  wordEstimated: z.union([z.boolean(), z.array(z.boolean())]),
})

const claimlineSchema = z.object({
  format: z.literal(CLAIMLINE_FORMAT),
  version: z.literal(CLAIMLINE_VERSION),
  title: z.string(),
  date: z.iso.date().nullable(),
  place: z.string(),
  platform: z.string(),
  language: z.string(),
  participants: z.array(z.object({ name: z.string(), part: z.enum(PARTS) })),
  turns: z.array(turnSchema),
})
/** Claimline's own JSON, version 1: what `exports/claimline-json.ts` writes. Fields are added with a default, never changed. */
export type ClaimlineTranscript = z.infer<typeof claimlineSchema>

/** Claimline's own JSON: turns come back as they were, never cut or timed anew. */
export const claimlineJson: Format = {
  id: 'claimline-json',
  label: 'Claimline JSON',
  extensions: ['json'],
  detect(source) {
    if (!looksLikeJson(source.head)) return 0
    const reading = source.json()
    return reading.ok && isRecord(reading.value) && reading.value.format === CLAIMLINE_FORMAT ? 1 : 0
  },
  parse(source) {
    const reading = source.json()
    if (!reading.ok) return { cues: [], problems: [reading.problem] }
    return readClaimline(reading.value)
  },
}

function readClaimline(value: unknown): FormatResult {
  const problems = new ProblemList()
  const read = claimlineSchema.safeParse(value)
  if (!read.success) {
    const version = isRecord(value) ? value.version : undefined
    if (typeof version === 'number' && version > CLAIMLINE_VERSION) {
      const message = `This file was written by a newer Claimline (version ${version} of its JSON; this one reads ${CLAIMLINE_VERSION}). Update Claimline, or export again as WebVTT.`
      problems.add('newer-version', 'error', message, { path: 'version' })
    } else
      for (const issue of read.error.issues)
        problems.add('not-as-written', 'error', `This is not as Claimline writes it: ${issue.message}`, {
          path: pathOf(issue.path),
        })
    return { cues: [], problems: problems.list() }
  }
  const { title, date, place, platform, language, participants } = read.data
  const turns = read.data.turns.flatMap((turn, index) => turnOf(turn, `turns[${index}]`, problems) ?? [])
  const meta: FormatResult['meta'] = {
    place,
    platform,
    parts: participants.map(({ name, part }) => ({ speaker: name, part })),
  }
  if (title !== '') meta.title = title
  if (date !== null) meta.date = date
  if (language !== '') meta.language = language
  return { cues: turns.map(cueOf), meta, turns, problems: problems.list() }
}

/** A turn as the model asks for it. What a hand has changed is mended where that is safe, and said. Null where it has no words. */
function turnOf(
  turn: ClaimlineTranscript['turns'][number],
  path: string,
  problems: ProblemList,
): ParsedTurn | null {
  const text = normaliseText(turn.text)
  const count = countWords(text)
  if (count === 0) {
    problems.add('empty-turn', 'warning', 'This turn has no words and was left out.', { path })
    return null
  }
  const speaker = turn.speaker === null ? null : normaliseText(turn.speaker) || null
  const { startMs, endMs, wordStarts, wordEnds } = turn
  const one = turn.wordEstimated
  const wordEstimated = typeof one === 'boolean' ? wordStarts.map(() => one) : one
  if (fits(count, wordStarts, wordEnds, wordEstimated))
    return { speaker, startMs, endMs, text, wordStarts, wordEnds, wordEstimated }
  if (startMs === null || endMs === null || endMs < startMs) {
    const message = 'The times of these words do not fit the words; the turn was left without times.'
    problems.add('times-do-not-fit', 'warning', message, { path })
    return { speaker, startMs: null, endMs: null, text, wordStarts: [], wordEnds: [], wordEstimated: [] }
  }
  const message = 'The times of these words do not fit the words; they were spread over the turn.'
  problems.add('times-do-not-fit', 'warning', message, { path })
  const words = wordsOf(text).map(({ start, end }) => text.slice(start, end))
  const bounds = spreadWords(words, startMs, endMs)
  return {
    speaker,
    startMs,
    endMs,
    text,
    wordStarts: bounds.slice(0, -1),
    wordEnds: bounds.slice(1),
    wordEstimated: words.map(() => true),
  }
}

function fits(count: number, starts: number[], ends: number[], estimated: boolean[]): boolean {
  if (starts.length !== ends.length || starts.length !== estimated.length) return false
  if (starts.length !== 0 && starts.length !== count) return false
  return starts.every((start, word) => start <= (ends[word] ?? -1) && start >= (starts[word - 1] ?? 0))
}

function cueOf({ speaker, startMs, endMs, text }: ParsedTurn): ParsedCue {
  return { speaker, startMs, endMs, text }
}

function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')
}
