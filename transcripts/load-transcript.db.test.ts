import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Actor } from '@/newsroom/roles'
import { db } from '@/platform/db'
import { Conflict, Invalid, SignedOut } from '@/platform/errors'
import { buildInterview } from '@/prisma/factories/interview'
import { loadTranscript } from '@/transcripts/load-transcript'
import type { ParsedTranscript, ParsedTurn } from '@/transcripts/model'
import { interviewHead, turnsBetween, wordTimes, workspaceTurns } from '@/transcripts/queries'

async function reporter(): Promise<Actor> {
  const email = `r-${randomUUID()}@example.org`
  const row = await db().member.create({ data: { email, name: 'Rita Reporter', role: 'reporter' } })
  return { id: row.id, name: row.name, email, role: 'reporter' }
}

function timed(speaker: string | null, text: string, from: number): ParsedTurn {
  const words = text.split(' ')
  const wordStarts = words.map((_, index) => from + index * 300)
  return {
    speaker,
    text,
    startMs: from,
    endMs: from + words.length * 300,
    wordStarts,
    wordEnds: wordStarts.map((start) => start + 300),
    wordEstimated: words.map(() => false),
  }
}

function parsed(turns: ParsedTurn[], extra: Partial<ParsedTranscript> = {}): ParsedTranscript {
  return { format: 'webvtt', encoding: 'utf-8', meta: {}, cues: [], turns, problems: [], ...extra }
}

function file(transcript: ParsedTranscript, contentHash = newHash()) {
  return { parsed: transcript, fileName: 'talk.vtt', contentHash }
}

function newHash(): string {
  return `${randomUUID()}${randomUUID()}`.replaceAll('-', '')
}

function decisions(speakers: { label: string | null; name: string; part: string }[], extra: object = {}) {
  return {
    title: 'A talk about trees',
    slug: `talk-${randomUUID()}`,
    happenedOn: '2026-03-04',
    place: '',
    platform: '',
    language: 'en',
    standfirst: '',
    speakers,
    loadAgain: false,
    ...extra,
  }
}

const TURNS = [
  timed('ANA', 'Good evening.', 0),
  timed('BO', 'Nine million trees.', 1000),
  timed(null, 'Applause.', 3000),
]

test('what was parsed is what the desk reads back, with its people, words and times', async () => {
  const name = `Ana Ruiz ${randomUUID()}`
  const { id } = await loadTranscript(file(parsed(TURNS)))(
    await reporter(),
    decisions([
      { label: 'ANA', name, part: 'interviewer' },
      { label: 'BO', name: 'Speaker 2', part: 'guest' },
      { label: null, name: '', part: 'guest' },
    ]),
  )
  const head = await interviewHead(id)
  expect(head).toMatchObject({
    happenedOn: '2026-03-04',
    published: null,
    transcript: { wordCount: 6, durationMs: 3300 },
  })
  expect(head?.participants).toMatchObject([
    { name, part: 'interviewer', personId: expect.any(String), turns: 1 },
    { name: 'Speaker 2', part: 'guest', personId: null, turns: 1 },
  ])
  const turns = await workspaceTurns(id)
  expect(turns.map((turn) => [turn.position, turn.speaker, turn.text, turn.startMs])).toEqual([
    [0, name, 'Good evening.', 0],
    [1, 'Speaker 2', 'Nine million trees.', 1000],
    [2, null, 'Applause.', 3000],
  ])
  expect((await wordTimes(id))[turns[1]?.id ?? '']).toEqual({
    starts: [1000, 1300, 1600],
    ends: [1300, 1600, 1900],
  })
})

test('two labels given one name are one participant', async () => {
  const { id } = await loadTranscript(file(parsed(TURNS)))(
    await reporter(),
    decisions([
      { label: 'ANA', name: 'Kim Both', part: 'guest' },
      { label: 'BO', name: 'Kim Both', part: 'guest' },
    ]),
  )
  expect((await interviewHead(id))?.participants).toMatchObject([{ name: 'Kim Both', turns: 2 }])
})

test('the same name in another interview is the same person, also when both are loaded at once', async () => {
  const actor = await reporter()
  const name = `Cleo Vance ${randomUUID()}`
  const load = () =>
    loadTranscript(file(parsed(TURNS)))(actor, decisions([{ label: 'BO', name, part: 'guest' }]))
  const [one, two] = await Promise.all([load(), load()])
  const [a, b] = await Promise.all([interviewHead(one.id), interviewHead(two.id)])
  expect(a?.participants[0]?.personId).toBe(b?.participants[0]?.personId)
  expect(await db().person.count({ where: { name } })).toBe(1)
})

test('a file that was loaded before is loaded again only when the editor says so', async () => {
  const actor = await reporter()
  const hash = newHash()
  const first = await loadTranscript(file(parsed(TURNS), hash))(actor, decisions([]))
  const again = loadTranscript(file(parsed(TURNS), hash))(actor, decisions([]))
  await expect(again).rejects.toThrow(Conflict)
  await expect(again).rejects.toMatchObject({ current: [{ id: first.id, loadedBy: 'Rita Reporter' }] })
  expect(await db().transcript.count({ where: { contentHash: hash } })).toBe(1)
  await loadTranscript(file(parsed(TURNS), hash))(actor, decisions([], { loadAgain: true }))
  expect(await db().transcript.count({ where: { contentHash: hash } })).toBe(2)
})

test.each([
  ['no words', parsed([]), /no words/],
  [
    'an error with a line',
    parsed(TURNS, {
      problems: [{ code: 'cut', severity: 'error', line: 7, path: null, message: 'The file ends in a cue.' }],
    }),
    /Line 7: The file ends in a cue/,
  ],
])('a file with %s is refused in words and leaves nothing behind', async (_what, transcript, message) => {
  const input = decisions([{ label: 'ANA', name: `Nobody ${randomUUID()}`, part: 'guest' }])
  const load = loadTranscript(file(transcript))(await reporter(), input)
  await expect(load).rejects.toThrow(Invalid)
  await expect(load).rejects.toThrow(message)
  expect(await db().interview.count({ where: { slug: input.slug } })).toBe(0)
})

test('a load that breaks half way leaves no interview, person or audit row', async () => {
  const name = `Half Way ${randomUUID()}`
  const broken = [...TURNS, { ...timed('BO', 'times do not fit', 9000), wordStarts: [5, 4, 3] }]
  const input = decisions([{ label: 'BO', name, part: 'guest' }])
  await expect(loadTranscript(file(parsed(broken)))(await reporter(), input)).rejects.toThrow()
  expect(await db().interview.count({ where: { slug: input.slug } })).toBe(0)
  expect(await db().person.count({ where: { name } })).toBe(0)
})

test('a taken address is refused beside its field, also when two people take it at once', async () => {
  const actor = await reporter()
  const slug = `talk-${randomUUID()}`
  const load = () => loadTranscript(file(parsed(TURNS)))(actor, decisions([], { slug }))
  const outcomes = await Promise.allSettled([load(), load()])
  const refused = outcomes.find((outcome) => outcome.status === 'rejected')
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
  expect(refused?.reason).toMatchObject({
    kind: 'invalid',
    fields: { slug: expect.stringMatching(/address/) },
  })
})

test('nobody who is signed out loads anything', async () => {
  await expect(loadTranscript(file(parsed(TURNS)))(null, decisions([]))).rejects.toThrow(SignedOut)
})

test('a load stands in the audit trail with the file it came from', async () => {
  const actor = await reporter()
  const loaded = file(parsed(TURNS))
  const { id } = await loadTranscript(loaded)(actor, decisions([]))
  expect(await db().auditEntry.findMany({ where: { interviewId: id } })).toMatchObject([
    {
      action: 'transcript.loaded',
      actorId: actor.id,
      after: { contentHash: loaded.contentHash, words: 6, turns: 3 },
    },
  ])
})

test('an anchor gets the turns around it and never another interview’s', async () => {
  const one = await buildInterview(db())
  const two = await buildInterview(db())
  const [first = '', second = '', third = ''] = one.turns
  expect((await turnsBetween(db(), one.id, second, second)).map((turn) => turn.id)).toEqual([
    first,
    second,
    third,
  ])
  expect((await turnsBetween(db(), one.id, first, first)).map((turn) => turn.id)).toEqual([first, second])
  expect(await turnsBetween(db(), two.id, second, second)).toEqual([])
})

test('sixty thousand words in eight thousand turns are stored whole', async () => {
  const sentence = 'and so on it went'
  const turns = Array.from({ length: 8000 }, (_, index) =>
    timed(`S${index % 2}`, `${sentence} ${index} times more`, index * 3000),
  )
  const { id } = await loadTranscript(file(parsed(turns)))(await reporter(), decisions([]))
  const stored = await workspaceTurns(id)
  expect(stored).toHaveLength(8000)
  expect(stored.at(-1)?.text).toBe(`${sentence} 7999 times more`)
  expect((await interviewHead(id))?.transcript?.wordCount).toBe(64_000)
})

test('turns given to somebody in the preview are theirs, whatever the file’s label says', async () => {
  const dana = `Dana Moss ${randomUUID()}`
  const { id } = await loadTranscript(file(parsed([...TURNS, timed(null, 'Hear, hear.', 4000)])))(
    await reporter(),
    decisions(
      [
        { label: 'ANA', name: 'Ana', part: 'interviewer' },
        { label: 'BO', name: 'Bo', part: 'guest' },
        { label: null, name: '', part: 'guest' },
      ],
      {
        voices: [{ name: dana, part: 'audience' }],
        runs: [
          { first: 1, last: 1, name: '' },
          { first: 2, last: 3, name: dana },
        ],
      },
    ),
  )
  expect((await workspaceTurns(id)).map((turn) => turn.speaker)).toEqual(['Ana', null, dana, dana])
  // Bo says nothing any more, so nobody of that name is in the interview.
  expect((await interviewHead(id))?.participants.map(({ name, part }) => [name, part])).toEqual([
    ['Ana', 'interviewer'],
    [dana, 'audience'],
  ])
})

test('a name typed with two spaces is the one in the list, where turns were given to it too', async () => {
  const typed = `Dana  Moss ${randomUUID()}`
  const { id } = await loadTranscript(file(parsed([timed(null, 'Hear, hear.', 0)])))(
    await reporter(),
    decisions([{ label: null, name: '', part: 'guest' }], {
      voices: [{ name: typed, part: 'audience' }],
      runs: [{ first: 0, last: 0, name: typed }],
    }),
  )
  expect((await workspaceTurns(id)).map((turn) => turn.speaker)).toEqual([typed.replace('  ', ' ')])
})

test('turns given to somebody who is not in the list are refused, and nothing is saved', async () => {
  const one = decisions([{ label: 'ANA', name: 'Ana', part: 'guest' }], {
    runs: [{ first: 1, last: 1, name: 'Nobody we know' }],
  })
  await expect(loadTranscript(file(parsed(TURNS)))(await reporter(), one)).rejects.toThrow(Invalid)
  expect(await db().interview.count({ where: { slug: one.slug } })).toBe(0)
})
