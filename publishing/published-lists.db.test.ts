// Longer than most files: one model of what is public, and every list compared with it.
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { now } from '@/platform/clock'
import { db } from '@/platform/db'
import { buildInterview } from '@/prisma/factories/interview'
import { buildPublished } from '@/prisma/factories/publication'
import { type ListPage, readCursor } from '@/publishing/cursor'
import { keepPublic } from '@/publishing/keep-public'
import type { ListFilter } from '@/publishing/list-filter'
import { publishedClaimCounts, publishedClaimsPage } from '@/publishing/published-claims'
import {
  publishedChangeCounts,
  publishedChangesPage,
  publishedInterviews,
} from '@/publishing/published-pages'
import {
  publishedPeople,
  publishedPersonAt,
  publishedTopicAt,
  publishedTopics,
} from '@/publishing/published-people'
import { claimFixture, pageFixture, turnFixture, verdictFixture } from '@/publishing/snapshot-fixture'
import { type PageSnapshot, type Snapshot, snapshotSchema } from '@/publishing/snapshot-schema'
import { storePublication } from '@/publishing/store-publication'

type Cursored<Row> = (at: { cursor: ReturnType<typeof readCursor>; limit: number }) => Promise<ListPage<Row>>

/** Every row of a list, a few at a time. */
async function wholeOf<Row>(page: Cursored<Row>, limit = 3): Promise<Row[]> {
  const rows: Row[] = []
  let after: string | null = null
  do {
    const one: ListPage<Row> = await page({ cursor: readCursor(after), limit })
    rows.push(...one.rows)
    after = one.older
  } while (after)
  return rows
}

/** The newest publications that are pages, read whole, as no list does. */
async function newestPages(): Promise<PageSnapshot[]> {
  const rows = await db().publication.findMany({ orderBy: { number: 'desc' } })
  const seen = new Set<string>()
  return rows.flatMap(({ interviewId, snapshot }) => {
    if (seen.has(interviewId)) return []
    seen.add(interviewId)
    const parsed = snapshotSchema.parse(snapshot)
    return parsed.kind === 'page' ? [parsed] : []
  })
}

/** All that lists show must be what the newest publications show: no more, no less, nothing twice. */
async function expectListsToTell(pages: readonly PageSnapshot[]): Promise<void> {
  const claims = pages.flatMap((page) => page.claims.map((claim) => ({ slug: page.interview.slug, claim })))
  const listed = await wholeOf((at) => publishedClaimsPage({}, at))
  const place = ({ slug, claim }: (typeof claims)[number]) => `${slug} ${claim.number}`
  expect(listed.map(place).sort()).toEqual(claims.map(place).sort())
  for (const one of listed)
    expect(claims.find((other) => place(other) === place(one))?.claim).toEqual(one.claim)
  const checked = listed.map(({ claim }) => claim.checkedAt)
  expect(checked).toEqual([...checked].sort().reverse())

  const filters: ListFilter[] = [
    { verdict: 'false' },
    { topic: 'ferries' },
    { person: 'corvin-mallaby', challenged: 'challenged' },
    { person: 'nobody' },
  ]
  for (const filter of filters) {
    const fits = claims.filter(
      ({ claim }) =>
        (!filter.verdict || claim.verdict.key === filter.verdict) &&
        (!filter.person || claim.speaker.personSlug === filter.person) &&
        (!filter.topic || claim.topics.some(({ slug }) => slug === filter.topic)) &&
        (!filter.challenged || claim.challenge.kind === filter.challenged),
    )
    const found = await wholeOf((at) => publishedClaimsPage(filter, at))
    expect(found.map(place).sort()).toEqual(fits.map(place).sort())
    const counts = await publishedClaimCounts({ ...filter, verdict: undefined })
    const all = claims.length === 0 ? 0 : counts.verdicts.reduce((sum, one) => sum + one.count, 0)
    expect(all).toBe(filter.verdict ? claims.length : fits.length)
  }

  const interviews = await wholeOf(publishedInterviews)
  expect(interviews.map(({ slug, number }) => [slug, number]).sort()).toEqual(
    pages.map((page) => [page.interview.slug, page.number]).sort(),
  )
  const changes = await wholeOf((at) => publishedChangesPage(undefined, at))
  expect(changes.map(({ slug, change }) => `${slug} ${change.note}`).sort()).toEqual(
    pages.flatMap((page) => page.changes.map(({ note }) => `${page.interview.slug} ${note}`)).sort(),
  )
  const kinds = await publishedChangeCounts()
  expect(kinds.update + kinds.clarification + kinds.correction).toBe(changes.length)

  const named = new Set(
    pages.flatMap((page) => [
      ...page.participants.map(({ slug }) => slug),
      ...page.claims.map((c) => c.speaker.personSlug),
    ]),
  )
  named.delete(null)
  expect((await publishedPeople()).map(({ slug }) => slug).sort()).toEqual([...named].sort())
  const topics = new Set(claims.flatMap(({ claim }) => claim.topics.map(({ slug }) => slug)))
  expect((await publishedTopics()).map(({ slug }) => slug).sort()).toEqual([...topics].sort())

  const turns = await db().publishedTurn.findMany({ include: { page: true } })
  const said = (slug: string, turn: number, text: string) => `${slug} ${turn} ${text}`
  expect(turns.map(({ page, turn, text }) => said(page.slug, turn, text)).sort()).toEqual(
    pages.flatMap((page) => page.turns.map(({ text }, turn) => said(page.interview.slug, turn, text))).sort(),
  )
}

const editor = async () =>
  (await db().member.findFirst({ where: { role: 'editor' } }))?.id ??
  (await db().member.create({ data: { email: 'ed@lantern.example', name: 'Ed', role: 'editor' } })).id

async function store(interviewId: string, snapshot: Snapshot): Promise<void> {
  const by = await editor()
  await db().$transaction((tx) => storePublication(tx, { interviewId, snapshot, changes: [], by, at: now() }))
}

const WORDS = ['fare', 'fog', 'tide', 'keeper', 'الميناء', '灯台', 'économie']

/** A page as one publication might show it. */
const page = fc.record({
  texts: fc.array(fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 5 }), {
    minLength: 1,
    maxLength: 4,
  }),
  claims: fc.array(
    fc.record({
      verdict: fc.constantFrom('false', 'disputed', 'context'),
      topics: fc.subarray(['ferries', 'fog']),
      challenged: fc.constantFrom('unchallenged' as const, 'partly' as const, 'challenged' as const),
      person: fc.constantFrom('corvin-mallaby', 'ottoline-brask', null),
      day: fc.integer({ min: 1, max: 28 }),
    }),
    { maxLength: 4 },
  ),
  language: fc.constantFrom('en', 'fr', 'ar', 'ja'),
  changes: fc.integer({ min: 0, max: 2 }),
})

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ interview: fc.integer({ min: 0, max: 2 }), page }) },
  { weight: 1, arbitrary: fc.record({ interview: fc.integer({ min: 0, max: 2 }), page: fc.constant(null) }) },
)

afterEach(async () => {
  await db().publishedPage.deleteMany()
})

describe('what lists show', () => {
  test('is what the newest publications show, whatever is published, corrected and taken down in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        await db().publishedPage.deleteMany()
        const interviews = [
          await buildInterview(db()),
          await buildInterview(db()),
          await buildInterview(db()),
        ]
        const numbers = [0, 0, 0]
        for (const { interview: at, page: wanted } of steps) {
          const interview = interviews[at]
          const number = (numbers[at] ?? 0) + 1
          if (!interview || (number === 1 && !wanted)) continue
          numbers[at] = number
          await store(
            interview.id,
            wanted ? snapshotOf(interview.slug, number, wanted) : takedown(interview.slug, number),
          )
        }
        const own = new Set(interviews.map(({ slug }) => slug))
        await expectListsToTell((await newestPages()).filter(({ interview }) => own.has(interview.slug)))
      }),
      { numRuns: 8 },
    )
  })

  test('can be made again from the publications, and is the same then', async () => {
    const { interview } = await buildPublished({ claims: [{}, { words: { turn: 1, from: 2, to: 6 } }] })
    const read = async () => ({
      claims: await db()
        .$queryRaw`SELECT to_jsonb(c)::text AS row FROM "PublishedClaim" AS c WHERE "interviewId" = ${interview.id}::uuid ORDER BY "number"`,
      turns: await db()
        .$queryRaw`SELECT to_jsonb(t)::text AS row FROM "PublishedTurn" AS t WHERE "interviewId" = ${interview.id}::uuid ORDER BY "turn"`,
    })
    const before = await read()
    const row = await db().publication.findFirstOrThrow({ where: { interviewId: interview.id } })
    await db().publishedPage.deleteMany({ where: { interviewId: interview.id } })
    await db().$transaction((tx) => keepPublic(tx, row, snapshotSchema.parse(row.snapshot)))
    expect(await read()).toEqual(before)
  })

  test('does not change where a publication fails on its way', async () => {
    const { interview } = await buildPublished()
    const claims = () => wholeOf((at) => publishedClaimsPage({}, at))
    const before = await claims()
    await expect(
      db().$transaction(async (tx) => {
        const at = now()
        await storePublication(tx, {
          interviewId: interview.id,
          snapshot: takedown(interview.slug, 2),
          changes: [],
          by: await editor(),
          at,
        })
        throw new Error('the power went')
      }),
    ).rejects.toThrow('the power went')
    expect(await claims()).toEqual(before)
  })

  test('names a person as the newest publication does, and knows nobody and nothing else', async () => {
    const [one, other] = [await buildInterview(db()), await buildInterview(db())]
    const wanted = { texts: [['fog']], claims: [], language: 'en', changes: 0 }
    await store(one.id, snapshotOf(one.slug, 1, wanted))
    const later = snapshotOf(other.slug, 1, wanted)
    await store(other.id, {
      ...later,
      participants: later.participants.map((person) => ({ ...person, affiliation: 'Formerly of the party' })),
    })
    expect(await publishedPersonAt('corvin-mallaby')).toMatchObject({
      affiliation: 'Formerly of the party',
      interviews: 2,
      claims: 0,
    })
    for (const nasty of ["' OR 1=1 --", '%', '\\', 'nobody']) {
      expect(await publishedPersonAt(nasty)).toBeNull()
      expect(await publishedTopicAt(nasty)).toBeNull()
      expect(
        (
          await publishedClaimsPage(
            { verdict: nasty, person: nasty, topic: nasty },
            { cursor: null, limit: 5 },
          )
        ).rows,
      ).toEqual([])
    }
  })
})

type Wanted = {
  texts: string[][]
  claims: {
    verdict: string
    topics: string[]
    challenged: 'unchallenged' | 'partly' | 'challenged'
    person: string | null
    day: number
  }[]
  language: string
  changes: number
}

function snapshotOf(slug: string, number: number, wanted: Wanted): PageSnapshot {
  const base = pageFixture()
  const turns = wanted.texts.map((words, at) => turnFixture(at % 2, words.join(' '), at * 5000))
  const at = new Date(Date.UTC(2026, 0, number)).toISOString()
  return pageFixture({
    number,
    publishedAt: at,
    interview: { ...base.interview, slug, language: wanted.language },
    turns,
    background: [],
    chapters: [],
    claims: wanted.claims.map(({ verdict, topics, challenged, person, day }, index) =>
      claimFixture(
        turns,
        index + 1,
        { turn: 0, from: 0, to: 0 },
        {
          verdict: verdictFixture(verdict),
          topics: topics.map((topic) => ({ slug: topic, name: topic })),
          challenge: { kind: challenged, turn: null, ms: null },
          speaker: { name: person ?? 'A voice', personSlug: person, affiliation: '' },
          checkedAt: new Date(Date.UTC(2025, 1, day)).toISOString(),
        },
      ),
    ),
    changes: Array.from({ length: wanted.changes }, (_, index) => ({
      kind: 'update' as const,
      wrong: '',
      note: `Change ${index} of ${number}.`,
      claimNumber: null,
      at,
      publication: number,
    })),
  })
}

function takedown(slug: string, number: number): Snapshot {
  return {
    v: 1,
    kind: 'takedown',
    number,
    slug,
    notice: 'Withdrawn.',
    takenDownAt: '2026-01-01T00:00:00.000Z',
    site: { name: 'The Lantern', timeZone: 'UTC' },
  }
}
