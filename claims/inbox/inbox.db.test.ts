import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { addComment } from '@/claims/add-comment'
import { tellDeadlines } from '@/claims/inbox/deadlines'
import { markAllRead, markNotices, saveMailNotices, unmarkAllRead } from '@/claims/inbox/mark-notices'
import { inboxPage, placeOfNotice, unreadNotices } from '@/claims/inbox/queries'
import { sweepNotices } from '@/claims/inbox/sweep-notices'
import { reviseClaim } from '@/claims/revise-claim'
import type { Actor } from '@/newsroom/roles'
import { moveClock, now } from '@/platform/clock'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'

let ada: Actor
let bo: Actor
let interviewId = ''
let claimId = ''
const HOUR = 60 * 60_000

beforeEach(async () => {
  ada = await buildMember(db(), { name: 'Ada Quill' })
  bo = await buildMember(db(), { name: `Bo ${randomUUID()}` })
  const interview = await buildInterview(db(), { title: 'An evening' })
  interviewId = interview.id
  claimId = (await buildClaim(db(), interview, { status: 'researching' })).id
})

const inbox = (member: Actor) => inboxPage(member.id, { filter: 'all', after: null })
const sentences = async (member: Actor) => (await inbox(member)).notices.map((notice) => notice.sentence)
/** Notices that only fill an inbox; the key tells them apart. */
const fill = (member: Actor, count: number, at = now()) =>
  db().notice.createMany({
    data: Array.from({ length: count }, (_, number) => ({
      memberId: member.id,
      kind: 'assigned' as const,
      interviewId,
      claimId,
      key: `${randomUUID()}`,
      text: String(number),
      at,
    })),
  })

test('who is given a claim finds it in the inbox, each time anew, and not by their own hand', async () => {
  const assign = (actor: Actor, from: string | null, to: string | null) =>
    reviseClaim(actor, { claimId, changes: { assigneeId: { from, to } } })
  await assign(ada, null, bo.id)
  await assign(ada, bo.id, null)
  await assign(ada, null, bo.id)
  await assign(bo, bo.id, null)
  await assign(bo, null, bo.id)
  expect(await sentences(bo)).toEqual([
    'Ada Quill assigned claim 1 to you',
    'Ada Quill assigned claim 1 to you',
  ])
})

test('a notice leads to the very comment, and to nobody else’s inbox', async () => {
  const requestId = randomUUID()
  await addComment(ada, { interviewId, claimId, requestId, body: `Look, @${bo.name}.` })
  const [notice] = (await inbox(bo)).notices
  expect(notice).toMatchObject({
    sentence: 'Ada Quill named you in the talk about claim 1',
    text: `Look, @${bo.name}.`,
    title: 'An evening',
    read: false,
  })
  const place = `/desk/interviews/${interviewId}?comment=${requestId}#claim-1`
  expect(await placeOfNotice(bo.id, notice?.id ?? '')).toBe(place)
  expect(await placeOfNotice(ada.id, notice?.id ?? '')).toBeNull()
})

describe('pages and marks', () => {
  test('the pages hold every notice once, also where many came at one moment', async () => {
    await fill(bo, 60)
    await fill(bo, 60, new Date(now().getTime() - HOUR))
    const seen: string[] = []
    let after: string | null = null
    do {
      const page = await inboxPage(bo.id, { filter: 'assigned', after })
      seen.push(...page.notices.map((notice) => notice.id))
      after = page.next
    } while (after)
    expect(seen).toHaveLength(120)
    expect(new Set(seen).size).toBe(120)
    expect((await inboxPage(bo.id, { filter: 'handedBack', after: null })).notices).toEqual([])
    expect((await inboxPage(bo.id, { filter: 'all', after: 'nonsense' })).notices).toHaveLength(50)
  })

  test('one marks what is one’s own and nothing else', async () => {
    await fill(bo, 2)
    const [first] = (await inbox(bo)).notices
    await markNotices(ada, { ids: [first?.id], read: true })
    expect(await unreadNotices(bo.id)).toBe(2)
    await markNotices(bo, { ids: [first?.id], read: true })
    expect((await inboxPage(bo.id, { filter: 'unread', after: null })).notices).toHaveLength(1)
    await markNotices(bo, { ids: [first?.id], read: false })
    expect(await unreadNotices(bo.id)).toBe(2)
  })

  test('marking all is taken back exactly: what was read before stays read', async () => {
    await fill(bo, 3)
    const [first] = (await inbox(bo)).notices
    await markNotices(bo, { ids: [first?.id], read: true })
    const back = moveClock(1_000)
    const { at, count } = await markAllRead(bo)
    back()
    expect([count, await unreadNotices(bo.id)]).toEqual([2, 0])
    await unmarkAllRead(ada, { at })
    expect(await unreadNotices(bo.id)).toBe(0)
    await unmarkAllRead(bo, { at })
    expect(await unreadNotices(bo.id)).toBe(2)
  })

  test('what was read a season ago is forgotten, what was not read stays for a year', async () => {
    await fill(bo, 2)
    const [first] = (await inbox(bo)).notices
    await markNotices(bo, { ids: [first?.id], read: true })
    const season = moveClock(91 * 24 * HOUR)
    await sweepNotices()
    expect((await inbox(bo)).notices).toHaveLength(1)
    season()
    const year = moveClock(366 * 24 * HOUR)
    await sweepNotices()
    year()
    expect((await inbox(bo)).notices).toEqual([])
  })

  test('whether notices are mailed is one’s own to say, and the trail says that it was changed', async () => {
    await saveMailNotices(bo, { mailNotices: false })
    expect((await db().member.findUniqueOrThrow({ where: { id: bo.id } })).mailNotices).toBe(false)
    expect(await db().auditEntry.count({ where: { actorId: bo.id, action: 'member.noticesChanged' } })).toBe(
      1,
    )
  })
})

describe('deadlines', () => {
  const due = (dueAt: Date | null) =>
    db().claim.update({ where: { id: claimId }, data: { dueAt, assigneeId: bo.id } })
  const told = async () =>
    (await inbox(bo)).notices.map(({ kind, text }) => `${kind}: ${text.split(' ').slice(0, 3).join(' ')}`)
  const at = (ms: number) => new Date(now().getTime() + ms)

  test('are told once when they are near and once when they are over; a moved one is another', async () => {
    await due(at(30 * HOUR))
    await tellDeadlines()
    expect(await told()).toEqual([])
    await due(at(2 * HOUR))
    await Promise.all([tellDeadlines(), tellDeadlines()])
    expect(await told()).toEqual(['deadline: It is due'])
    const later = moveClock(3 * HOUR)
    await tellDeadlines()
    await tellDeadlines()
    later()
    expect(await told()).toEqual(['deadline: It was due', 'deadline: It is due'])
    await due(at(5 * HOUR))
    await tellDeadlines()
    expect(await told()).toHaveLength(3)
  })

  test('are nobody’s concern once the claim is approved or dropped', async () => {
    await due(at(HOUR))
    await db().claim.update({ where: { id: claimId }, data: { status: 'approved' } })
    await tellDeadlines()
    expect(await told()).toEqual([])
  })

  test('of a right of reply count for as long as no outcome is recorded', async () => {
    await db().claim.update({ where: { id: claimId }, data: { assigneeId: bo.id } })
    const reply = await db().rightOfReply.create({
      data: { claimId, position: 0, asked: 'Dana Birch', askedAt: at(-HOUR), deadline: at(HOUR) },
    })
    await tellDeadlines()
    expect(await told()).toEqual(['deadline: Dana Birch has'])
    await db().rightOfReply.update({ where: { id: reply.id }, data: { outcome: 'noAnswer' } })
    const later = moveClock(2 * HOUR)
    await tellDeadlines()
    later()
    expect(await told()).toHaveLength(1)
  })
})
