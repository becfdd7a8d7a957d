import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/platform/db'
import { refusalOfDatabase } from '@/platform/db-errors'

async function refusal(work: Promise<unknown>) {
  return refusalOfDatabase(
    await work.then(
      () => null,
      (error: unknown) => error,
    ),
  )
}

const interview = (slug: string, title = 'Title') => db().interview.create({ data: { slug, title } })

test('the same key twice is a conflict, in words without SQL', async () => {
  const slug = `twice-${randomUUID().slice(0, 8)}`
  await interview(slug)
  const answer = await refusal(interview(slug))
  expect(answer).toMatchObject({ kind: 'conflict', status: 409 })
  expect(answer?.message).not.toMatch(/constraint|unique|prisma|"Interview"/i)
})

test('what a check constraint refuses is a wrong input', async () => {
  expect(await refusal(interview('Not A Slug'))).toMatchObject({ kind: 'invalid', status: 422 })
  const slug = `blank-${randomUUID().slice(0, 8)}`
  expect(
    await refusal(db().$transaction((tx) => tx.interview.create({ data: { slug, title: ' ' } }))),
  ).toMatchObject({
    kind: 'invalid',
  })
})

test('pointing at something that is gone is a conflict', async () => {
  const credit = { interviewId: randomUUID(), position: 0, part: 'byline', name: 'Ada' } as const
  expect(await refusal(db().credit.create({ data: credit }))).toMatchObject({ kind: 'conflict' })
})

test('changing something that is gone is not found', async () => {
  const gone = db().interview.update({ where: { id: randomUUID() }, data: { title: 'New' } })
  expect(await refusal(gone)).toMatchObject({ kind: 'not-found' })
})

test('a fault of ours is no refusal', async () => {
  expect(await refusal(db().$queryRaw`SELECT nothing FROM nowhere`)).toBeNull()
  expect(refusalOfDatabase(new TypeError('x'))).toBeNull()
})
