import { expect, test } from 'vitest'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildPublished, publishBuilt } from '@/prisma/factories/publication'
import { currentPublication, currentPublicationKey, publishedState } from '@/publishing/queries'
import { takeDown } from '@/publishing/take-down'

test('an address answers with its newest publication, a takedown included, and with nothing before the first', async () => {
  const draft = await buildInterview(db())
  await buildClaim(db(), draft)
  expect(await currentPublication(draft.slug)).toBeNull()
  const { interview, editor } = await buildPublished()
  expect((await currentPublication(interview.slug))?.snapshot).toMatchObject({ kind: 'page', number: 1 })
  await takeDown(editor, { interviewId: interview.id, notice: 'Withdrawn.' })
  expect((await currentPublication(interview.slug))?.snapshot).toMatchObject({ kind: 'takedown', number: 2 })
})

test('every publication changes the state and the key of its address', async () => {
  const { interview, editor } = await buildPublished()
  const [state, key] = [await publishedState(), await currentPublicationKey(interview.slug)]
  await db().interview.update({ where: { id: interview.id }, data: { title: 'Another title' } })
  expect(await publishedState()).toBe(state)
  expect(await currentPublicationKey(interview.slug)).toEqual(key)
  await publishBuilt(editor, interview.id)
  expect(await publishedState()).not.toBe(state)
  expect((await currentPublicationKey(interview.slug))?.snapshotHash).not.toBe(key?.snapshotHash)
})

test('an address that is half SQL finds nothing and breaks nothing', async () => {
  for (const nasty of ["' OR 1=1 --", '%', '\\', '{"a":1}', 'a/../b'])
    expect(await currentPublication(nasty)).toBeNull()
})
