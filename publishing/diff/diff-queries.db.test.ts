import { describe, expect, test } from 'vitest'
import { db } from '@/platform/db'
import { NotFound } from '@/platform/errors'
import { buildMember } from '@/prisma/factories/member'
import { buildPublished, publishBuilt } from '@/prisma/factories/publication'
import { changesIn } from '@/publishing/diff/diff-pages'
import { diffView } from '@/publishing/diff/diff-queries'
import { readPair } from '@/publishing/diff/diff-view'
import { takeDown } from '@/publishing/take-down'

async function buildTwice() {
  const built = await buildPublished({ interview: { title: 'As it was' } })
  await db().interview.update({ where: { id: built.interview.id }, data: { title: 'As it is' } })
  await publishBuilt(built.editor, built.interview.id)
  return built
}

describe('two publications at the desk', () => {
  test('are compared in either direction; only an earlier text can go out again', async () => {
    const { interview, editor } = await buildTwice()
    const onward = await diffView(editor, interview.id, { before: 1, after: 2 })
    expect(changesIn(onward.diff)).toMatchObject({ page: 1, claims: 0, transcript: 0 })
    expect(onward.restore).toBeNull()
    const back = await diffView(editor, interview.id, { before: 2, after: 1 })
    expect(back.restore).toMatchObject({
      number: 1,
      differences: [],
      warnings: [],
      decision: { allowed: true },
    })
    const reporter = await diffView(await buildMember(db()), interview.id, { before: 2, after: 1 })
    expect(reporter.restore?.decision.allowed).toBe(false)
  })

  test('the last one and the desk: what readers do not see yet', async () => {
    const { interview, editor } = await buildTwice()
    const now = { before: 2, after: 'desk' } as const
    expect(changesIn((await diffView(editor, interview.id, now)).diff)).toMatchObject({ page: 0 })
    await db().interview.update({ where: { id: interview.id }, data: { standfirst: 'A new one.' } })
    const view = await diffView(editor, interview.id, now)
    expect(changesIn(view.diff)).toMatchObject({ page: 1 })
    expect(view.restore).toBeNull()
  })

  test('a notice is nothing to compare, and the page before it can be put back', async () => {
    const { interview, editor } = await buildTwice()
    await takeDown(editor, { interviewId: interview.id, notice: 'Gone.' })
    const view = await diffView(editor, interview.id, { before: 2, after: 2 })
    expect(view.publications.map(({ number }) => number)).toEqual([2, 1])
    expect(view.restore).toMatchObject({ number: 2 })
    for (const after of [3, 9])
      await expect(diffView(editor, interview.id, { before: 1, after })).rejects.toThrow(NotFound)
  })
})

test.each([
  ['1..2', { before: 1, after: 2 }],
  ['7..desk', { before: 7, after: 'desk' }],
  ['desk..1', null],
  ['0..1', null],
  ['1..2..3', null],
  ['1', null],
  ['../1', null],
])('the address %s says which two', (address, pair) => {
  expect(readPair(address)).toEqual(pair)
})
