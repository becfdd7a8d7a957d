import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { approveClaim } from '@/claims/approve-claim'
import { correctTranscript } from '@/claims/correct-transcript'
import { claimView } from '@/claims/queries'
import { undoStep } from '@/claims/undo-step'
import { db } from '@/platform/db'
import { SPOKEN, text, words } from '@/prisma/factories/correction'
import { buildPublished, publishBuilt } from '@/prisma/factories/publication'
import { pageSnapshotSchema } from '@/publishing/snapshot-schema'
import type { Step } from '@/transcripts/correction-schema'

test('readers go on seeing what was published while a claim waits, and then the same words at their new place', async () => {
  const { interview, claims, editor } = await buildPublished({
    interview: { turns: SPOKEN },
    claims: [{ words: { turn: 1, from: 2, to: 4 } }],
  })
  const [, second = ''] = interview.turns
  const correct = (step: Step) =>
    correctTranscript(editor, { interviewId: interview.id, stepId: randomUUID(), step })
  const page = () =>
    db().publication.findFirstOrThrow({ where: { interviewId: interview.id }, orderBy: { number: 'desc' } })
  const before = await page()
  const touched = await correct(words(second, text(1), 'We planted nine or ten million trees.'))
  expect(await claimView(editor, claims[0]?.id ?? '')).toMatchObject({
    needsAnchor: true,
    status: 'approved',
    approval: { current: false },
  })
  await expect(publishBuilt(editor, interview.id)).rejects.toThrow('Claim 1 waits')
  const { version } = await db().claim.findUniqueOrThrow({ where: { id: claims[0]?.id ?? '' } })
  await expect(approveClaim(editor, { claimId: claims[0]?.id ?? '', version })).rejects.toThrow()
  expect(await page()).toEqual(before)

  await undoStep(editor, { interviewId: interview.id, stepId: randomUUID(), undoes: touched })
  await correct({ kind: 'shift', byMs: 10_000 })
  await correct({ kind: 'split', turnId: second, seen: text(1), beforeWord: 4, newTurnId: randomUUID() })
  await publishBuilt(editor, interview.id)
  const after = pageSnapshotSchema.parse((await page()).snapshot)
  expect(after).toMatchObject({ number: 2, turns: { length: 5 } })
  expect(after.claims).toMatchObject([
    {
      quote: 'nine million\ntrees',
      startMs: 12_700,
      endMs: 13_800,
      place: { firstTurn: 1, firstWord: 2, lastTurn: 2, lastWord: 0 },
    },
  ])
  expect((await db().publication.findFirstOrThrow({ where: { id: before.id } })).snapshot).toEqual(
    before.snapshot,
  )
})
