import { readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { countWords, normaliseText } from '@/transcripts/words'
import { mp3Length } from './mp3-length'
import { loadSampleFiles, placeOfQuote } from './sample'
import { evidenceSchema, interviewSchema, replySchema, verdictKeySchema } from './schema'

const { interview, claims, background, changes, recordingPath, picturePath } = loadSampleFiles()
const published = claims.filter((claim) => claim.status === 'approved')
const evidence = claims.flatMap((claim) => claim.evidence)
const partSchema = interviewSchema.shape.participants.element.shape.part

/** Every value of an enumeration is used at least once, and nothing else is. */
function expectAll(used: Iterable<string | null>, all: readonly string[]) {
  expect([...new Set(used)].sort()).toEqual([...all].sort())
}

describe('the words and their times', () => {
  test('every word has one start and one end', () => {
    for (const turn of interview.turns) {
      expect(turn.text).toBe(normaliseText(turn.text))
      expect(turn.wordStarts).toHaveLength(countWords(turn.text))
      expect(turn.wordEnds).toHaveLength(countWords(turn.text))
    }
  })

  test('no word begins before the one before it has ended, over the whole interview', () => {
    const starts = interview.turns.flatMap((turn) => turn.wordStarts)
    const ends = interview.turns.flatMap((turn) => turn.wordEnds)
    for (const [index, start] of starts.entries()) {
      expect(start).toBeGreaterThanOrEqual(ends[index - 1] ?? 0)
      expect(ends[index]).toBeGreaterThan(start)
    }
    expect(ends.at(-1)).toBeLessThanOrEqual(interview.recording.durationMs)
  })

  test('the recording is as long as the interview says, to the millisecond, and small enough to keep', () => {
    const { samples, rate } = mp3Length(readFileSync(recordingPath))
    expect(Math.abs((samples * 1000) / rate - interview.recording.durationMs)).toBeLessThan(1)
    expect(interview.recording.durationMs).toBeGreaterThan(180_000)
    expect(interview.recording.durationMs).toBeLessThan(225_000)
    expect(statSync(recordingPath).size).toBeLessThan(1_500_000)
  })

  test('the foghorn sounds when the note on it says it does, between the two halves of the sentence', () => {
    const claim = claims.find((one) => typeof one.turn === 'object' && one.turn !== null)
    expect(claim?.explanation).toContain('1 minute 21 seconds')
    expect(interview.turns[6]?.wordEnds.at(-1)).toBeLessThan(82_000)
    expect(interview.turns[7]?.wordStarts[0]).toBeGreaterThan(83_000)
  })
})

describe('the claims', () => {
  test('each quote stands exactly once, as whole words, in a turn of the one who made the claim', () => {
    for (const claim of claims) {
      const place = placeOfQuote(interview, claim)
      if (!place) {
        expect(claim.origin).toBe('elsewhere')
        expect(claim.appearance).not.toBeNull()
        continue
      }
      const turns = interview.turns.slice(place.fromTurn, place.toTurn + 1)
      for (const turn of turns) expect(turn.speaker).toBe(claim.speaker)
      expect(place.startMs).toBeLessThan(place.endMs)
    }
  })

  test('the desk has agreed a verdict on every claim that readers see, explained in 60 to 140 words', () => {
    expect(published).toHaveLength(8)
    for (const claim of published) {
      expect(claim.verdict).not.toBeNull()
      expect(claim.evidence.length).toBeGreaterThan(0)
    }
    const texts = [
      ...claims.map((claim) => claim.explanation),
      ...changes.map((change) => change.after.explanation ?? ''),
    ]
    for (const text of texts) {
      expect(countWords(text)).toBeGreaterThanOrEqual(60)
      expect(countWords(text)).toBeLessThanOrEqual(140)
    }
  })

  test('two claims share words, and one runs over two turns', () => {
    const places = claims.flatMap((claim) => placeOfQuote(interview, claim) ?? [])
    const overlaps = places.flatMap((one, index) =>
      places.slice(index + 1).filter((other) => one.startMs < other.endMs && other.startMs < one.endMs),
    )
    expect(overlaps).toHaveLength(1)
    expect(places.filter((place) => place.fromTurn !== place.toTurn)).toHaveLength(1)
  })

  test('a claim that was challenged names the later turn of somebody else who did so', () => {
    for (const claim of claims) {
      const place = placeOfQuote(interview, claim)
      expect(claim.challengedTurn === null).toBe(claim.challenged === 'unchallenged')
      if (claim.challengedTurn === null) continue
      expect(claim.challengedTurn).toBeGreaterThan(place?.toTurn ?? Number.POSITIVE_INFINITY)
      expect(interview.turns[claim.challengedTurn]?.speaker).not.toBe(claim.speaker)
    }
  })

  test('experts disagree on the disputed claim, one from the data and one from opinion', () => {
    const experts = published
      .find((claim) => claim.verdict === 'disputed')
      ?.evidence.flatMap((item) => (item.expert ? [`${item.stance} ${item.expert.basis}`] : []))
    expect(experts).toEqual(['disputes sawData', 'supports opinion'])
    const names = interview.persons.map((person) => person.name)
    for (const item of evidence) {
      expect(item.kind === 'expert').toBe(item.expert !== undefined)
      if (item.expert) expect(names).toContain(item.expert.name)
    }
  })

  test('a reply has an answer and a time exactly where somebody answered', () => {
    for (const reply of claims.flatMap((claim) => claim.replies)) {
      const answered = reply.outcome === 'replied' || reply.outcome === 'declined'
      expect(reply.answer !== null).toBe(answered)
      expect(reply.answeredAt !== null).toBe(answered)
    }
  })
})

describe('the whole', () => {
  test('every part of the model is used', () => {
    expectAll(
      published.map((claim) => claim.verdict),
      verdictKeySchema.options,
    )
    expectAll(
      evidence.map((item) => item.kind),
      evidenceSchema.shape.kind.options,
    )
    expectAll(
      evidence.map((item) => item.stance),
      evidenceSchema.shape.stance.options,
    )
    expectAll(
      claims.flatMap((claim) => claim.replies.map((reply) => reply.outcome)),
      replySchema.shape.outcome.options,
    )
    expectAll(
      claims.map((claim) => claim.challenged),
      ['unchallenged', 'partly', 'challenged'],
    )
    expectAll(
      claims.map((claim) => claim.status),
      ['approved', 'researching', 'dropped'],
    )
    expectAll(
      claims.map((claim) => claim.origin),
      ['interview', 'elsewhere'],
    )
    expectAll(
      interview.participants.map((participant) => participant.part),
      partSchema.options,
    )
    expectAll(
      changes.map((change) => change.kind),
      ['update', 'clarification', 'correction'],
    )
    expect(published.flatMap((claim) => claim.evidence).filter((item) => item.internal)).toHaveLength(1)
    expect(evidence.some((item) => item.primary) && evidence.some((item) => !item.primary)).toBe(true)
  })

  test('every name that is used is a name that is given', () => {
    const participants = interview.participants.map((participant) => participant.key)
    expectAll(
      interview.turns.map((turn) => turn.speaker),
      participants,
    )
    const persons = interview.persons.map((person) => person.key)
    for (const participant of interview.participants)
      if (participant.person) expect(persons).toContain(participant.person)
    for (const note of background) expect(interview.turns[note.turn]).toBeDefined()
  })

  test('a change starts from what was first published and alters it', () => {
    for (const change of changes) {
      const claim = claims[change.claim]
      expect(claim?.status).toBe('approved')
      expect(claim).toMatchObject(change.before)
      expect(Object.keys(change.after)).toEqual(Object.keys(change.before))
      expect(change.after).not.toEqual(change.before)
    }
  })

  test('the picture is there, and light enough for a phone', () => {
    expect(statSync(picturePath).size).toBeLessThan(120_000)
  })
})
