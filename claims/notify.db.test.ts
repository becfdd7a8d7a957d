import { expect, test } from 'vitest'
import { notify } from '@/claims/notify'
import { db } from '@/platform/db'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'

async function told(memberId: string) {
  return db().notice.findMany({ where: { memberId }, select: { text: true, actorName: true, key: true } })
}

test('one thing is told once, to active members, and never to who did it', async () => {
  const [actor, reader, gone] = [
    await buildMember(db()),
    await buildMember(db()),
    await buildMember(db(), { deactivatedAt: new Date() }),
  ]
  const { id: interviewId } = await buildInterview(db())
  const draft = {
    memberIds: [actor.id, reader.id, reader.id, gone.id],
    kind: 'assigned' as const,
    interviewId,
    actor,
    text: 'Claim 1',
    key: 'assigned:1',
  }
  await db().$transaction((tx) => notify(tx, [draft]))
  await db().$transaction((tx) => notify(tx, [{ ...draft, text: 'Said again' }]))
  expect(await told(actor.id)).toEqual([])
  expect(await told(gone.id)).toEqual([])
  expect(await told(reader.id)).toEqual([{ text: 'Claim 1', actorName: actor.name, key: 'assigned:1' }])
})

test('a long text is cut for the list', async () => {
  const reader = await buildMember(db())
  const { id: interviewId } = await buildInterview(db())
  const drafts = [
    {
      memberIds: [reader.id],
      kind: 'deadline' as const,
      interviewId,
      actor: null,
      text: 'tree '.repeat(200),
      key: 'd',
    },
  ]
  await db().$transaction((tx) => notify(tx, drafts))
  const [notice] = await told(reader.id)
  expect(notice?.text).toMatch(/tree…$/)
  expect(notice?.text.length).toBeLessThanOrEqual(300)
  expect(notice?.actorName).toBe('')
})
