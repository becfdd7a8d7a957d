// Longer than most files: everything that may happen to a plan between its making and its time, each tried.
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { placeOfNotice } from '@/claims/inbox/queries'
import { moveClaim } from '@/claims/move-claim'
import type { Actor } from '@/newsroom/roles'
import { moveClock } from '@/platform/clock'
import { db } from '@/platform/db'
import { Conflict, Forbidden, Invalid } from '@/platform/errors'
import { type Jobs, openJobs } from '@/platform/jobs'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'
import { approveBuilt, buildPublished, publishBuilt } from '@/prisma/factories/publication'
import { publishDue } from '@/publishing/plan/jobs'
import { movePlan, planPublication } from '@/publishing/plan/plan-publication'
import { publishDuePlans, publishPlanNow } from '@/publishing/plan/publish-plan'
import { planView } from '@/publishing/plan/queries'
import { withdrawPlan } from '@/publishing/plan/withdraw-plan'
import { currentPublication } from '@/publishing/queries'
import type { ChangeNote } from '@/publishing/schema'
import { takeDown } from '@/publishing/take-down'
import { editInterview } from '@/transcripts/edit-interview'

const MINUTE = 60_000
let reporter: Actor
let editor: Actor
beforeAll(async () => {
  reporter = await buildMember(db())
  editor = await buildMember(db(), { role: 'editor', name: 'Cay Holm' })
})

const clocks: (() => void)[] = []
afterEach(() => {
  for (const back of clocks.splice(0)) back()
})
/** Moves the clock that decides, as a correction of the database's own would; back at the end of the test. */
const step = (ms: number) => void clocks.push(moveClock(ms))

async function ready() {
  const interview = await buildInterview(db())
  const claim = await buildClaim(db(), interview, { writers: [reporter.id] })
  await approveBuilt(editor, claim.id)
  return { interview, claim }
}

async function plan(
  interviewId: string,
  inMs: number,
  over: { actor?: Actor; insteadOf?: string; changes?: ChangeNote[] } = {},
) {
  const { revision } = await db().interview.findUniqueOrThrow({ where: { id: interviewId } })
  const publishAt = new Date(Date.now() + inMs).toISOString()
  const { actor = editor, insteadOf = null, changes = [] } = over
  return planPublication(actor, { interviewId, revision, changes, publishAt, insteadOf })
}

const stateOf = (id: string) =>
  db().publicationPlan.findUniqueOrThrow({
    where: { id },
    select: { state: true, reason: true, number: true },
  })
const numbersOf = async (interviewId: string) =>
  (await db().publication.findMany({ where: { interviewId }, orderBy: { number: 'asc' } })).map(
    (row) => row.number,
  )
const toldOf = (interviewId: string) =>
  db().notice.findMany({ where: { interviewId, kind: 'planned' }, select: { memberId: true, text: true } })

describe('a planned publication', () => {
  test('is not to be seen before its time, and goes out at it as the editor saw it', async () => {
    const { interview } = await ready()
    const { planId } = await plan(interview.id, MINUTE)
    await publishDuePlans()
    expect(await currentPublication(interview.slug)).toBeNull()
    await db().interview.update({ where: { id: interview.id }, data: { title: 'Written later' } })

    step(MINUTE)
    await publishDuePlans()
    const page = (await currentPublication(interview.slug))?.snapshot
    expect(page).toMatchObject({ number: 1, interview: { title: interview.title }, claims: [{ number: 1 }] })
    expect(await stateOf(planId)).toEqual({ state: 'published', reason: '', number: 1 })
    const row = await db().publication.findFirstOrThrow({ where: { interviewId: interview.id } })
    expect(row).toMatchObject({
      kind: 'first',
      publishedById: editor.id,
      snapshot: {
        publishedAt: row.publishedAt.toISOString(),
        firstPublishedAt: row.publishedAt.toISOString(),
      },
    })
    const trail = await db().auditEntry.findMany({
      where: { interviewId: interview.id, action: 'interview.published' },
    })
    expect(trail).toMatchObject([
      {
        actorId: null,
        actorName: 'Claimline',
        after: { number: 1, plannedBy: 'Cay Holm', snapshotHash: row.snapshotHash },
      },
    ])
    expect(await toldOf(interview.id)).toMatchObject([
      { memberId: editor.id, text: expect.stringContaining('went out') },
    ])
  })

  test('goes out once, however many processes look in the same moment', async () => {
    const { interview } = await ready()
    await plan(interview.id, MINUTE)
    step(2 * MINUTE)
    await Promise.all(Array.from({ length: 6 }, () => publishDuePlans()))
    expect(await numbersOf(interview.id)).toEqual([1])
    expect(
      await db().auditEntry.count({ where: { interviewId: interview.id, action: 'interview.published' } }),
    ).toBe(1)
  })

  test('goes out by the job of two processes within its second', async () => {
    const { interview } = await ready()
    const taking: Jobs[] = []
    for (let one = 0; one < 2; one += 1)
      taking.push(await openJobs(process.env.DATABASE_URL ?? '', [publishDue]))
    const { publishAt } = await plan(interview.id, 1_500)
    for (const jobs of taking)
      await jobs.send(publishDue, {}, { key: publishAt, startAfter: new Date(publishAt) })
    await vi.waitFor(async () => expect(await numbersOf(interview.id)).toEqual([1]), {
      timeout: 30_000,
      interval: 50,
    })
    const { publishedAt } = await db().publication.findFirstOrThrow({ where: { interviewId: interview.id } })
    expect(publishedAt.getTime()).toBeGreaterThanOrEqual(Date.parse(publishAt))
    for (const jobs of taking) await jobs.stop()
  })

  test('that came due while no server ran goes out at the next look', async () => {
    const { interview } = await ready()
    await plan(interview.id, MINUTE)
    step(5 * 60 * MINUTE)
    await publishDuePlans()
    expect(await numbersOf(interview.id)).toEqual([1])
  })

  test('tells readers what was planned to be told, at the moment it goes out', async () => {
    const { interview } = await buildPublished()
    await db().interview.update({ where: { id: interview.id }, data: { title: 'A better headline' } })
    const { revision } = await db().interview.findUniqueOrThrow({ where: { id: interview.id } })
    const publishAt = new Date(Date.now() + MINUTE).toISOString()
    const changes = [{ kind: 'update', note: 'A better headline.', claimNumber: null }]
    await planPublication(editor, { interviewId: interview.id, revision, changes, publishAt })
    step(3 * MINUTE)
    await publishDuePlans()
    const row = await db().publication.findFirstOrThrow({ where: { interviewId: interview.id, number: 2 } })
    const at = row.publishedAt.toISOString()
    expect(row).toMatchObject({
      kind: 'update',
      snapshot: { publishedAt: at, changes: [{ note: 'A better headline.', at, publication: 2 }] },
    })
    expect(await db().publicChange.count({ where: { publicationId: row.id } })).toBe(1)
  })
})

describe('a clock that is set', () => {
  test('back before the time, lets a plan wait; forward over it, lets it go; back again, takes nothing back', async () => {
    const { interview } = await ready()
    const embargoUntil = new Date(Date.now() + MINUTE)
    await db().interview.update({ where: { id: interview.id }, data: { embargoUntil } })
    const { planId } = await plan(interview.id, MINUTE)
    step(-10 * MINUTE)
    await publishDuePlans()
    expect(await numbersOf(interview.id)).toEqual([])
    await expect(publishBuilt(editor, interview.id)).rejects.toThrow('embargo')
    await expect(publishPlanNow(editor, { planId })).rejects.toThrow('embargo')
    step(11 * MINUTE)
    await publishDuePlans()
    expect(await numbersOf(interview.id)).toEqual([1])
    step(-60 * MINUTE)
    await publishDuePlans()
    expect(await currentPublication(interview.slug)).toMatchObject({ snapshot: { kind: 'page', number: 1 } })
    // What comes later follows it, whatever the clock says.
    await db().interview.update({
      where: { id: interview.id },
      data: { embargoUntil: null, title: 'Another headline' },
    })
    await publishBuilt(editor, interview.id)
    expect(await currentPublication(interview.slug)).toMatchObject({ snapshot: { number: 2 } })
  })
})

describe('an embargo', () => {
  test('ends before a plan, or the plan is refused', async () => {
    const { interview } = await ready()
    const embargoUntil = new Date(Date.now() + 10 * MINUTE)
    await db().interview.update({ where: { id: interview.id }, data: { embargoUntil } })
    await expect(plan(interview.id, 9 * MINUTE)).rejects.toMatchObject({
      fields: { publishAt: expect.stringContaining('embargo') },
    })
    const { planId } = await plan(interview.id, 11 * MINUTE)
    const early = { planId, publishAt: new Date(Date.now() + MINUTE).toISOString() }
    await expect(movePlan(editor, early)).rejects.toThrow('embargo')
  })

  test('is not moved behind a plan that waits, and one that was moved there stops it', async () => {
    const { interview } = await ready()
    const { planId } = await plan(interview.id, 10 * MINUTE)
    const later = new Date(Date.now() + 20 * MINUTE)
    const form = {
      interviewId: interview.id,
      version: 1,
      title: 'T',
      slug: interview.slug,
      standfirst: '',
      dateline: '',
      happenedOn: null,
      place: '',
      platform: '',
      language: 'en',
      bylines: [],
      contributors: [],
    }
    await expect(editInterview(editor, { ...form, embargoUntil: later.toISOString() })).rejects.toMatchObject(
      {
        fields: { embargoUntil: expect.stringContaining('planned') },
      },
    )
    await editInterview(editor, { ...form, embargoUntil: new Date(Date.now() + 5 * MINUTE).toISOString() })
    await db().interview.update({ where: { id: interview.id }, data: { embargoUntil: later } })
    step(10 * MINUTE)
    await publishDuePlans()
    expect(await stateOf(planId)).toMatchObject({
      state: 'stopped',
      reason: expect.stringContaining('embargo'),
    })
    expect(await numbersOf(interview.id)).toEqual([])
  })
})

describe('a plan is stopped, and its editors are told why', () => {
  test('at once where something else is published or the page is taken down', async () => {
    const { interview } = await ready()
    const [planned, taken] = [await plan(interview.id, MINUTE), await buildPublished()]
    await publishBuilt(editor, interview.id)
    expect(await stateOf(planned.planId)).toMatchObject({
      state: 'stopped',
      reason: expect.stringContaining('Publication 1'),
    })

    await db().interview.update({ where: { id: taken.interview.id }, data: { title: 'Another headline' } })
    const { planId } = await plan(taken.interview.id, MINUTE)
    await takeDown(editor, { interviewId: taken.interview.id, notice: 'Withdrawn.' })
    expect(await stateOf(planId)).toMatchObject({ state: 'stopped', reason: 'The page was taken down.' })
    expect((await toldOf(taken.interview.id)).map(({ memberId }) => memberId)).toEqual(
      expect.arrayContaining([taken.editor.id]),
    )
    // Nobody is told of what they did themselves.
    expect((await toldOf(taken.interview.id)).map(({ memberId }) => memberId)).not.toContain(editor.id)
    const trail = { interviewId: taken.interview.id, action: 'publication.stopped' }
    expect(await db().auditEntry.count({ where: trail })).toBe(1)
    step(2 * MINUTE)
    await publishDuePlans()
    expect(await currentPublication(taken.interview.slug)).toMatchObject({ snapshot: { kind: 'takedown' } })
  })

  test('at its time where a claim in it was dropped', async () => {
    const { interview, claim } = await ready()
    const other = await buildClaim(db(), interview, {
      words: { turn: 1, from: 5, to: 6 },
      writers: [reporter.id],
    })
    await approveBuilt(editor, other.id)
    const { planId } = await plan(interview.id, MINUTE)
    await moveClaim(editor, { claimId: claim.id, from: 'approved', to: 'dropped' })
    step(MINUTE)
    await publishDuePlans()
    expect(await stateOf(planId)).toEqual({
      state: 'stopped',
      reason: 'Claim 1 was dropped since.',
      number: null,
    })
    expect(await numbersOf(interview.id)).toEqual([])
    expect(await toldOf(interview.id)).toContainEqual({
      memberId: editor.id,
      text: 'It was stopped. Claim 1 was dropped since.',
    })
    const notice = await db().notice.findFirstOrThrow({
      where: { interviewId: interview.id, memberId: editor.id, kind: 'planned' },
    })
    expect(await placeOfNotice(editor.id, notice.id)).toBe(`/desk/interviews/${interview.id}/publish`)
  })

  test('where whoever planned it has left', async () => {
    const { interview } = await ready()
    const leaver = await buildMember(db(), { role: 'editor' })
    const { planId } = await plan(interview.id, MINUTE, { actor: leaver })
    await db().member.update({ where: { id: leaver.id }, data: { deactivatedAt: new Date() } })
    step(MINUTE)
    await publishDuePlans()
    expect(await stateOf(planId)).toMatchObject({ state: 'stopped' })
  })

  test('and one that fails keeps no other waiting', async () => {
    const [broken, sound] = [await ready(), await ready()]
    await plan(sound.interview.id, 2 * MINUTE)
    const unreadable = await db().publicationPlan.create({
      data: {
        interviewId: broken.interview.id,
        publishAt: new Date(),
        revision: 1,
        snapshot: {},
        changes: [],
      },
    })
    step(3 * MINUTE)
    await expect(publishDuePlans()).rejects.toThrow()
    expect(await numbersOf(sound.interview.id)).toEqual([1])
    await db().publicationPlan.update({
      where: { id: unreadable.id },
      data: { state: 'withdrawn', endedAt: new Date() },
    })
  })
})

describe('who plans', () => {
  test('is an editor, looks at what stands there now, and chooses a time to come', async () => {
    const { interview } = await ready()
    await expect(plan(interview.id, MINUTE, { actor: reporter })).rejects.toThrow(Forbidden)
    await expect(plan(interview.id, -1)).rejects.toThrow(Invalid)
    await expect(plan(interview.id, 500 * 24 * 60 * MINUTE)).rejects.toThrow(Invalid)
    const stale = {
      interviewId: interview.id,
      revision: 0,
      publishAt: new Date(Date.now() + MINUTE).toISOString(),
    }
    await expect(planPublication(editor, stale)).rejects.toThrow(Conflict)
    const empty = await buildInterview(db())
    await expect(plan(empty.id, MINUTE)).rejects.toThrow('No claim is approved yet.')
    expect(
      await db().publicationPlan.count({ where: { interviewId: { in: [interview.id, empty.id] } } }),
    ).toBe(0)
  })

  test('finds one plan at a time, moves it, puts another in its place, and takes it back', async () => {
    const { interview } = await ready()
    const first = await plan(interview.id, MINUTE)
    await expect(plan(interview.id, MINUTE)).rejects.toThrow(Conflict)
    const second = await plan(interview.id, 2 * MINUTE, { insteadOf: first.planId })
    await expect(movePlan(editor, { planId: first.planId, publishAt: second.publishAt })).rejects.toThrow(
      Conflict,
    )
    const publishAt = new Date(Date.now() + 5 * MINUTE).toISOString()
    expect(await movePlan(editor, { planId: second.planId, publishAt })).toEqual({
      planId: second.planId,
      publishAt,
    })
    step(3 * MINUTE)
    await publishDuePlans()
    expect(await numbersOf(interview.id)).toEqual([])
    await expect(withdrawPlan(reporter, { planId: second.planId })).rejects.toThrow(Forbidden)
    await withdrawPlan(editor, { planId: second.planId })
    step(10 * MINUTE)
    await publishDuePlans()
    expect(await numbersOf(interview.id)).toEqual([])
    expect([await stateOf(first.planId), await stateOf(second.planId)]).toMatchObject([
      { state: 'withdrawn' },
      { state: 'withdrawn' },
    ])
  })

  test('does not take what was written for readers with it: that stands again until something is published', async () => {
    const { interview } = await buildPublished()
    await db().interview.update({ where: { id: interview.id }, data: { title: 'A better headline' } })
    const note = {
      kind: 'correction',
      wrong: 'It was worse.',
      note: 'It is better.',
      claimNumber: null,
    } as const
    const { planId } = await plan(interview.id, MINUTE, { changes: [note] })
    const notes = async () => (await planView(editor, interview.id)).notes
    expect(await notes()).toEqual([note])
    await withdrawPlan(editor, { planId })
    expect(await notes()).toEqual([note])
    await publishBuilt(editor, interview.id, [note])
    expect(await notes()).toEqual([])
  })

  test('may publish the planned document before its time, once', async () => {
    const { interview } = await ready()
    const { planId } = await plan(interview.id, 60 * MINUTE)
    await db().interview.update({ where: { id: interview.id }, data: { title: 'Written later' } })
    const ends = await Promise.allSettled(
      [editor, await buildMember(db(), { role: 'admin' })].map((actor) => publishPlanNow(actor, { planId })),
    )
    expect(ends.map((end) => end.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await currentPublication(interview.slug)).toMatchObject({
      snapshot: { number: 1, interview: { title: interview.title } },
    })
    expect(await stateOf(planId)).toMatchObject({ state: 'published', number: 1 })
  })
})
