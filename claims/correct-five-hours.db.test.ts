import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { deriveAnchor } from '@/claims/anchor'
import { db } from '@/platform/db'
import { selectWords } from '@/prisma/factories/claim'
import { buildSpoken, everything } from '@/prisma/factories/correction'
import { recountTranscript } from '@/transcripts/correction-store'
import { saveTurns } from '@/transcripts/store'

test('a five-hour interview with a thousand claims is corrected as a whole and in one word, and taken back exactly', async () => {
  const { interview, correct, undo } = await buildSpoken()
  const { id } = await db().transcript.findUniqueOrThrow({ where: { interviewId: interview.id } })
  await db().turn.deleteMany({ where: { transcriptId: id } })
  const spokenTurns = fiveHours()
  await db().$transaction((tx) => saveTurns(tx, id, spokenTurns, () => null))
  const turns = await db().turn.findMany({ where: { transcriptId: id }, orderBy: { position: 'asc' } })
  const ids = turns.map((turn) => turn.id)
  await db().claim.createMany({
    data: Array.from({ length: 1000 }, (_, n) => {
      const at = Math.floor((n * ids.length) / 1000)
      const place = selectWords({ turns: ids }, { turn: at, from: n % 12, to: 4, lastTurn: at + 1 })
      const anchor = deriveAnchor(turns.slice(Math.max(0, at - 1), at + 3), place)
      return {
        id: randomUUID(),
        interviewId: interview.id,
        number: n + 1,
        revision: 1,
        ...place,
        ...anchor,
      }
    }),
  })
  await db().$transaction((tx) => recountTranscript(tx, id))
  const before = await everything(interview.id)
  expect(before.transcript.wordCount).toBe(59_500)
  const shifted = await correct({ kind: 'shift', byMs: 90_000 })
  expect(shifted.turns.changed).toHaveLength(turns.length)
  expect(shifted.claims).toHaveLength(1000)
  expect(shifted.claims.filter((claim) => claim.needsAnchor)).toEqual([])
  for (const claim of shifted.claims)
    expect(claim.startMs).toBe((before.claims[claim.number - 1]?.startMs ?? 0) + 90_000)
  const turn = turns[700]
  const cut = await correct({
    kind: 'split',
    turnId: turn?.id ?? '',
    seen: turn?.text ?? '',
    beforeWord: 3,
    newTurnId: randomUUID(),
  })
  expect(cut.turns.changed).toHaveLength(2)
  await undo(cut.step.id)
  await undo(shifted.step.id)
  expect(await everything(interview.id)).toEqual(before)
})

/** 59,500 words, 1,700 turns. */
function fiveHours() {
  let at = 0
  return Array.from({ length: 1700 }, (_, turn) => {
    const words = Array.from({ length: 35 }, (_, word) => `w${(turn * 31 + word * 7) % 997}`)
    const wordStarts = words.map((_, word) => at + word * 300)
    at += 35 * 300
    return {
      speaker: null,
      text: words.join(' '),
      startMs: wordStarts[0] ?? null,
      endMs: (wordStarts.at(-1) ?? 0) + 250,
      wordStarts,
      wordEnds: wordStarts.map((start) => start + 250),
      wordEstimated: words.map(() => false),
    }
  })
}
