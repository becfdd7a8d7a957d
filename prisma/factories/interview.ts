import { randomUUID } from 'node:crypto'
import type { Reader } from '@/platform/db'
import type { Part } from '@/transcripts/schema'
import { countWords } from '@/transcripts/words'

/** Turns for a test. Without `wordStarts` a turn is untimed; `wordEnds` default to the next word's start. */
export type BuildTurn = {
  speaker: string | null
  text: string
  wordStarts?: number[]
  wordEnds?: number[]
}

export type BuildInterview = {
  title?: string
  slug?: string
  standfirst?: string
  language?: string
  happenedOn?: string
  turns?: BuildTurn[]
  /** Parts by speaker's name; the first speaker is the interviewer and the others guests where nothing is said. */
  parts?: Record<string, Part>
  createdById?: string
}

const TURNS: BuildTurn[] = [
  { speaker: 'Ada Quill', text: 'Good evening and welcome.', wordStarts: [0, 400, 700, 900] },
  {
    speaker: 'Bo Marsh',
    text: 'We planted nine million trees last year.',
    wordStarts: [2000, 2300, 2700, 3000, 3400, 3900, 4200],
  },
  { speaker: 'Ada Quill', text: 'Did you?', wordStarts: [5000, 5300] },
]

/**
 * An interview with its persons, participants, transcript and turns, made directly in the database for tests.
 * @returns ids; `turns` in order, `participants` and `persons` by name.
 */
export async function buildInterview(client: Reader, wanted: BuildInterview = {}) {
  const turns = wanted.turns ?? TURNS
  const mark = randomUUID().slice(0, 8)
  const interview = await client.interview.create({
    data: {
      title: wanted.title ?? `An evening with Bo Marsh ${mark}`,
      slug: wanted.slug ?? `evening-${mark}`,
      standfirst: wanted.standfirst ?? '',
      language: wanted.language ?? 'en',
      happenedOn: wanted.happenedOn === undefined ? null : new Date(wanted.happenedOn),
      createdById: wanted.createdById ?? null,
    },
  })
  const participants: Record<string, string> = {}
  const persons: Record<string, string> = {}
  const speakers = [...new Set(turns.flatMap((turn) => (turn.speaker === null ? [] : [turn.speaker])))]
  for (const [position, name] of speakers.entries()) {
    const person = await client.person.create({ data: { name, slug: `person-${mark}-${position}` } })
    const participant = await client.participant.create({
      data: {
        interviewId: interview.id,
        personId: person.id,
        name,
        part: wanted.parts?.[name] ?? (position === 0 ? 'interviewer' : 'guest'),
        position,
        sourceLabel: name,
      },
    })
    participants[name] = participant.id
    persons[name] = person.id
  }
  const rows = turns.map((turn) => timesOf(turn))
  const transcript = await client.transcript.create({
    data: {
      interviewId: interview.id,
      format: 'press-text',
      encoding: 'utf-8',
      fileName: 'built.txt',
      contentHash: `${randomUUID()}${randomUUID()}`.replaceAll('-', ''),
      wordCount: Math.max(
        1,
        rows.reduce((sum, row) => sum + row.wordCount, 0),
      ),
      durationMs: rows.at(-1)?.endMs ?? null,
    },
  })
  const ids: string[] = []
  for (const [position, { speaker, ...row }] of rows.entries()) {
    const turn = await client.turn.create({
      data: {
        ...row,
        transcriptId: transcript.id,
        participantId: speaker === null ? null : (participants[speaker] ?? null),
        position,
      },
    })
    ids.push(turn.id)
  }
  return { id: interview.id, slug: interview.slug, title: interview.title, turns: ids, participants, persons }
}

function timesOf(turn: BuildTurn) {
  const wordCount = countWords(turn.text)
  const wordStarts = turn.wordStarts ?? []
  const wordEnds = turn.wordEnds ?? wordStarts.map((start, index) => wordStarts[index + 1] ?? start + 400)
  return {
    speaker: turn.speaker,
    text: turn.text,
    wordCount,
    wordStarts,
    wordEnds,
    wordEstimated: wordStarts.map(() => false),
    startMs: wordStarts[0] ?? null,
    endMs: wordEnds.at(-1) ?? null,
  }
}
