import { beforeAll, describe, expect, test } from 'vitest'
import { type PageAt, queueCounts, queueLines, queuePage } from '@/claims/queue/queries'
import {
  ALL,
  filterQuery,
  PRESETS,
  type QueueFilter,
  type QueueSort,
  SORTS,
} from '@/claims/queue/queue-filter'
import { type Placed, placeOf, readPlace } from '@/claims/queue/queue-order'
import type { Asking } from '@/claims/queue/queue-sql'
import { PRIORITIES, STATUSES } from '@/claims/words-of-the-trade'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'

/** Thirty claims of three interviews, with every status and priority, some due at the same moment, some without words. */
let asking: Asking
let ids: string[]
const AT = new Date('2026-03-10T12:00:00Z')
const hour = (hours: number) => new Date(AT.getTime() + hours * 3_600_000)

beforeAll(async () => {
  const me = await buildMember(db(), { name: 'Mira' })
  asking = { memberId: me.id, at: AT, zone: 'UTC' }
  ids = []
  for (let round = 0; round < 3; round++) {
    const interview = await buildInterview(db(), { title: `Evening ${round} with 100%_harbour` })
    for (let index = 0; index < 10; index++) {
      const turn = (index * 7) % 3
      const claim = await buildClaim(db(), interview, {
        status: STATUSES[(round + index) % STATUSES.length] ?? 'flagged',
        words: { turn, from: index % 2, to: 1 },
        claimReviewed: `Sentence ${round}-${index} about ${index % 2 ? 'trees' : 'boats'}.`,
        assigneeId: index % 3 === 0 ? me.id : null,
        evidence: [],
      })
      await db().claim.update({
        where: { id: claim.id },
        data: {
          priority: PRIORITIES[index % 4] ?? 'normal',
          dueAt: index % 4 === 3 ? null : hour((index % 3) * 24 - 24),
          handedBackAt: index === 6 ? AT : null,
          // Several changed in one millisecond.
          updatedAt: hour(-(index % 5)),
          createdAt: hour(-100 - (index % 4)),
        },
      })
      ids.push(claim.id)
    }
  }
})

async function walk(filter: QueueFilter, size: number, way: 'after' | 'before', from: PageAt) {
  const found: string[][] = []
  let at: PageAt | null = from
  while (at) {
    const page: Awaited<ReturnType<typeof queuePage>> = await queuePage(filter, at, asking, { size })
    found.push(page.lines.map((line) => line.id))
    const place = readPlace(filter.sort, (way === 'after' ? page.after : page.before) ?? undefined)
    at = place === null ? null : way === 'after' ? { after: place } : { before: place }
  }
  return found
}

/** The order as a person would write it down, of everything that the filter holds. */
async function naive(sort: QueueSort): Promise<string[]> {
  const rows = await db().claim.findMany({
    where: { status: { not: 'dropped' } },
    include: { firstTurn: { select: { position: true } } },
  })
  const placed = rows.map(
    (row): Placed => ({
      ...row,
      dueAt: row.dueAt?.toISOString() ?? null,
      updatedAt: row.updatedAt.toISOString(),
      createdAt: row.createdAt.toISOString(),
      turn: row.firstTurn?.position ?? null,
    }),
  )
  const falls = (key: number) => sort === 'changed' || (sort === 'words' && key === 0)
  return placed
    .sort((a, b) => {
      const [x, y] = [placeOf(sort, a), placeOf(sort, b)]
      const key = x.findIndex((value, index) => value !== y[index])
      const rises = (x[key] ?? 0) < (y[key] ?? 0) ? -1 : 1
      return falls(key) ? -rises : rises
    })
    .map((one) => one.id)
}

describe('pages of the queue', () => {
  test.each(SORTS)(
    'ordered by “%s”, they follow one another as a plain sort has it, both ways',
    async (sort) => {
      const expected = await naive(sort)
      expect(expected.length).toBeGreaterThan(20)
      for (const size of [1, 4, 7, expected.length, 100]) {
        const pages = await walk({ ...ALL, sort }, size, 'after', { start: true })
        expect(pages.flat()).toEqual(expected)
        const last = await db().claim.findUniqueOrThrow({
          where: { id: expected.at(-1) ?? '' },
          include: { firstTurn: true },
        })
        const place = placeOf(sort, {
          ...last,
          dueAt: last.dueAt?.toISOString() ?? null,
          updatedAt: last.updatedAt.toISOString(),
          createdAt: last.createdAt.toISOString(),
          turn: last.firstTurn?.position ?? null,
        })
        const back = await walk({ ...ALL, sort }, size, 'before', { before: place })
        expect(back.reverse().flat()).toEqual(expected.slice(0, -1))
      }
    },
  )

  test('each claim that stays in its place is shown once while others change, come and go', async () => {
    const filter: QueueFilter = { ...ALL, sort: 'due' }
    const expected = await naive('due')
    const seen: string[] = []
    const moved = new Set<string>()
    let at: PageAt | null = { start: true }
    for (let round = 0; at; round++) {
      const page: Awaited<ReturnType<typeof queuePage>> = await queuePage(filter, at, asking, { size: 3 })
      seen.push(...page.lines.map((line) => line.id))
      const place = readPlace('due', page.after ?? undefined)
      at = place === null ? null : { after: place }
      // One that was shown is dropped, one that was not is put first, and all are touched.
      const [shown, ahead] = [page.lines[0]?.id, expected.find((id) => !seen.includes(id) && !moved.has(id))]
      if (shown)
        await db().claim.update({ where: { id: shown }, data: { status: 'dropped', droppedFrom: 'flagged' } })
      if (ahead && round % 2 === 0) {
        await db().claim.update({ where: { id: ahead }, data: { dueAt: hour(-1000) } })
        moved.add(ahead)
      }
      await db().claim.updateMany({ data: { updatedAt: new Date(AT.getTime() + round) } })
    }
    expect(moved.size).toBeGreaterThan(2)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(expected.filter((id) => !moved.has(id)))
  })
})

describe('what the queue is narrowed to', () => {
  const found = async (filter: Partial<QueueFilter>) =>
    (await queuePage({ ...ALL, ...filter }, { start: true }, asking, { size: 100 })).lines

  test('words are looked for in sentence, quote and title, signs of patterns taken as they are', async () => {
    expect(
      (await found({ text: 'TREES 1-' })).every((line) => /1-\d about trees/.test(line.claimReviewed)),
    ).toBe(true)
    expect((await found({ text: 'trees' })).length).toBeGreaterThan(3)
    expect((await found({ text: '100%_harb' })).length).toBeGreaterThan(10)
    expect(await found({ text: '100%harb' })).toEqual([])
    expect(await found({ text: 'tr\\ees' })).toEqual([])
    expect(await found({ text: "'; DROP TABLE x; --" })).toEqual([])
  })

  test('what is agreed or dropped is never overdue', async () => {
    const late = await found({ due: 'overdue', statuses: [...STATUSES] })
    expect(late.length).toBeGreaterThan(0)
    expect(late.filter((line) => ['approved', 'dropped'].includes(line.status))).toEqual([])
  })

  test('a claim waits for my look until I saw it as it stands', async () => {
    const [line] = await found({ unseen: true })
    if (!line) throw new Error('Everything was seen.')
    const { revision } = await db().claim.findUniqueOrThrow({ where: { id: line.id } })
    await db().claimLook.create({ data: { claimId: line.id, memberId: asking.memberId, revision, seen: {} } })
    expect((await found({ unseen: true })).map((one) => one.id)).not.toContain(line.id)
    await db().claim.update({ where: { id: line.id }, data: { revision: { increment: 1 } } })
    const act = { claimId: line.id, action: 'claim.revised', subject: 'Claim' }
    await db().auditEntry.create({ data: { ...act, actorId: asking.memberId, actorName: 'Mira' } })
    expect((await found({ unseen: true })).map((one) => one.id)).not.toContain(line.id)
    await db().auditEntry.create({ data: { ...act, actorName: 'Somebody else' } })
    expect((await found({ unseen: true })).map((one) => one.id)).toContain(line.id)
  })

  test('a row that was changed says whether its list still holds it', async () => {
    const [line] = await found({ statuses: ['flagged'] })
    if (!line) throw new Error('Nothing is flagged.')
    await db().claim.update({ where: { id: line.id }, data: { status: 'researching' } })
    const filter: QueueFilter = { ...ALL, statuses: ['flagged'] }
    expect(await queueLines([line.id], filter, asking)).toMatchObject([{ id: line.id, matches: false }])
    expect(await queueLines([line.id], ALL, asking)).toMatchObject([{ status: 'researching', matches: true }])
  })

  test('every count is the number of claims that its list shows', async () => {
    const saved = [{ id: 'a', name: 'Trees', query: filterQuery({ ...ALL, text: 'trees', sort: 'due' }) }]
    for (const filter of [ALL, { ...ALL, text: 'trees' }, { ...ALL, statuses: ['flagged' as const] }]) {
      const counts = await queueCounts(filter, saved, asking)
      expect(counts.any).toBe(true)
      expect(counts.matching).toBe((await found(filter)).length)
      for (const status of STATUSES)
        expect(counts.statuses[status]).toBe((await found({ ...filter, statuses: [status] })).length)
      for (const preset of PRESETS)
        expect([preset.key, counts.presets[preset.key]]).toEqual([
          preset.key,
          (await found(preset.filter)).length,
        ])
      expect(counts.saved).toEqual({ a: (await found({ text: 'trees' })).length })
    }
  })
})
