import { expect, test } from 'vitest'
import { actorOfSession } from '@/newsroom/actor'
import { endOtherSessions, endSession, endSessionsOf } from '@/newsroom/end-sessions'
import { listOwnSessions } from '@/newsroom/queries'
import { beginSession, SESSION_SECONDS } from '@/newsroom/session'
import { moveClock } from '@/platform/clock'
import { db } from '@/platform/db'
import { Forbidden, NotFound } from '@/platform/errors'
import { buildMember } from '@/prisma/factories/member'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

type Member = { id: string; sessionVersion: number }
const begin = (member: Member) => beginSession(member.id, { userAgent: FIREFOX, address: '192.0.2.7' })
const alive = (member: Member, sid: string) =>
  actorOfSession({ sub: member.id, sessionVersion: member.sessionVersion, sid })

test('a session that was ended opens nothing any more, and the others go on', async () => {
  const me = await buildMember(db())
  const [here, there] = [await begin(me), await begin(me)]
  await endSession(me, { sessionId: there })
  expect(await alive(me, there)).toBeNull()
  expect(await alive(me, here)).toMatchObject({ id: me.id })
  await expect(endSession(me, { sessionId: there })).rejects.toThrow(NotFound)
})

test('nobody ends or uses somebody else’s session', async () => {
  const [me, them] = [await buildMember(db(), { role: 'admin' }), await buildMember(db())]
  const theirs = await begin(them)
  await expect(endSession(me, { sessionId: theirs })).rejects.toThrow(Forbidden)
  expect(await alive(me, theirs)).toBeNull()
  await endOtherSessions(me, { sessionId: theirs })
  expect(await alive(them, theirs)).not.toBeNull()
})

test('signing out everywhere else leaves this browser signed in', async () => {
  const me = await buildMember(db())
  const here = await begin(me)
  const others = [await begin(me), await begin(me)]
  expect(await endOtherSessions(me, { sessionId: here })).toEqual({ count: 2 })
  expect(await alive(me, here)).not.toBeNull()
  for (const other of others) expect(await alive(me, other)).toBeNull()
})

test('an administrator signs a member out everywhere; an editor cannot', async () => {
  const [admin, editor] = [
    await buildMember(db(), { role: 'admin' }),
    await buildMember(db(), { role: 'editor' }),
  ]
  const them = await buildMember(db())
  const session = await begin(them)
  await expect(endSessionsOf(editor, { memberId: them.id })).rejects.toThrow(Forbidden)
  await endSessionsOf(admin, { memberId: them.id })
  expect(await alive(them, session)).toBeNull()
  expect(await listOwnSessions(them, null)).toEqual([])
})

test('a session runs out by itself, and its row goes with the next sign-in', async () => {
  const me = await buildMember(db())
  const old = await begin(me)
  const back = moveClock((SESSION_SECONDS + 1) * 1000)
  try {
    expect(await alive(me, old)).toBeNull()
    expect(await listOwnSessions(me, null)).toEqual([])
    await begin(me)
    expect(await db().memberSession.count({ where: { memberId: me.id } })).toBe(1)
  } finally {
    back()
  }
})

test('the list says which browser, from where, and which is this one', async () => {
  const me = await buildMember(db())
  const [, here] = [await begin(me), await begin(me)]
  expect(await listOwnSessions(me, here)).toMatchObject([
    { id: here, browser: 'Firefox on Linux', address: '192.0.2.7', isThis: true },
    { isThis: false },
  ])
})

test('a session says when it was last seen without a write for each request', async () => {
  const me = await buildMember(db())
  const sid = await begin(me)
  const seen = async () =>
    (await db().memberSession.findUniqueOrThrow({ where: { id: sid } })).lastSeenAt.getTime()
  const first = await seen()
  await alive(me, sid)
  expect(await seen()).toBe(first)
  const back = moveClock(6 * 60 * 1000)
  try {
    await alive(me, sid)
    expect(await seen()).toBeGreaterThan(first)
  } finally {
    back()
  }
})
