// Longer than most files: everything that publishing asks, refuses and tells, in one place.
import { beforeAll, describe, expect, test } from 'vitest'
import { moveClaim } from '@/claims/move-claim'
import { reviseClaim } from '@/claims/revise-claim'
import type { Actor } from '@/newsroom/roles'
import { moveClock } from '@/platform/clock'
import { db } from '@/platform/db'
import { Conflict, Forbidden, Invalid, NotFound } from '@/platform/errors'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'
import { approveBuilt, buildPublished, publishBuilt } from '@/prisma/factories/publication'
import { publishView } from '@/publishing/desk-queries'
import { publishInterview } from '@/publishing/publish-interview'
import { currentPublication } from '@/publishing/queries'
import { takeDown } from '@/publishing/take-down'

let reporter: Actor
let editor: Actor
beforeAll(async () => {
  reporter = await buildMember(db())
  editor = await buildMember(db(), { role: 'editor' })
})

/** An interview with one approved claim, ready for its first publication. */
async function ready(over: { embargoUntil?: Date } = {}) {
  const interview = await buildInterview(db())
  const claim = await buildClaim(db(), interview, { writers: [reporter.id] })
  await approveBuilt(editor, claim.id)
  if (over.embargoUntil) await db().interview.update({ where: { id: interview.id }, data: over })
  return { interview, claim }
}

async function page(slug: string) {
  const found = await currentPublication(slug)
  if (found?.snapshot.kind !== 'page') throw new Error('There is no page at this address.')
  return found.snapshot
}

const numbersOf = async (interviewId: string) =>
  (await db().publication.findMany({ where: { interviewId }, orderBy: { number: 'asc' } })).map(
    (row) => row.number,
  )

async function refusedPublishing(
  interviewId: string,
  refusal: new (...args: never[]) => Error,
  actor = editor,
) {
  const before = await numbersOf(interviewId)
  await expect(publishBuilt(actor, interviewId)).rejects.toThrow(refusal)
  expect(await numbersOf(interviewId)).toEqual(before)
  const published = { interviewId, action: 'interview.published' }
  expect(await db().auditEntry.count({ where: published })).toBe(before.length)
}

async function revise(claimId: string, to: { explanation?: string; verdictKey?: string }) {
  const { explanation, verdictKey } = await db().claim.findUniqueOrThrow({ where: { id: claimId } })
  const changes = {
    ...(to.explanation ? { explanation: { from: explanation, to: to.explanation } } : {}),
    ...(to.verdictKey ? { verdictKey: { from: verdictKey, to: to.verdictKey } } : {}),
  }
  await reviseClaim(editor, { claimId, changes })
}

describe('the first publication', () => {
  test('is stored whole with its audit row, and is what the address answers', async () => {
    const { interview } = await ready()
    expect(await publishBuilt(editor, interview.id)).toEqual({ slug: interview.slug, number: 1 })
    const snapshot = await page(interview.slug)
    expect(snapshot.claims).toMatchObject([{ number: 1, place: { firstTurn: 1, firstWord: 0, lastWord: 4 } }])
    const [entry, ...others] = await db().auditEntry.findMany({
      where: { interviewId: interview.id, action: 'interview.published' },
    })
    expect(others).toEqual([])
    const stored = await db().publication.findFirstOrThrow({ where: { interviewId: interview.id } })
    expect(entry).toMatchObject({
      actorId: editor.id,
      after: { number: 1, snapshotHash: stored.snapshotHash, claims: [1] },
    })
    expect(stored).toMatchObject({ kind: 'first', publishedById: editor.id })
  })

  test('tells no change, for there is nothing that readers knew', async () => {
    const { interview } = await ready()
    const early = publishBuilt(editor, interview.id, [{ kind: 'update', note: 'N', claimNumber: null }])
    await expect(early).rejects.toThrow(Invalid)
  })
})

describe('nothing is published', () => {
  test('by a reporter', async () => {
    const { interview } = await ready()
    await refusedPublishing(interview.id, Forbidden, reporter)
  })

  test('that changed since the publisher looked', async () => {
    const { interview, claim } = await ready()
    const { revision } = await publishView(editor, interview.id)
    await moveClaim(editor, { claimId: claim.id, from: 'approved', to: 'held' })
    await expect(
      publishInterview(editor, { interviewId: interview.id, revision, changes: [] }),
    ).rejects.toThrow(Conflict)
    expect(await numbersOf(interview.id)).toEqual([])
  })

  test('before its embargo ends, and then it is', async () => {
    const { interview } = await ready({ embargoUntil: new Date(Date.now() + 60_000) })
    await refusedPublishing(interview.id, Invalid)
    const back = moveClock(120_000)
    try {
      expect(await publishBuilt(editor, interview.id)).toMatchObject({ number: 1 })
    } finally {
      back()
    }
  })

  test('without an approved claim', async () => {
    const interview = await buildInterview(db())
    await buildClaim(db(), interview, { writers: [reporter.id] })
    await refusedPublishing(interview.id, Invalid)
  })

  test('whose quote no longer stands', async () => {
    const { interview } = await ready()
    const text = 'We planted five million trees last year.'
    await db().turn.update({ where: { id: interview.turns[1] }, data: { text } })
    await refusedPublishing(interview.id, Invalid)
  })

  test('that readers know already', async () => {
    const { interview } = await buildPublished()
    await refusedPublishing(interview.id, Invalid)
    await expect(publishBuilt(editor, interview.id)).rejects.toThrow('Nothing has changed')
  })

  test('of an interview that is not there', async () => {
    const missing = { interviewId: crypto.randomUUID(), revision: 0, changes: [] }
    await expect(publishInterview(editor, missing)).rejects.toThrow(NotFound)
  })

  test('twice, when two editors press the button in the same moment', async () => {
    const { interview } = await ready()
    const other = await buildMember(db(), { role: 'editor' })
    const { revision } = await publishView(editor, interview.id)
    const ends = await Promise.allSettled(
      [editor, other].map((actor) =>
        publishInterview(actor, { interviewId: interview.id, revision, changes: [] }),
      ),
    )
    expect(ends.map((end) => end.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await numbersOf(interview.id)).toEqual([1])
  })
})

describe('a change is never silent', () => {
  test('a verdict that turned goes out only with a correction of that claim', async () => {
    const { interview, claims } = await buildPublished()
    const claim = claims[0]
    if (!claim) throw new Error('no claim')
    await revise(claim.id, { verdictKey: 'correct' })
    await approveBuilt(await buildMember(db(), { role: 'editor' }), claim.id)
    await refusedPublishing(interview.id, Invalid)
    const update = publishBuilt(editor, interview.id, [{ kind: 'update', note: 'Changed.', claimNumber: 1 }])
    await expect(update).rejects.toMatchObject({
      fields: { 'changes.claim-1': expect.stringContaining('correction') },
    })

    await publishBuilt(editor, interview.id, [
      { kind: 'correction', wrong: 'We called it false.', note: 'It is correct.', claimNumber: 1 },
    ])
    expect(await page(interview.slug)).toMatchObject({
      number: 2,
      claims: [{ verdict: { key: 'correct' } }],
      changes: [
        {
          kind: 'correction',
          wrong: 'We called it false.',
          note: 'It is correct.',
          claimNumber: 1,
          publication: 2,
        },
      ],
    })
    expect(await db().publicChange.count({ where: { interviewId: interview.id } })).toBe(1)
    expect(
      await db().publication.findFirst({ where: { interviewId: interview.id, number: 2 } }),
    ).toMatchObject({ kind: 'correction' })
  })

  test('a correction says what was wrong, and nothing else does', async () => {
    const { interview } = await buildPublished()
    await db().interview.update({ where: { id: interview.id }, data: { title: 'Another title' } })
    const mute = publishBuilt(editor, interview.id, [
      { kind: 'correction', wrong: ' ', note: 'It is so.', claimNumber: null },
    ])
    await expect(mute).rejects.toMatchObject({ fields: { 'changes.0.wrong': expect.any(String) } })
    await publishBuilt(editor, interview.id, [
      { kind: 'update', wrong: 'Left over from another kind.', note: 'A new title.', claimNumber: null },
    ])
    expect((await page(interview.slug)).changes).toMatchObject([{ kind: 'update', wrong: '' }])
  })

  test('a claim that is dropped goes only with a correction', async () => {
    const { interview, claims } = await buildPublished({
      claims: [{}, { words: { turn: 1, from: 2, to: 6 } }],
    })
    await moveClaim(editor, { claimId: claims[1]?.id, from: 'approved', to: 'dropped' })
    await refusedPublishing(interview.id, Invalid)
    await publishBuilt(editor, interview.id, [
      { kind: 'correction', wrong: 'We had it here.', note: 'Withdrawn.', claimNumber: 2 },
    ])
    expect((await page(interview.slug)).claims.map((claim) => claim.number)).toEqual([1])
  })

  test('a note about a claim that readers never met is refused', async () => {
    const { interview } = await buildPublished()
    await db().interview.update({ where: { id: interview.id }, data: { title: 'Another title' } })
    const stray = publishBuilt(editor, interview.id, [
      { kind: 'correction', wrong: 'What?', note: 'Of what?', claimNumber: 99 },
    ])
    await expect(stray).rejects.toThrow(Invalid)
  })
})

describe('what was not approved stays at the desk', () => {
  test('a claim that is being worked on again keeps showing what readers know', async () => {
    const { interview, claims } = await buildPublished({ claims: [{ explanation: 'As approved.' }] })
    await revise(claims[0]?.id ?? '', { explanation: 'CANARY unapproved', verdictKey: 'correct' })
    await db().interview.update({ where: { id: interview.id }, data: { title: 'Another title' } })
    await publishBuilt(editor, interview.id)
    const snapshot = await page(interview.slug)
    expect(snapshot).toMatchObject({
      number: 2,
      interview: { title: 'Another title' },
      claims: [{ verdict: { key: 'false' }, explanationHtml: '<p>As approved.</p>' }],
    })
    expect(JSON.stringify(snapshot)).not.toContain('CANARY')
  })
})

describe('a page that is taken down', () => {
  test('leaves its notice and nothing of what it said', async () => {
    const { interview, editor: by } = await buildPublished({ claims: [{ explanation: 'CANARY' }] })
    await takeDown(by, { interviewId: interview.id, notice: 'Withdrawn for legal reasons.' })
    const now = await currentPublication(interview.slug)
    expect(now?.snapshot).toEqual({
      v: 1,
      kind: 'takedown',
      number: 2,
      slug: interview.slug,
      notice: 'Withdrawn for legal reasons.',
      takenDownAt: expect.any(String),
      site: { name: 'Claimline', timeZone: 'UTC' },
    })
    const entries = { interviewId: interview.id, action: 'interview.taken-down' }
    expect(await db().auditEntry.count({ where: entries })).toBe(1)
  })

  test('is not taken down twice, nor by a reporter, nor before it was up', async () => {
    const { interview } = await buildPublished()
    const notice = { interviewId: interview.id, notice: 'Gone.' }
    await expect(takeDown(reporter, notice)).rejects.toThrow(Forbidden)
    await takeDown(editor, notice)
    await expect(takeDown(editor, notice)).rejects.toThrow(Forbidden)
    await expect(
      takeDown(editor, { interviewId: (await ready()).interview.id, notice: 'N' }),
    ).rejects.toThrow(Forbidden)
    await expect(takeDown(editor, { ...notice, notice: '  ' })).rejects.toThrow(Invalid)
    expect(await numbersOf(interview.id)).toEqual([1, 2])
  })

  test('comes back under a new number, with its first moment and without a change that readers would miss', async () => {
    const { interview } = await buildPublished()
    const first = await page(interview.slug)
    await takeDown(editor, { interviewId: interview.id, notice: 'For a day.' })
    await publishBuilt(editor, interview.id)
    expect(await page(interview.slug)).toMatchObject({
      number: 3,
      firstPublishedAt: first.firstPublishedAt,
      claims: first.claims,
    })
    expect(await numbersOf(interview.id)).toEqual([1, 2, 3])
  })

  test('does not come back with another verdict unless readers are told', async () => {
    const { interview, claims } = await buildPublished()
    await takeDown(editor, { interviewId: interview.id, notice: 'For a day.' })
    await revise(claims[0]?.id ?? '', { verdictKey: 'correct' })
    await approveBuilt(await buildMember(db(), { role: 'editor' }), claims[0]?.id ?? '')
    await expect(publishBuilt(editor, interview.id)).rejects.toThrow(Invalid)
  })
})

test('a claim’s number is never given again, also when the claim before it was dropped', async () => {
  const { interview, claims } = await buildPublished({ claims: [{}, { words: { turn: 1, from: 2, to: 6 } }] })
  await moveClaim(editor, { claimId: claims[1]?.id, from: 'approved', to: 'dropped' })
  const next = await buildClaim(db(), interview, {
    words: { turn: 2, from: 0, to: 1 },
    writers: [reporter.id],
  })
  expect(next.number).toBe(3)
})

test('older publications stay as they were when a new one comes', async () => {
  const { interview } = await buildPublished()
  const all = () => db().publication.findMany({ where: { interviewId: interview.id, number: 1 } })
  const before = await all()
  await db().interview.update({ where: { id: interview.id }, data: { title: 'Another title' } })
  await publishBuilt(editor, interview.id)
  expect(await all()).toEqual(before)
})
