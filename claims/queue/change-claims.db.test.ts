// Longer than most files: every kind of change, in full and taken back.
import { beforeAll, describe, expect, test } from 'vitest'
import { changeClaims } from '@/claims/queue/change-claims'
import type { QueueChange } from '@/claims/queue/change-schema'
import {
  moveFilter,
  removeFilter,
  renameFilter,
  savedFilters,
  saveFilter,
} from '@/claims/queue/saved-filters'
import { undoChange } from '@/claims/queue/undo-change'
import type { Status } from '@/claims/words-of-the-trade'
import type { Actor } from '@/newsroom/roles'
import { db } from '@/platform/db'
import { Invalid, NotFound } from '@/platform/errors'
import { uuid7 } from '@/platform/uuid'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'

let reporter: Actor
let editor: Actor
let other: Actor
beforeAll(async () => {
  reporter = await buildMember(db(), { name: 'Rita' })
  editor = await buildMember(db(), { name: 'Edda', role: 'editor' })
  other = await buildMember(db(), { name: 'Otto' })
})

async function some(...statuses: Status[]) {
  const interview = await buildInterview(db())
  const ids: string[] = []
  for (const status of statuses)
    ids.push((await buildClaim(db(), interview, { status, writers: [reporter.id], evidence: [] })).id)
  return { interview, ids }
}
const change = (actor: Actor, claimIds: string[], wanted: QueueChange, requestId = uuid7()) =>
  changeClaims(actor, { requestId, claimIds, change: wanted })
const undo = (actor: Actor, changeId: string) => undoChange(actor, { requestId: uuid7(), changeId })
const standing = async (ids: string[]) => {
  const rows = await db().claim.findMany({
    where: { id: { in: ids } },
    include: { topics: { include: { topic: true } } },
    orderBy: { number: 'asc' },
  })
  return rows.map(({ status, droppedFrom, assigneeId, priority, dueAt, handedBackAt, topics }) => ({
    status,
    droppedFrom,
    assigneeId,
    priority,
    dueAt: dueAt?.toISOString() ?? null,
    handedBack: handedBackAt !== null,
    topics: topics.map(({ topic }) => topic.name).sort(),
  }))
}
const trail = (ids: string[]) => db().auditEntry.count({ where: { claimId: { in: ids } } })

describe('a change of many claims', () => {
  test('does what each claim’s own rules allow and names the rest with the reason', async () => {
    const { ids } = await some('flagged', 'inReview', 'approved', 'dropped', 'researching')
    const done = await change(reporter, ids, { kind: 'move', to: 'inReview' })
    expect(done).toMatchObject({ changed: 2, already: 1 })
    expect(done.left.map(({ number, reason }) => [number, reason.length > 10])).toEqual([
      [3, true],
      [4, true],
    ])
    expect((await standing(ids)).map((one) => one.status)).toEqual([
      'inReview',
      'inReview',
      'approved',
      'dropped',
      'inReview',
    ])
    expect(await trail(ids)).toBe(2)
  })

  test('raises the revision of each interview once, and its claims have that one', async () => {
    const [one, two] = [await some('flagged', 'flagged', 'flagged'), await some('flagged')]
    const revision = async (id: string) =>
      (await db().interview.findUniqueOrThrow({ where: { id } })).revision
    const before = [await revision(one.interview.id), await revision(two.interview.id)]
    await change(reporter, [...one.ids, ...two.ids], { kind: 'priority', to: 'high' })
    const after = [await revision(one.interview.id), await revision(two.interview.id)]
    expect(after).toEqual(before.map((number) => number + 1))
    const claims = await db().claim.findMany({ where: { id: { in: one.ids } } })
    expect(claims.map((claim) => claim.revision)).toEqual([after[0], after[0], after[0]])
  })

  test('sent twice is done once, also at the same moment', async () => {
    const { ids } = await some('flagged', 'flagged')
    const requestId = uuid7()
    const wanted: QueueChange = { kind: 'assign', to: other.id }
    const answers = await Promise.all([1, 2, 3].map(() => change(reporter, ids, wanted, requestId)))
    expect(answers.map((one) => one.changed)).toEqual([2, 2, 2])
    expect(await trail(ids)).toBe(2)
    expect(await db().notice.count({ where: { memberId: other.id, claimId: { in: ids } } })).toBe(2)
  })

  test('never waits for another one that takes the same interviews the other way round', async () => {
    const made = [await some('flagged'), await some('flagged'), await some('flagged')]
    const ids = made.flatMap((one) => one.ids)
    const rounds = Array.from({ length: 12 }, (_, round) =>
      change(editor, round % 2 ? ids : ids.toReversed(), {
        kind: 'priority',
        to: round % 2 ? 'high' : 'low',
      }),
    )
    const answers = await Promise.all(rounds)
    expect(answers.every(({ changed, already }) => changed + already === 3)).toBe(true)
  })

  const topicRounds = (idsOf: (round: number) => string[], added: string) =>
    Promise.all(
      Array.from({ length: 16 }, (_, round) => {
        const [add, remove] = round % 4 < 2 ? [[added], []] : [[], [added]]
        return change(editor, idsOf(round), { kind: 'topics', add, remove })
      }),
    )

  test('never waits for another one that gives topics in another order', async () => {
    const pair = async () => {
      const { ids } = await some('flagged', 'flagged')
      for (const [place, id] of ids.entries())
        await change(editor, [id], {
          kind: 'topics',
          add: [place === 0 ? 'A first topic' : 'Z last topic'],
          remove: [],
        })
      return ids
    }
    const [one, other] = [await pair(), (await pair()).toReversed()]
    const answers = await topicRounds((round) => (round % 2 ? one : other), 'M middle topic')
    expect(answers.every(({ changed, already }) => changed + already === 2)).toBe(true)
  })

  test('never waits for another one whose claims share a check with claims of its own interview', async () => {
    const [one, other] = [await some('flagged', 'flagged'), await some('flagged', 'flagged')]
    const [[root = '', repeat = ''], [otherRoot = '', otherRepeat = '']] = [one.ids, other.ids]
    await db().claim.update({ where: { id: repeat }, data: { repeatOfId: otherRoot } })
    await db().claim.update({ where: { id: otherRepeat }, data: { repeatOfId: root } })
    const answers = await topicRounds((round) => [round % 2 ? root : otherRoot], `Shared ${uuid7()}`)
    expect(answers.every(({ changed, already }) => changed + already === 1)).toBe(true)
  })

  test('is heard where a check is shared, and is taken back whole also where both were changed', async () => {
    const [one, other] = [await some('inReview'), await some('inReview')]
    const [[root = ''], [repeat = '']] = [one.ids, other.ids]
    await db().claim.update({ where: { id: repeat }, data: { repeatOfId: root } })
    const of = () => db().interview.findUniqueOrThrow({ where: { id: other.interview.id } })
    const before = (await of()).revision
    await change(editor, [root], { kind: 'move', to: 'held' })
    const after = (await of()).revision
    expect(after).toBeGreaterThan(before)
    expect(await db().claim.findUnique({ where: { id: repeat } })).toMatchObject({ revision: after })

    const changeId = uuid7()
    await change(editor, [root, repeat], { kind: 'move', to: 'dropped' }, changeId)
    expect(await undo(editor, changeId)).toMatchObject({ changed: 2, left: [] })
    expect((await standing([root, repeat])).map(({ status }) => status).sort()).toEqual(['held', 'inReview'])
  })

  test('is refused whole where what it sets does not exist', async () => {
    const { ids } = await some('flagged')
    const gone = await buildMember(db(), { deactivatedAt: new Date() })
    await expect(change(reporter, ids, { kind: 'assign', to: gone.id })).rejects.toBeInstanceOf(Invalid)
    await expect(change(reporter, [uuid7()], { kind: 'priority', to: 'low' })).rejects.toBeInstanceOf(
      NotFound,
    )
    await expect(
      changeClaims(reporter, { requestId: uuid7(), claimIds: ids, change: { kind: 'move', to: 'approved' } }),
    ).rejects.toBeInstanceOf(Invalid)
    expect(await trail(ids)).toBe(0)
  })

  test('handing back says why in each claim’s talk and tells who has it', async () => {
    const { ids } = await some('inReview', 'flagged')
    await change(reporter, ids, { kind: 'assign', to: other.id })
    const done = await change(editor, ids, { kind: 'handBack', reason: 'Which year?' })
    expect(done).toMatchObject({ changed: 1, left: [{ number: 2 }] })
    const [claimId] = ids
    expect(await db().comment.findMany({ where: { claimId: claimId ?? '' } })).toMatchObject([
      { body: 'Which year?', kind: 'handedBack', authorId: editor.id },
    ])
    expect(
      await db().notice.findMany({
        where: { memberId: other.id, claimId: claimId ?? '', kind: 'handedBack' },
      }),
    ).toMatchObject([{ text: 'Which year?' }])
    expect((await standing(ids))[0]).toMatchObject({ status: 'researching', handedBack: true })
  })
})

describe('taking a change of many back', () => {
  const kinds: [string, QueueChange, Status[]][] = [
    ['a move', { kind: 'move', to: 'held' }, ['flagged', 'inReview', 'approved']],
    ['a drop', { kind: 'move', to: 'dropped' }, ['flagged', 'inReview']],
    ['a hand-back', { kind: 'handBack', reason: 'Why?' }, ['inReview', 'approved']],
    ['a priority', { kind: 'priority', to: 'urgent' }, ['flagged', 'inReview']],
    ['a due time', { kind: 'due', to: '2026-05-01T10:00:00.000Z' }, ['flagged', 'inReview']],
    ['topics', { kind: 'topics', add: ['Trees', 'Harbour'], remove: ['Boats'] }, ['flagged', 'inReview']],
  ]
  test.each(kinds)('restores every claim as it stood: %s', async (_name, wanted, statuses) => {
    const { ids } = await some(...statuses)
    await change(editor, ids, { kind: 'topics', add: ['Boats'], remove: [] })
    await db().claim.updateMany({ where: { id: { in: ids }, number: 3 }, data: { status: 'approved' } })
    const before = await standing(ids)
    const done = await change(editor, ids, wanted)
    expect(done.left).toEqual([])
    expect(await standing(ids)).not.toEqual(before)
    expect(await undo(editor, done.changeId)).toMatchObject({ changed: ids.length, left: [] })
    expect(await standing(ids)).toEqual(before)
    expect(await db().comment.count({ where: { claimId: { in: ids } } })).toBe(0)
  })

  test('leaves alone what somebody changed since, and says which', async () => {
    const { ids } = await some('flagged', 'flagged', 'flagged')
    const done = await change(reporter, ids, { kind: 'priority', to: 'high' })
    await change(editor, [ids[1] ?? ''], { kind: 'priority', to: 'urgent' })
    const back = await undo(reporter, done.changeId)
    expect(back).toMatchObject({ changed: 2, left: [{ number: 2, reason: 'Somebody changed it since.' }] })
    expect((await standing(ids)).map((one) => one.priority)).toEqual(['normal', 'urgent', 'normal'])
  })

  test('takes the news back from who had not read it', async () => {
    const { ids } = await some('flagged')
    const done = await change(reporter, ids, { kind: 'assign', to: other.id })
    await undo(reporter, done.changeId)
    expect(await db().notice.count({ where: { claimId: { in: ids } } })).toBe(0)
  })

  test('is for who made it, once, and only while they may still do what they did', async () => {
    const { ids } = await some('inReview')
    const made = await buildMember(db(), { role: 'editor' })
    const done = await change(made, ids, { kind: 'move', to: 'held' })
    await expect(undo(editor, done.changeId)).rejects.toBeInstanceOf(NotFound)
    expect(await undo({ ...made, role: 'reporter' }, done.changeId)).toMatchObject({
      changed: 0,
      left: [{ number: 1 }],
    })
    await expect(undo(made, done.changeId)).rejects.toBeInstanceOf(NotFound)
    expect((await standing(ids))[0]?.status).toBe('held')
  })
})

describe('filters that a member gave a name', () => {
  const names = async (actor: Actor) => (await savedFilters(actor)).map((one) => one.name)

  test('are kept, written over, renamed, put in order, removed and brought back to their place', async () => {
    const me = await buildMember(db())
    for (const one of ['A', 'B', 'C']) await saveFilter(me, { name: one, query: 'status=held&nonsense=1' })
    expect((await savedFilters(me)).map((one) => one.query)).toEqual(Array(3).fill('status=held'))
    await saveFilter(me, { name: 'B', query: 'due=today' })
    const [a, b] = await savedFilters(me)
    expect(b).toMatchObject({ name: 'B', query: 'due=today' })
    await moveFilter(me, { filterId: a?.id, place: 2 })
    expect(await names(me)).toEqual(['B', 'C', 'A'])
    const removed = await removeFilter(me, { filterId: b?.id })
    expect(await names(me)).toEqual(['C', 'A'])
    await saveFilter(me, removed)
    expect(await names(me)).toEqual(['B', 'C', 'A'])
    await renameFilter(me, { filterId: a?.id, name: 'First' })
    await expect(renameFilter(me, { filterId: a?.id, name: 'C' })).rejects.toBeInstanceOf(Invalid)
    expect(await names(me)).toEqual(['B', 'C', 'First'])
  })

  test('are nobody else’s', async () => {
    const me = await buildMember(db())
    const filterId = await saveFilter(me, { name: 'Mine', query: '' })
    expect(await names(editor)).not.toContain('Mine')
    await expect(removeFilter(editor, { filterId })).rejects.toBeInstanceOf(NotFound)
    await expect(renameFilter(editor, { filterId, name: 'Yours' })).rejects.toBeInstanceOf(NotFound)
  })
})
