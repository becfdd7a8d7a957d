import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { claimView, deskChanges } from '@/claims/queries'
import { waitingClaims } from '@/claims/waiting-claims'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildSpoken, everything, text, words } from '@/prisma/factories/correction'
import { buildMember } from '@/prisma/factories/member'
import { historyPage } from '@/transcripts/correction-queries'
import type { Step } from '@/transcripts/correction-schema'

describe('a correction', () => {
  test('of a word before it moves a claim along, and its quote and seconds stay what they were', async () => {
    const { interview, second, correct } = await buildSpoken()
    const claim = await buildClaim(db(), interview, { words: { turn: 1, from: 2, to: 4 } })
    const { claims, turns, step } = await correct(
      words(second, text(1), 'And so we planted nine million trees last year.'),
    )
    expect(claims).toMatchObject([
      {
        id: claim.id,
        version: 1,
        quote: 'nine million trees',
        needsAnchor: false,
        startMs: 2700,
        anchor: { firstTurnId: second, firstWord: 4, lastWord: 6 },
      },
    ])
    expect(turns).toMatchObject({ changed: [{ id: second, afterId: interview.turns[0] }], removed: [] })
    expect(step).toMatchObject({ number: 1, kind: 'words', byMe: true, undo: { allowed: true } })
    expect(step.summary).toBe('Changed “We” to “And so we” in a turn of Bo Marsh')
    const turn = await db().turn.findUniqueOrThrow({ where: { id: second } })
    expect(turn.wordCount).toBe(9)
    expect(turn.wordStarts.slice(3)).toEqual([2300, 2700, 3000, 3400, 3800, 4100])
    expect(turn.wordEstimated).toEqual([true, true, true, false, false, false, false, false, false])
  })

  test('of a quoted word makes the claim wait for a person, and taking it back brings it home', async () => {
    const { interview, second, correct, undo } = await buildSpoken()
    const claim = await buildClaim(db(), interview, { words: { turn: 1, from: 2, to: 4 } })
    const before = await everything(interview.id)
    const { claims, step } = await correct(words(second, text(1), text(1).replace('nine', 'ninety')))
    expect(claims).toMatchObject([{ id: claim.id, needsAnchor: true, quote: 'nine million trees' }])
    expect(await waitingClaims(interview.id)).toMatchObject([
      { claimId: claim.id, quote: 'nine million trees', proposals: [{ quote: 'ninety million trees' }] },
    ])
    const back = await undo(step.id)
    expect(back.claims).toMatchObject([{ id: claim.id, needsAnchor: false, quote: 'nine million trees' }])
    expect(await everything(interview.id)).toEqual(before)
  })

  test('that cuts a turn, or puts two together, keeps claims on their words and takes notes along', async () => {
    const { actor, interview, second, third, last, correct, undo } = await buildSpoken()
    const quote = await buildClaim(db(), interview, { words: { turn: 1, from: 2, to: 4 } })
    const note = { interviewId: interview.id, title: 'T', body: 'B' }
    await db().backgroundNote.create({ data: { ...note, turnId: third } })
    const before = await everything(interview.id)
    const newTurnId = randomUUID()
    const cut = await correct({ kind: 'split', turnId: second, seen: text(1), beforeWord: 3, newTurnId })
    expect(cut.claims).toMatchObject([
      {
        quote: 'nine\nmillion trees',
        needsAnchor: false,
        anchor: { firstTurnId: second, firstWord: 2, lastTurnId: newTurnId, lastWord: 1 },
      },
    ])
    expect(cut.turns.changed.map(({ id, afterId, text }) => [id, afterId, text])).toEqual([
      [second, interview.turns[0], 'We planted nine'],
      [newTurnId, second, 'million trees last year.'],
    ])
    const merged = await correct({ kind: 'merge', turnId: third, seen: text(2) })
    expect(merged.turns.removed).toEqual([third])
    expect(merged.background).toMatchObject([{ turnId: newTurnId }])
    const order = await db().turn.findMany({
      where: { transcript: { interviewId: interview.id } },
      orderBy: { position: 'asc' },
      select: { id: true, position: true },
    })
    expect(order.map(({ position }) => position)).toEqual([0, 1, 2, 3])
    expect(order.map(({ id }) => id)).toEqual([interview.turns[0], second, newTurnId, last])
    expect((await deskChanges(actor, interview.id, 0)).turns.removed).toEqual([third])
    await undo(merged.step.id)
    await undo(cut.step.id)
    expect(await everything(interview.id)).toEqual(before)
    expect((await claimView(actor, quote.id)).quote).toBe('nine million trees')
  })

  test('of all times moves words and claims alike, and back', async () => {
    const { interview, correct, undo } = await buildSpoken()
    await buildClaim(db(), interview, { words: { turn: 1, from: 2, to: 4 } })
    const before = await everything(interview.id)
    const shifted = await correct({ kind: 'shift', byMs: -500 })
    expect(shifted.claims).toMatchObject([{ startMs: 2200, endMs: 3300 }])
    expect(shifted.turns.changed.map(({ startMs }) => startMs)).toEqual([0, 1500, 4500, 6500])
    await correct({ kind: 'stretch', first: { fromMs: 0, toMs: 0 }, last: { fromMs: 1000, toMs: 2000 } })
    expect(
      (await db().transcript.findUniqueOrThrow({ where: { interviewId: interview.id } })).durationMs,
    ).toBe(15_200)
    const { steps } = await historyPage(await buildMember(db()), interview.id, null)
    for (const { id } of steps) await undo(id)
    expect(await everything(interview.id)).toEqual(before)
  })

  test('of a speaker makes who was not there, and taking it back leaves nobody behind', async () => {
    const { interview, third, last, correct, undo } = await buildSpoken()
    const before = await everything(interview.id)
    const speaker = { name: 'Cleo Reed', part: 'guest' } as const
    const given = await correct({ kind: 'speaker', firstTurnId: last, lastTurnId: third, speaker })
    expect(given.turns.changed.map((turn) => turn.speaker)).toEqual(['Cleo Reed', 'Cleo Reed'])
    expect(given.step.summary).toBe('Gave 2 turns to Cleo Reed')
    const back = await undo(given.step.id)
    expect(await everything(interview.id)).toEqual(before)
    await undo(back.step.id)
    const again = await everything(interview.id)
    expect(again.turns.at(-1)?.participantId).toBe(again.participants.at(-1)?.id)
    expect(again.participants.at(-1)?.name).toBe('Cleo Reed')
  })

  test('of a name shows on every turn, and on claims, at once', async () => {
    const { actor, interview, correct, undo } = await buildSpoken()
    const claim = await buildClaim(db(), interview, { words: { turn: 1, from: 2, to: 4 } })
    const before = await everything(interview.id)
    const participantId = interview.participants['Bo Marsh'] ?? ''
    const name = `Beau Marsh ${randomUUID().slice(0, 8)}`
    const { turns, claims, step } = await correct({ kind: 'rename', participantId, seen: 'Bo Marsh', name })
    expect(turns.changed.map((turn) => turn.speaker)).toEqual([name, name])
    expect(claims).toMatchObject([{ id: claim.id, speaker: name }])
    await undo(step.id)
    expect((await claimView(actor, claim.id)).speaker).toBe('Bo Marsh')
    expect(await everything(interview.id)).toEqual(before)
  })

  test('of a turn’s start moves its words, and what is left of a turn without words is nothing', async () => {
    const { interview, second, third, correct, undo } = await buildSpoken()
    const before = await everything(interview.id)
    const timed = await correct({ kind: 'time', turnId: third, seenMs: 5000, startMs: 4600 })
    expect(timed.turns.changed).toMatchObject([{ id: third, startMs: 4600, endMs: 5700 }])
    const gone = await correct(words(second, text(1), ' '))
    expect(gone.turns.removed).toEqual([second])
    expect((await everything(interview.id)).transcript.wordCount).toBe(10)
    await undo(gone.step.id)
    await undo(timed.step.id)
    expect(await everything(interview.id)).toEqual(before)
  })

  test('of a word everywhere is one step', async () => {
    const { interview, second, last, correct, undo } = await buildSpoken()
    const before = await everything(interview.id)
    const at = (turnId: string, turn: number) => {
      const start = text(turn).indexOf('trees')
      return { turnId, seen: text(turn), ranges: [[start, start + 5] as [number, number]] }
    }
    const { turns, step } = await correct({
      kind: 'replace',
      find: 'trees',
      matchCase: true,
      wholeWords: true,
      replacement: 'young trees',
      places: [at(last, 3), at(second, 1)],
    })
    expect(turns.changed.map((turn) => turn.text)).toEqual([
      'We planted nine million young trees last year.',
      'Nobody counts young trees.',
    ])
    expect(step.summary).toBe('Replaced “trees” by “young trees” in 2 places')
    await undo(step.id)
    expect(await everything(interview.id)).toEqual(before)
  })
})

describe('two people at one transcript', () => {
  test('the second is refused with the turn as it stands, and nothing of theirs is saved', async () => {
    const { interview, second, correct } = await buildSpoken()
    const mine = 'We planted nine million trees in March.'
    await correct(words(second, text(1), mine))
    const before = await everything(interview.id)
    for (const step of [
      words(second, text(1), 'We planted none.'),
      { kind: 'split', turnId: second, seen: text(1), beforeWord: 2, newTurnId: randomUUID() },
      { kind: 'merge', turnId: second, seen: text(1) },
      {
        kind: 'replace',
        find: 'We',
        matchCase: true,
        wholeWords: true,
        replacement: 'They',
        places: [{ turnId: second, seen: text(1), ranges: [[0, 2]] }],
      },
      { kind: 'time', turnId: second, seenMs: 1999, startMs: 2500 },
    ] satisfies Step[])
      await expect(correct(step)).rejects.toMatchObject({
        kind: 'conflict',
        current: { id: second, text: mine, speaker: 'Bo Marsh' },
      })
    const participantId = interview.participants['Bo Marsh'] ?? ''
    await expect(
      correct({ kind: 'rename', participantId, seen: 'Bo March', name: 'B. Marsh' }),
    ).rejects.toMatchObject({ kind: 'conflict', current: { name: 'Bo Marsh' } })
    expect(await everything(interview.id)).toEqual(before)
  })

  test('at the same moment, one of two corrections of one turn is done and the other told', async () => {
    const { interview, second, correct } = await buildSpoken()
    const outcomes = await Promise.allSettled([
      correct(words(second, text(1), 'We planted ten.')),
      correct(words(second, text(1), 'We planted two.')),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = outcomes.find((one) => one.status === 'rejected')
    expect(lost?.reason).toMatchObject({ kind: 'conflict', current: { id: second } })
    expect(await db().transcriptStep.count({ where: { interviewId: interview.id } })).toBe(1)
  })

  test('a colleague gets what changed, and a turn that is gone by its id', async () => {
    const { actor, interview, second, third, correct } = await buildSpoken()
    const { revision } = await db().interview.findUniqueOrThrow({ where: { id: interview.id } })
    await correct(words(second, text(1), 'We planted ten.'))
    await correct(words(third, text(2), ''))
    const { turns } = await deskChanges(actor, interview.id, revision)
    expect(turns).toMatchObject({ changed: [{ id: second, text: 'We planted ten.' }], removed: [third] })
    expect((await deskChanges(actor, interview.id, revision + 2)).turns).toEqual({ changed: [], removed: [] })
  })

  test('a turn that is gone, and words nobody may leave out, are refused in a sentence', async () => {
    const { second, correct, interview } = await buildSpoken()
    await correct(words(second, text(1), ''))
    await expect(correct(words(second, text(1), 'We.'))).rejects.toMatchObject({ kind: 'conflict' })
    const [first = '', , third = '', last = ''] = interview.turns
    await correct(words(third, text(2), ''))
    await correct(words(last, text(3), ''))
    await expect(correct(words(first, text(0), ' '))).rejects.toThrow(/only words/)
    await expect(correct({ kind: 'merge', turnId: first, seen: text(0) })).rejects.toThrow(/first turn/)
    await expect(correct(words(first, text(0), ` ${text(0)} `))).rejects.toThrow('That changes nothing.')
  })

  test('a turn with a note beside it is not taken out from under it', async () => {
    const { interview, second, correct } = await buildSpoken()
    await db().backgroundNote.create({
      data: { interviewId: interview.id, turnId: second, title: 'T', body: 'B' },
    })
    const before = await everything(interview.id)
    await expect(correct(words(second, text(1), ''))).rejects.toThrow(/background note/)
    expect(await everything(interview.id)).toEqual(before)
  })
})
