import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { claimView } from '@/claims/queries'
import { reanchorClaim } from '@/claims/reanchor-claim'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildSpoken, everything, SPOKEN, text, words } from '@/prisma/factories/correction'
import { historyPage } from '@/transcripts/correction-queries'

describe('a step', () => {
  test('that is sent again is done once, and answers the same', async () => {
    const { interview, second, correct, undo } = await buildSpoken()
    const stepId = randomUUID()
    const once = await correct(words(second, text(1), 'We planted ten.'), stepId)
    const before = await everything(interview.id)
    const twice = await correct(words(second, text(1), 'We planted ten.'), stepId)
    expect(twice).toEqual(once)
    expect(await everything(interview.id)).toEqual(before)
    const back = randomUUID()
    expect(await undo(stepId, back)).toEqual(await undo(stepId, back))
    expect(await db().transcriptStep.count({ where: { interviewId: interview.id } })).toBe(2)
    const other = await buildSpoken()
    await expect(other.correct(words(other.second, text(1), 'We.'), stepId)).rejects.toMatchObject({
      kind: 'conflict',
    })
  })

  test('is not taken back from under a later one, nor twice; taking back the undo does it again', async () => {
    const { actor, interview, second, third, correct, undo } = await buildSpoken()
    const first = await correct(words(second, text(1), 'We planted ten.'))
    const elsewhere = await correct(words(third, text(2), 'Who counted?'))
    const later = await correct(words(second, 'We planted ten.', 'We planted ten trees.'))
    await expect(undo(first.step.id)).rejects.toThrow(/changed again since/)
    const page = await historyPage(actor, interview.id, null)
    expect(page.steps.map(({ number, undo: { allowed } }) => [number, allowed])).toEqual([
      [3, true],
      [2, true],
      [1, false],
    ])
    await undo(elsewhere.step.id)
    const back = await undo(later.step.id)
    await expect(undo(later.step.id)).rejects.toThrow(/taken back already/)
    const redone = await undo(back.step.id)
    expect(redone.turns.changed[0]?.text).toBe('We planted ten trees.')
    expect(redone.step).toMatchObject({ kind: 'undo', undoes: 5, number: 6 })
    expect(redone.step.summary).toMatch(/^Did again: (?!Took|Did)/)
    const again = await undo(redone.step.id)
    expect(again.step.summary).toBe(back.step.summary)
    expect(again.step.summary).toMatch(/^Took back: (?!Took|Did)/)
    await undo(first.step.id)
    expect((await everything(interview.id)).turns.map((turn) => turn.text)).toEqual(
      SPOKEN.map((turn) => turn.text),
    )
    const { steps } = await historyPage(actor, interview.id, 3)
    expect(steps.map(({ number, undone }) => [number, undone])).toEqual([
      [2, true],
      [1, true],
    ])
  })

  test('stands in the audit trail with whoever did it, and so does each claim that lost its words', async () => {
    const { actor, interview, second, correct, undo } = await buildSpoken()
    const claim = await buildClaim(db(), interview, { words: { turn: 1, from: 2, to: 4 } })
    const { step } = await correct(words(second, text(1), 'We planted ten.'))
    await undo(step.id)
    const entries = await db().auditEntry.findMany({
      where: { interviewId: interview.id },
      orderBy: { id: 'asc' },
    })
    expect(entries.map(({ action, actorId, claimId }) => [action, actorId, claimId])).toEqual([
      ['transcript.corrected', actor.id, null],
      ['claim.lost-its-words', actor.id, claim.id],
      ['transcript.step-undone', actor.id, null],
      ['claim.found-its-words', actor.id, claim.id],
    ])
  })

  test('taken back leaves a claim alone that a person has placed since', async () => {
    const { actor, interview, second, third, correct, undo } = await buildSpoken()
    const claim = await buildClaim(db(), interview, {
      words: { turn: 1, from: 2, to: 4 },
      writers: [actor.id],
    })
    const { step } = await correct(words(second, text(1), 'We planted ten.'))
    const selection = { firstTurnId: third, firstWord: 0, lastTurnId: third, lastWord: 1 }
    await reanchorClaim(actor, { claimId: claim.id, version: 1, selection })
    await undo(step.id)
    expect(await claimView(actor, claim.id)).toMatchObject({
      anchor: selection,
      quote: 'Who counted',
      needsAnchor: false,
    })
  })
})
