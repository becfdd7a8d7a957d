import { beforeEach, expect, test } from 'vitest'
import { MOST_NOTES, notePresence } from '@/claims/presence/note-presence'
import { forgetSilentPages, pagesIn } from '@/claims/presence/store'
import type { Actor } from '@/newsroom/roles'
import { db } from '@/platform/db'
import { Invalid, NotFound, RateLimited } from '@/platform/errors'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'

let ada: Actor
let bo: Actor
let interviewId = ''
beforeEach(async () => {
  ada = await buildMember(db(), { role: 'reporter', name: 'Ada Quill' })
  bo = await buildMember(db(), { role: 'reporter', name: 'Bo Marsh' })
  interviewId = (await buildInterview(db())).id
})

const here = (more: object = {}) => ({
  kind: 'here',
  pageId: crypto.randomUUID(),
  interviewId,
  claimId: null,
  field: '',
  ...more,
})
const age = (pageId: string, seconds: number) =>
  db()
    .$executeRaw`UPDATE "Presence" SET "seenAt" = now() - make_interval(secs => ${seconds}) WHERE "id" = ${pageId}::uuid`

test('colleagues are where their pages said last, and gone once a page says so', async () => {
  const pageId = crypto.randomUUID()
  const claimId = crypto.randomUUID()
  await notePresence(bo, here({ pageId }))
  await notePresence(bo, here({ pageId, claimId, field: 'explanation' }))
  const { pages } = await notePresence(ada, here())
  expect(pages.filter((page) => page.memberId === bo.id)).toEqual([
    { memberId: bo.id, name: 'Bo Marsh', claimId, field: 'explanation' },
  ])
  await notePresence(bo, { kind: 'gone', pageId })
  expect((await pagesIn(interviewId)).map((page) => page.memberId)).toEqual([ada.id])
})

test('a page that fell silent is nobody’s, and is swept', async () => {
  const pageId = crypto.randomUUID()
  await notePresence(bo, here({ pageId }))
  await age(pageId, 44)
  expect(await pagesIn(interviewId)).toHaveLength(1)
  await age(pageId, 46)
  expect(await pagesIn(interviewId)).toEqual([])
  await forgetSilentPages()
  expect(await db().presence.count({ where: { id: pageId } })).toBe(0)
})

test('a deactivated member is not shown as here', async () => {
  await notePresence(bo, here())
  await db().member.update({ where: { id: bo.id }, data: { deactivatedAt: new Date() } })
  expect(await pagesIn(interviewId)).toEqual([])
})

test('nobody moves or closes somebody else’s page', async () => {
  const pageId = crypto.randomUUID()
  await notePresence(bo, here({ pageId }))
  await expect(notePresence(ada, here({ pageId, field: 'explanation' }))).rejects.toThrow(NotFound)
  await notePresence(ada, { kind: 'gone', pageId })
  expect(await pagesIn(interviewId)).toEqual([
    { memberId: bo.id, name: 'Bo Marsh', claimId: null, field: '' },
  ])
})

test('what is no place is refused', async () => {
  await expect(notePresence(ada, here({ interviewId: crypto.randomUUID() }))).rejects.toThrow(NotFound)
  for (const wrong of [here({ field: '<b>' }), here({ claimId: 'x' }), {}, null, { kind: 'gone' }])
    await expect(notePresence(ada, wrong)).rejects.toThrow(Invalid)
})

test('a browser gone wild is slowed down and keeps few rows', async () => {
  const sent = await Promise.allSettled(
    Array.from({ length: MOST_NOTES + 1 }, () => notePresence(ada, here())),
  )
  const refused = sent.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(refused).toEqual([expect.any(RateLimited)])
  await notePresence(bo, here())
  expect(await db().presence.count({ where: { memberId: ada.id } })).toBeLessThanOrEqual(20)
})
