// Longer than most files: what a replacement does to claims, notes and times, on one pair of transcripts.
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { correctTranscript } from '@/claims/correct-transcript'
import { linkRepeat } from '@/claims/repeat/link-repeat'
import { previewReplacement, replaceTranscript } from '@/claims/replace-transcript'
import { undoStep } from '@/claims/undo-step'
import { db } from '@/platform/db'
import { Conflict, Invalid } from '@/platform/errors'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'

// Captions: no capitals, no punctuation, cut at pauses, one voice.
const CAPTIONS = [
  'good evening and welcome to the harbour hour tonight we talk about trees and about the port',
  'thank you for having me we planted nine million trees last year and so we lost no forest at all',
  'did you really count them all nobody counts trees like that we count them every single spring',
]
const TURNS = CAPTIONS.map((text, turn) => ({
  speaker: 'The evening',
  text,
  wordStarts: text.split(' ').map((_, word) => turn * 20_000 + word * 500),
}))

const CLEAN = `Ada Quill: Good evening and welcome to the Harbour Hour. Tonight, we talk about trees – and about the port.

Bo Marsh: Thank you for having me. We planted nine million trees last year, and so we lost no forest at all.

Ada Quill: Did you really count them all? Nobody counts trees like that.

Bo Marsh: We count them every single spring!
`

const fileOf = (text: string, fileName = `clean-${randomUUID().slice(0, 8)}.txt`) => ({
  bytes: new TextEncoder().encode(text),
  fileName,
  format: null,
})

async function captioned() {
  const actor = await buildMember(db(), { role: 'editor' })
  const interview = await buildInterview(db(), { turns: TURNS })
  const preview = (text: string, speakers: unknown = null) =>
    previewReplacement(actor, interview.id, fileOf(text), speakers)
  async function replace(text: string) {
    const sent = fileOf(text)
    const { outcome, speakers } = await previewReplacement(actor, interview.id, sent, null)
    const stepId = randomUUID()
    await replaceTranscript(actor, sent, { interviewId: interview.id, stepId, outcome, speakers })
    return stepId
  }
  return { actor, interview, preview, replace }
}

const turnsOf = (interviewId: string) =>
  db().turn.findMany({
    where: { transcript: { interviewId } },
    orderBy: { position: 'asc' },
    include: { participant: true },
  })
const claimOf = (id: string) =>
  db().claim.findUniqueOrThrow({ where: { id }, include: { firstTurn: { include: { participant: true } } } })

/** Words of claim by turn of the captions. */
const words = (turn: number, quote: string) => {
  const text = CAPTIONS[turn] ?? ''
  const from = text.slice(0, text.indexOf(quote)).split(' ').length - 1
  return { turn, from, to: from + quote.split(' ').length - 1 }
}

beforeAll(async () => {
  const { buildWorker } = await import(new URL('../platform/boot/build-worker.mjs', import.meta.url).href)
  await buildWorker()
})

test('nothing is stored by looking', async () => {
  const { interview, preview } = await captioned()
  const seen = await preview(CLEAN)
  expect(seen.words).toMatchObject({
    old: 54,
    new: 55,
    same: 55,
    changed: 0,
    added: 0,
    gone: 0,
    measured: 54,
    estimated: 1,
  })
  expect(seen.speakers.map(({ label, participantId, name }) => [label, participantId, name])).toEqual([
    ['Ada Quill', null, 'Ada Quill'],
    ['Bo Marsh', null, 'Bo Marsh'],
  ])
  expect(await turnsOf(interview.id)).toHaveLength(3)
  expect(await db().transcriptStep.count({ where: { interviewId: interview.id } })).toBe(0)
})

test('a clean transcript takes over times, speakers and claims as one step, and the step says so', async () => {
  const { actor, interview, replace } = await captioned()
  const claim = await buildClaim(db(), interview, {
    words: words(1, 'we planted nine million trees last year'),
  })
  const stepId = await replace(CLEAN)
  const turns = await turnsOf(interview.id)
  expect(turns.map(({ participant, startMs }) => [participant?.name, startMs])).toEqual([
    ['Ada Quill', 0],
    ['Bo Marsh', 20_000],
    ['Ada Quill', 40_000],
    ['Bo Marsh', 45_500],
  ])
  expect(turns[1]?.wordStarts).toEqual(TURNS[1]?.wordStarts)
  const landed = await claimOf(claim.id)
  expect(landed).toMatchObject({
    needsAnchor: false,
    quote: 'We planted nine million trees last year,',
    startMs: 22_500,
    endMs: 26_000,
    firstTurnId: turns[1]?.id,
  })
  expect(landed.firstTurn?.participant?.name).toBe('Bo Marsh')
  const step = await db().transcriptStep.findUniqueOrThrow({ where: { id: stepId } })
  expect(step).toMatchObject({ kind: 'transcript', memberId: actor.id })
  const transcript = await db().transcript.findUniqueOrThrow({ where: { interviewId: interview.id } })
  expect(transcript).toMatchObject({ format: 'press-text', wordCount: 55 })
  expect(step.summary).toBe(`Replaced the transcript by ${transcript.fileName}`)
  expect(
    await db().auditEntry.count({ where: { interviewId: interview.id, action: 'transcript.corrected' } }),
  ).toBe(1)
})

test.each([
  ['a word put in', 'lost no forest', 'lost almost no forest', 'we lost no forest at all'],
  ['a number changed', 'nine million', '90 million', 'we planted nine million trees'],
  [
    'a word left out',
    'planted nine million trees last',
    'planted nine million last',
    'nine million trees last year',
  ],
])('a claim whose words come with %s waits for a person', async (_, from, to, quote) => {
  const { interview, replace, preview } = await captioned()
  const claim = await buildClaim(db(), interview, { words: words(1, quote) })
  const seen = await preview(CLEAN.replace(from, to))
  expect(seen.claims).toMatchObject([{ why: 'other-words', oldQuote: quote }])
  await replace(CLEAN.replace(from, to))
  expect(await claimOf(claim.id)).toMatchObject({ needsAnchor: true, quote })
})

test('words of two people are not one person’s claim', async () => {
  const { interview, replace } = await captioned()
  const claim = await buildClaim(db(), interview, { words: words(2, 'like that we count them') })
  await replace(CLEAN)
  expect(await claimOf(claim.id)).toMatchObject({ needsAnchor: true, quote: 'like that we count them' })
})

test('a claim does not land where the new transcript gives its words to somebody else who speaks in it', async () => {
  const { interview, replace } = await captioned()
  await replace(CLEAN)
  const turns = await turnsOf(interview.id)
  const claim = await buildClaim(
    db(),
    { id: interview.id, turns: turns.map(({ id }) => id) },
    { words: { turn: 1, from: 5, to: 9 } },
  )
  await replace(
    CLEAN.replace('Bo Marsh: Thank you', 'Ada Quill: Thank you').replace('Ada Quill: Did', 'Bo Marsh: Did'),
  )
  expect(await claimOf(claim.id)).toMatchObject({ needsAnchor: true })
})

test('an approval holds where the words are the same, and goes back to review where they are not', async () => {
  const { interview, replace } = await captioned()
  const same = await buildClaim(db(), interview, {
    words: words(1, 'nine million trees'),
    status: 'approved',
  })
  const other = await buildClaim(db(), interview, {
    words: words(1, 'we planted nine million trees'),
    status: 'approved',
  })
  await replace(CLEAN)
  expect(await claimOf(same.id)).toMatchObject({
    status: 'approved',
    quote: 'nine million trees',
    version: 1,
  })
  expect(await claimOf(other.id)).toMatchObject({
    status: 'inReview',
    quote: 'We planted nine million trees',
    version: 2,
  })
})

test('a transcript that names nobody keeps the speakers of the old one, cut where they change', async () => {
  const { interview, replace } = await captioned()
  await replace(CLEAN)
  await replace(CLEAN.replaceAll(/^[A-Z]\w+ [A-Z]\w+: /gm, ''))
  const turns = await turnsOf(interview.id)
  expect(turns.map(({ participant }) => participant?.name)).toEqual([
    'Ada Quill',
    'Bo Marsh',
    'Ada Quill',
    'Bo Marsh',
  ])
  expect(turns.at(-1)?.text).toBe('We count them every single spring!')
})

test('undo gives back the exact transcript, its file and every claim', async () => {
  const { actor, interview, replace } = await captioned()
  await buildClaim(db(), interview, { words: words(1, 'we planted nine million trees') })
  await buildClaim(db(), interview, { words: words(2, 'like that we count them') })
  const note = await db().backgroundNote.create({
    data: {
      interviewId: interview.id,
      turnId: interview.turns[1] ?? '',
      title: 'Trees',
      body: 'How they are counted.',
    },
  })
  const everything = async () => ({
    turns: await db().turn.findMany({
      where: { transcript: { interviewId: interview.id } },
      orderBy: { position: 'asc' },
      omit: { revision: true, version: true },
    }),
    claims: await db().claim.findMany({
      where: { interviewId: interview.id },
      orderBy: { number: 'asc' },
      omit: { revision: true, version: true, updatedAt: true },
    }),
    transcript: await db().transcript.findUniqueOrThrow({ where: { interviewId: interview.id } }),
    participants: await db().participant.findMany({ where: { interviewId: interview.id } }),
    note: await db().backgroundNote.findUniqueOrThrow({ where: { id: note.id } }),
  })
  const before = await everything()
  const stepId = await replace(CLEAN)
  const moved = await db().backgroundNote.findUniqueOrThrow({ where: { id: note.id } })
  expect(moved.turnId).toBe((await turnsOf(interview.id))[1]?.id)
  await undoStep(actor, { interviewId: interview.id, stepId: randomUUID(), undoes: stepId })
  expect(await everything()).toEqual(before)
})

test('what a colleague did since the preview is never passed over: nothing is replaced, and the new preview is shown', async () => {
  const { actor, interview } = await captioned()
  const sent = fileOf(CLEAN)
  const { outcome, speakers } = await previewReplacement(actor, interview.id, sent, null)
  const claim = await buildClaim(db(), interview, { words: words(1, 'nine million trees') })
  const again = { interviewId: interview.id, stepId: randomUUID(), outcome, speakers }
  const refusal = await replaceTranscript(actor, sent, again).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(Conflict)
  expect(refusal).toMatchObject({ current: { claims: [{ id: claim.id, why: null }] } })
  expect(await turnsOf(interview.id)).toHaveLength(3)

  const fresh = await previewReplacement(actor, interview.id, sent, null)
  await correctTranscript(actor, {
    interviewId: interview.id,
    stepId: randomUUID(),
    step: { kind: 'words', turnId: interview.turns[0], seen: CAPTIONS[0], text: `${CAPTIONS[0]} too` },
  })
  await expect(replaceTranscript(actor, sent, { ...again, outcome: fresh.outcome })).rejects.toThrow(Conflict)
})

test('where a check is shared that must be agreed again, the other desk hears of it', async () => {
  const { actor, interview } = await captioned()
  const root = await buildClaim(db(), interview, { words: words(1, 'thank you for having me') })
  const elsewhere = await buildClaim(db(), await buildInterview(db()))
  await linkRepeat(actor, { claimId: elsewhere.id, toClaimId: root.id })
  const stood = await db().claim.findUniqueOrThrow({ where: { id: elsewhere.id } })
  const sent = fileOf(CLEAN)
  const { outcome, speakers } = await previewReplacement(actor, interview.id, sent, null)
  await replaceTranscript(actor, sent, { interviewId: interview.id, stepId: randomUUID(), outcome, speakers })
  expect(await db().claim.findUniqueOrThrow({ where: { id: root.id } })).toMatchObject({
    quote: 'Thank you for having me.',
  })
  const stands = await db().claim.findUniqueOrThrow({ where: { id: elsewhere.id } })
  expect(stands.revision).toBeGreaterThan(stood.revision)
})

test('sent twice it is done once, and the same file is recognised afterwards', async () => {
  const { actor, interview } = await captioned()
  const sent = fileOf(CLEAN)
  const { outcome, speakers } = await previewReplacement(actor, interview.id, sent, null)
  const input = { interviewId: interview.id, stepId: randomUUID(), outcome, speakers }
  await replaceTranscript(actor, sent, input)
  await replaceTranscript(actor, sent, input)
  expect(await db().transcriptStep.count({ where: { interviewId: interview.id } })).toBe(1)
  const again = await previewReplacement(actor, interview.id, sent, null)
  expect(again.sameFile).toBe(true)
  expect(again.speakers.every(({ participantId }) => participantId !== null)).toBe(true)
})

test('a file without words replaces nothing and says why', async () => {
  const { actor, interview } = await captioned()
  const sent = fileOf('   ')
  const seen = await previewReplacement(actor, interview.id, sent, null)
  expect(seen.loadable).toBe(false)
  const input = { interviewId: interview.id, stepId: randomUUID(), outcome: 'none', speakers: [] }
  await expect(replaceTranscript(actor, sent, input)).rejects.toThrow(Invalid)
})

describe('a background note', () => {
  test('whose turn has no word left stops the replacement', async () => {
    const { interview, preview, replace } = await captioned()
    await db().backgroundNote.create({
      data: { interviewId: interview.id, turnId: interview.turns[2] ?? '', title: 'Counting', body: 'How.' },
    })
    const without = CLEAN.slice(0, CLEAN.indexOf('Ada Quill: Did'))
    expect((await preview(without)).homelessNotes).toEqual(['Counting'])
    await expect(replace(without)).rejects.toThrow(Invalid)
  })
})
