import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { addComment } from '@/claims/add-comment'
import { talkView } from '@/claims/talk/queries'
import { readTalk } from '@/claims/talk/read-talk'
import { resolveThread } from '@/claims/talk/resolve-thread'
import type { Actor } from '@/newsroom/roles'
import { db } from '@/platform/db'
import { Invalid, NotFound } from '@/platform/errors'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'

let ada: Actor
let bo: Actor
let interviewId = ''
let claimId = ''
let turns: string[] = []

beforeEach(async () => {
  const mark = randomUUID().slice(0, 6)
  ada = await buildMember(db(), { name: `Ada Quill ${mark}` })
  bo = await buildMember(db(), { name: `Bo Marsh ${mark}` })
  const interview = await buildInterview(db())
  interviewId = interview.id
  turns = interview.turns
  claimId = (await buildClaim(db(), interview, { assigneeId: bo.id })).id
})

type Said = { about?: string | null; threadId?: string; picked?: string[] }
async function says(who: Actor, body: string, { about = claimId, ...rest }: Said = {}): Promise<string> {
  const requestId = randomUUID()
  await addComment(who, { interviewId, claimId: about, requestId, body, ...rest })
  return requestId
}
const noticesOf = (member: Actor) =>
  db().notice.findMany({
    where: { memberId: member.id },
    select: { kind: true, commentId: true, readAt: true, text: true },
    orderBy: { id: 'asc' },
  })
const settle = (who: Actor, threadId: string, resolved: boolean) =>
  resolveThread(who, { interviewId, threadId, resolved, requestId: randomUUID() })

describe('conversations', () => {
  test('an answer stands in its thread, and who took part is told once', async () => {
    const cleo = await buildMember(db())
    const opening = await says(ada, 'Who counted the trees?')
    const answer = await says(cleo, 'The register did.', { threadId: opening })
    const talk = await talkView(ada, { interviewId, claimId })
    expect(talk.threads.map((thread) => thread.comments.map((comment) => comment.body))).toEqual([
      ['Who counted the trees?', 'The register did.'],
    ])
    expect(await noticesOf(ada)).toMatchObject([
      { kind: 'replied', commentId: answer, text: 'The register did.' },
    ])
    // Who works on the claim is told of both, who spoke of neither.
    expect(await noticesOf(bo)).toMatchObject([{ commentId: opening }, { commentId: answer }])
    expect(await noticesOf(cleo)).toEqual([])
  })

  test('who is named finds it in the inbox, once, also where they took part', async () => {
    const opening = await says(bo, 'I shall ask.', { about: null })
    const named = await says(ada, `Please do, @${bo.name}, and ask @${ada.name} too.`, {
      about: null,
      threadId: opening,
    })
    expect(await noticesOf(bo)).toMatchObject([{ kind: 'mentioned', commentId: named }])
    expect(await noticesOf(ada)).toEqual([])
    const talk = await talkView(bo, { interviewId, claimId: null })
    expect(talk.threads[0]?.comments[1]?.mentions.map(({ id }) => id).sort()).toEqual([ada.id, bo.id].sort())
  })

  test('somebody who has left the desk is not named in vain', async () => {
    const gone = await buildMember(db(), { name: `Gone ${randomUUID()}`, deactivatedAt: new Date() })
    const refused = says(ada, `Ask @${gone.name}.`)
    await expect(refused).rejects.toThrow(Invalid)
    await expect(refused).rejects.toMatchObject({ fields: { body: expect.stringContaining(gone.name) } })
    expect(await db().comment.count({ where: { claimId } })).toBe(0)
  })

  test('a thread of another place is not answered here, nor settled from there', async () => {
    const other = await buildClaim(db(), { id: interviewId, turns })
    const opening = await says(ada, 'About the first.')
    const answer = await says(bo, 'Yes.', { threadId: opening })
    await expect(says(bo, 'Wrong place.', { about: other.id, threadId: opening })).rejects.toThrow(NotFound)
    await expect(says(bo, 'Under an answer.', { threadId: answer })).rejects.toThrow(NotFound)
    const elsewhere = await buildInterview(db())
    const from = { interviewId: elsewhere.id, threadId: opening, resolved: true, requestId: randomUUID() }
    await expect(resolveThread(bo, from)).rejects.toThrow(NotFound)
  })

  test('a settled thread says by whom, and an answer opens it again', async () => {
    const opening = await says(ada, 'Done?')
    await settle(bo, opening, true)
    const settled = await talkView(ada, { interviewId, claimId })
    expect(settled.threads[0]?.resolved?.by).toBe(bo.name)
    await settle(ada, opening, true)
    expect((await talkView(ada, { interviewId, claimId })).threads[0]?.resolved?.by).toBe(bo.name)
    await says(ada, 'Not quite.', { threadId: opening })
    expect((await talkView(ada, { interviewId, claimId })).threads[0]?.resolved).toBeNull()
    const trail = await db().auditEntry.findMany({ where: { claimId, action: { startsWith: 'thread.' } } })
    expect(trail.map((entry) => entry.action)).toEqual(['thread.resolved', 'thread.was-resolved'])
  })

  test('colleagues hear of it by the next revision', async () => {
    const before = await db().claim.findUniqueOrThrow({ where: { id: claimId } })
    const opening = await says(ada, 'Hello.')
    const said = await db().claim.findUniqueOrThrow({ where: { id: claimId } })
    expect(said.revision).toBeGreaterThan(before.revision)
    expect(said.version).toBe(before.version)
    await settle(bo, opening, true)
    const after = await db().claim.findUniqueOrThrow({ where: { id: claimId } })
    expect(after.revision).toBeGreaterThan(said.revision)
  })
})

describe('what is new to me', () => {
  test('what colleagues said is new until I have read so far, and what the inbox said of it is then read too', async () => {
    await says(ada, 'First.')
    await says(ada, 'Second.')
    const unread = async () =>
      (await talkView(bo, { interviewId, claimId })).threads.map((thread) => thread.comments[0].unread)
    expect(await unread()).toEqual([true, true])
    const [first] = (await talkView(bo, { interviewId, claimId })).threads
    await readTalk(bo, interviewId, { claimId, until: first?.comments[0].at })
    expect(await unread()).toEqual([false, true])
    expect((await noticesOf(bo)).map(({ readAt }) => readAt !== null)).toEqual([true, false])
    // Reading goes only forward, and never further than now.
    await readTalk(bo, interviewId, { claimId, until: '2001-01-01T00:00:00.000Z' })
    expect(await unread()).toEqual([false, true])
    await readTalk(bo, interviewId, { claimId, until: '2999-01-01T00:00:00.000Z' })
    expect(await unread()).toEqual([false, false])
    await says(ada, 'Third.')
    expect(await unread()).toEqual([false, false, true])
    expect(
      (await talkView(ada, { interviewId, claimId })).threads.some((one) => one.comments[0].unread),
    ).toBe(false)
  })

  test('the talk of an interview and of its claims are read apart', async () => {
    await says(ada, 'On the whole.', { about: null })
    await says(ada, 'On the claim.')
    await readTalk(bo, interviewId, { claimId: null, until: new Date().toISOString() })
    expect((await talkView(bo, { interviewId, claimId: null })).threads[0]?.comments[0].unread).toBe(false)
    expect((await talkView(bo, { interviewId, claimId })).threads[0]?.comments[0].unread).toBe(true)
    await expect(readTalk(bo, randomUUID(), { claimId, until: new Date().toISOString() })).rejects.toThrow(
      NotFound,
    )
  })
})
