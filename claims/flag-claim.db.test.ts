import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { flagClaim } from '@/claims/flag-claim'
import { flagOutsideClaim } from '@/claims/flag-outside-claim'
import { claimView } from '@/claims/queries'
import { reanchorClaim } from '@/claims/reanchor-claim'
import type { Actor } from '@/newsroom/roles'
import { db } from '@/platform/db'
import { Conflict, Invalid, NotFound, SignedOut } from '@/platform/errors'
import { buildClaim, selectWords } from '@/prisma/factories/claim'
import { buildSpoken, text, words } from '@/prisma/factories/correction'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'

let reporter: Actor
beforeAll(async () => {
  reporter = await buildMember(db())
})

const audit = (interviewId: string) =>
  db().auditEntry.findMany({ where: { interviewId }, orderBy: { id: 'asc' } })
const flags = (interviewId: string) =>
  db().claim.findMany({ where: { interviewId }, orderBy: { number: 'asc' } })

describe('flagging words', () => {
  test('quote, surroundings and seconds come from the stored words, whatever the browser says', async () => {
    const interview = await buildInterview(db())
    const id = await flagClaim(reporter, {
      interviewId: interview.id,
      requestId: randomUUID(),
      selection: selectWords(interview, { turn: 1, from: 2, to: 4 }),
      quote: 'What nobody said',
      startMs: 1,
    })
    expect(await claimView(reporter, id)).toMatchObject({
      number: 1,
      status: 'flagged',
      quote: 'nine million trees',
      prefix: 'Good evening and welcome.\nWe planted',
      startMs: 2700,
      endMs: 3900,
      speaker: 'Bo Marsh',
      createdBy: { id: reporter.id },
      contributors: [{ id: reporter.id }],
    })
    expect(await audit(interview.id)).toMatchObject([
      { action: 'claim.flagged', actorId: reporter.id, claimId: id, after: { quote: 'nine million trees' } },
    ])
  })

  test('the same request sent twice flags once, also at the same moment', async () => {
    const interview = await buildInterview(db())
    const request = {
      interviewId: interview.id,
      requestId: randomUUID(),
      selection: selectWords(interview, { turn: 1, from: 0, to: 1 }),
    }
    const ids = await Promise.all([1, 2, 3].map(() => flagClaim(reporter, request)))
    expect(ids).toEqual([request.requestId, request.requestId, request.requestId])
    expect(await flags(interview.id)).toHaveLength(1)
    expect((await audit(interview.id)).filter((entry) => entry.action === 'claim.flagged')).toHaveLength(1)
  })

  test('a request of another interview is not taken for this one', async () => {
    const [one, other] = [await buildInterview(db()), await buildInterview(db())]
    const requestId = randomUUID()
    const words = { turn: 1, from: 0, to: 1 }
    await flagClaim(reporter, { interviewId: one.id, requestId, selection: selectWords(one, words) })
    const again = { interviewId: other.id, requestId, selection: selectWords(other, words) }
    await expect(flagClaim(reporter, again)).rejects.toThrow(Conflict)
    const outside = { interviewId: other.id, requestId, quote: 'Q', claimant: 'C', appearance: APPEARANCE }
    await expect(flagOutsideClaim(reporter, outside)).rejects.toThrow(Conflict)
    expect(await audit(other.id)).toEqual([])
  })

  test('many flags at once get a number each, without a gap', async () => {
    const interview = await buildInterview(db())
    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        flagClaim(reporter, {
          interviewId: interview.id,
          requestId: randomUUID(),
          selection: selectWords(interview, { turn: 1, from: index % 7, to: 6 }),
        }),
      ),
    )
    expect((await flags(interview.id)).map((claim) => claim.number)).toEqual(
      Array.from({ length: 12 }, (_, n) => n + 1),
    )
  })

  test('words that are not there are refused, and nothing is left behind', async () => {
    const [interview, other] = [await buildInterview(db()), await buildInterview(db())]
    const before = await db().interview.findUniqueOrThrow({ where: { id: interview.id } })
    const flag = (selection: unknown) =>
      flagClaim(reporter, { interviewId: interview.id, requestId: randomUUID(), selection })
    await expect(flag(selectWords(interview, { turn: 1, from: 0, to: 7 }))).rejects.toThrow(Invalid)
    await expect(flag(selectWords(interview, { turn: 1, from: 3, to: 2 }))).rejects.toThrow(Invalid)
    await expect(flag(selectWords(other, { turn: 1, from: 0, to: 1 }))).rejects.toThrow(Invalid)
    await expect(flag({ firstTurnId: 'x' })).rejects.toThrow(Invalid)
    await expect(flagClaim(null, {})).rejects.toThrow(SignedOut)
    expect(await flags(interview.id)).toEqual([])
    expect(await audit(interview.id)).toEqual([])
    expect(await db().interview.findUniqueOrThrow({ where: { id: interview.id } })).toEqual(before)
  })

  test('an interview that is not there is not found', async () => {
    const interview = await buildInterview(db())
    const selection = selectWords(interview, { turn: 1, from: 0, to: 1 })
    const lost = flagClaim(reporter, { interviewId: randomUUID(), requestId: randomUUID(), selection })
    await expect(lost).rejects.toThrow(NotFound)
  })

  test('two claims may stand on overlapping words, across turns', async () => {
    const interview = await buildInterview(db())
    for (const words of [
      { turn: 1, from: 4, to: 1, lastTurn: 2 },
      { turn: 1, from: 2, to: 5 },
    ])
      await flagClaim(reporter, {
        interviewId: interview.id,
        requestId: randomUUID(),
        selection: selectWords(interview, words),
      })
    expect((await flags(interview.id)).map((claim) => claim.quote)).toEqual([
      'trees last year.\nDid you?',
      'nine million trees last',
    ])
  })
})

const APPEARANCE = { kind: 'post', title: 'A post', url: 'https://posts.example/1', on: '2026-03-01' }

describe('flagging what was said elsewhere', () => {
  test('keeps where it was said, and stands on no words of the interview', async () => {
    const interview = await buildInterview(db())
    const request = {
      interviewId: interview.id,
      requestId: randomUUID(),
      quote: 'A massive attack.',
      claimant: 'Bo Marsh the Elder',
      appearance: APPEARANCE,
    }
    await flagOutsideClaim(reporter, request)
    const id = await flagOutsideClaim(reporter, request)
    expect(await claimView(reporter, id)).toMatchObject({
      origin: 'elsewhere',
      anchor: null,
      speaker: 'Bo Marsh the Elder',
      appearance: APPEARANCE,
    })
    expect(await flags(interview.id)).toHaveLength(1)
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', '//x.example', 'x.example'])(
    'an address like %s is refused',
    async (url) => {
      const interview = await buildInterview(db())
      const wrong = flagOutsideClaim(reporter, {
        interviewId: interview.id,
        requestId: randomUUID(),
        quote: 'Q',
        claimant: 'C',
        appearance: { ...APPEARANCE, url },
      })
      await expect(wrong).rejects.toMatchObject({
        fields: { 'appearance.url': expect.stringContaining('https://') },
      })
    },
  )
})

test('words that a colleague corrected meanwhile are not flagged unseen, nor is a claim put on them', async () => {
  const { actor, interview, second, correct } = await buildSpoken()
  const selection = selectWords(interview, { turn: 1, from: 2, to: 4 })
  const flag = (seen: string) =>
    flagClaim(actor, { interviewId: interview.id, requestId: randomUUID(), selection, seen })
  const claim = await buildClaim(db(), interview, { words: { turn: 1, from: 0, to: 0 }, writers: [actor.id] })
  await correct(words(second, text(1), 'Well, we planted nine million trees last year.'))
  await expect(flag('nine million trees')).rejects.toMatchObject({ kind: 'conflict' })
  await expect(
    reanchorClaim(actor, { claimId: claim.id, version: 1, selection, seen: 'nine million trees' }),
  ).rejects.toMatchObject({ kind: 'conflict' })
  expect(await db().claim.count({ where: { interviewId: interview.id } })).toBe(1)
  const id = await flag('planted  nine million')
  expect((await db().claim.findUniqueOrThrow({ where: { id } })).quote).toBe('planted nine million')
})
