import { describe, expect, test } from 'vitest'
import { buildSnapshot, standsOnItsWords } from '@/publishing/build-snapshot'
import { chooseClaims } from '@/publishing/choose-claims'
import { compareClaims, differs } from '@/publishing/compare'
import type { Draft } from '@/publishing/draft'
import { contentFixture, draftClaim, draftFixture, draftTurn, published } from '@/publishing/draft-fixture'
import { pageSnapshotSchema } from '@/publishing/snapshot-schema'

const AT = '2026-03-04T09:00:00.000Z'
const LATER = '2026-03-05T09:00:00.000Z'
const numbers = (draft: Draft) => buildSnapshot(draft, AT, []).claims.map((claim) => claim.number)
const stands = (draft: Draft) => chooseClaims(draft).map((chosen) => standsOnItsWords(chosen, draft))

test('the first page is number one and was first published now', () => {
  const page = buildSnapshot(draftFixture(), AT, [])
  expect(page).toMatchObject({
    v: 1,
    kind: 'page',
    number: 1,
    firstPublishedAt: AT,
    publishedAt: AT,
    changes: [],
  })
  expect(pageSnapshotSchema.parse(JSON.parse(JSON.stringify(page)))).toEqual(page)
})

test('a later page keeps the first moment and never takes a number again, a takedown in between included', () => {
  const once = published(draftFixture(), AT)
  expect(buildSnapshot(once, LATER, [])).toMatchObject({
    number: 2,
    firstPublishedAt: AT,
    publishedAt: LATER,
  })
  const takenDown = { ...once, lastNumber: 2, takenDown: true }
  expect(buildSnapshot(takenDown, LATER, [])).toMatchObject({ number: 3, firstPublishedAt: AT })
})

test('what readers are told stands newest first and stays', () => {
  const told = published(draftFixture(), AT, [{ kind: 'update', note: 'First.', claimNumber: null }])
  const page = buildSnapshot(told, LATER, [{ kind: 'correction', note: 'Second.', claimNumber: 1 }])
  expect(page.changes).toEqual([
    { kind: 'correction', wrong: '', note: 'Second.', claimNumber: 1, at: LATER, publication: 2 },
    { kind: 'update', wrong: '', note: 'First.', claimNumber: null, at: AT, publication: 1 },
  ])
})

test('a page says nothing that has no place in it: no id of a participant, no status, no version', () => {
  const text = JSON.stringify(buildSnapshot(draftFixture({ backgroundDrafts: 3 }), AT, []))
  for (const word of [
    '"p0"',
    '"p1"',
    'claim-1',
    'approved',
    '"version"',
    'needsAnchor',
    'backgroundDrafts',
    'revision',
  ])
    expect(text).not.toContain(word)
})

describe('claims stand in the order of the words', () => {
  test('by where they begin, the longer one first, those made elsewhere last', () => {
    const elsewhere = contentFixture(
      1,
      { turn: 0, from: 0, to: 0 },
      { anchor: null, appearance: { kind: 'post', title: 'A post', url: '', archivedUrl: '', on: null } },
    )
    const draft = draftFixture({
      claims: [
        draftClaim(elsewhere),
        draftClaim(contentFixture(2, { turn: 3, from: 0, to: 2 })),
        draftClaim(contentFixture(3, { turn: 1, from: 4, to: 5 })),
        draftClaim(contentFixture(4, { turn: 1, from: 0, to: 2 })),
        draftClaim(contentFixture(5, { turn: 1, from: 0, to: 6 })),
      ],
    })
    expect(numbers(draft)).toEqual([5, 4, 3, 2, 1])
    expect(buildSnapshot(draft, AT, []).claims.at(-1)?.place).toBeNull()
  })
})

describe('a claim never sits on words that its speaker did not say', () => {
  const claim = draftFixture().claims.slice(0, 1)

  test('one that stands is placed on exactly its words', () => {
    const draft = draftFixture({ claims: claim })
    expect(stands(draft)).toEqual([true])
    expect(buildSnapshot(draft, AT, []).claims[0]?.place).toEqual({
      firstTurn: 1,
      firstWord: 0,
      lastTurn: 1,
      lastWord: 6,
    })
  })

  test('one whose words changed is placed nowhere', () => {
    const turns = draftFixture().turns.with(1, draftTurn(1, 'We planted five million trees last year.'))
    const draft = draftFixture({ claims: claim, turns })
    expect(stands(draft)).toEqual([false])
    expect(buildSnapshot(draft, AT, []).claims[0]?.place).toBeNull()
  })

  test('one whose turn is gone is placed nowhere', () => {
    const draft = draftFixture({ claims: claim, turns: draftFixture().turns.toSpliced(1, 1) })
    expect(stands(draft)).toEqual([false])
    expect(buildSnapshot(draft, AT, []).claims[0]?.place).toBeNull()
  })

  test('one that moved with its words is placed where they are now', () => {
    const turns = draftFixture().turns.with(
      1,
      draftTurn(1, 'Well, we say: We planted nine million trees last year.'),
    )
    const moved = { firstTurnId: 'turn-1', firstWord: 3, lastTurnId: 'turn-1', lastWord: 9 }
    const draft = draftFixture({ turns, claims: claim.map((one) => ({ ...one, anchor: moved })) })
    expect(buildSnapshot(draft, AT, []).claims[0]?.place).toMatchObject({ firstWord: 3, lastWord: 9 })
  })

  test('one whose turn was cut stands on both halves, with the seconds and the surroundings of now', () => {
    const [, whole] = draftFixture().turns
    const turns = draftFixture().turns.toSpliced(
      1,
      1,
      { ...draftTurn(1, 'We planted nine'), position: 1 },
      { ...draftTurn(5, 'million trees last year. Nobody else planted any.'), position: 2 },
    )
    const anchor = { firstTurnId: 'turn-1', firstWord: 0, lastTurnId: 'turn-5', lastWord: 3 }
    const quote = 'We planted nine\nmillion trees last year.'
    const before = published(draftFixture({ claims: claim }))
    const draft = { ...before, turns, claims: claim.map((one) => ({ ...one, anchor, quote })) }
    const page = buildSnapshot(draft, LATER, [])
    expect(whole?.text).toContain('nine million')
    expect(page.claims[0]).toMatchObject({
      quote,
      place: { firstTurn: 1, firstWord: 0, lastTurn: 2, lastWord: 3 },
      startMs: 10_000,
      endMs: 51_180,
      suffix: expect.stringMatching(/^Nobody else planted any\./),
    })
    expect(before.lastPage && compareClaims(before.lastPage, page)).toEqual([])
    expect(before.lastPage && differs(before.lastPage, page)).toBe(true)
  })

  test('one that waits for a person is placed nowhere, though its words still stand where they were approved', () => {
    const waiting = claim.map((one) => ({ ...one, needsAnchor: true }))
    const known = { ...published(draftFixture({ claims: claim })), claims: waiting }
    expect(stands(known)).toEqual([false])
    expect(buildSnapshot(known, LATER, []).claims[0]?.place).toBeNull()
    expect(numbers(draftFixture({ claims: waiting }))).toEqual([])
  })

  test('one that is worked on again follows corrections too, as long as nobody put it elsewhere', () => {
    const turns = draftFixture().turns.with(1, draftTurn(1, 'Well, We planted nine million trees last year.'))
    const moved = { firstTurnId: 'turn-1', firstWord: 1, lastTurnId: 'turn-1', lastWord: 7 }
    const before = published(draftFixture({ claims: claim }))
    const again = claim.map((one) => ({ ...one, status: 'researching' as const, version: 4, anchor: moved }))
    expect(buildSnapshot({ ...before, turns, claims: again }, LATER, []).claims[0]?.place).toMatchObject({
      firstWord: 1,
      lastWord: 7,
    })
  })

  test('one put on the same words of somebody else stays where it was approved until that is approved', () => {
    const turns = draftFixture().turns.with(
      2,
      draftTurn(2, 'We planted nine million trees last year. Did you?', 'p0'),
    )
    const before = published(draftFixture({ claims: claim, turns }))
    const elsewhere = { firstTurnId: 'turn-2', firstWord: 0, lastTurnId: 'turn-2', lastWord: 6 }
    const reanchored = claim.map((one) => ({
      ...one,
      status: 'inReview' as const,
      version: 4,
      anchorVersion: 4,
      anchor: elsewhere,
    }))
    const draft = { ...before, claims: reanchored }
    expect(buildSnapshot(draft, LATER, []).claims[0]?.place).toMatchObject({ firstTurn: 1 })
  })

  test('a claim without an anchor belongs on the page only if it was made elsewhere', () => {
    const lost = draftClaim(contentFixture(1, { turn: 1, from: 0, to: 6 }, { anchor: null }))
    expect(stands(draftFixture({ claims: [lost] }))).toEqual([false])
  })
})

test('the second of a reply points at the turn of this page', () => {
  const answered = contentFixture(
    1,
    { turn: 1, from: 0, to: 6 },
    { challenge: { kind: 'challenged', turnId: 'turn-2', ms: 20_000 } },
  )
  const page = buildSnapshot(draftFixture({ claims: [draftClaim(answered)] }), AT, [])
  expect(page.claims[0]?.challenge).toEqual({ kind: 'challenged', turn: 2, ms: 20_000 })
})

test('the second of a reply is where its turn begins now, and unknown where the turn is gone', () => {
  const answered = contentFixture(
    1,
    { turn: 1, from: 0, to: 6 },
    { challenge: { kind: 'challenged', turnId: 'turn-2', ms: 20_000 } },
  )
  const on = (challengeTurnId: string | null, draft = draftFixture()) =>
    buildSnapshot({ ...draft, claims: [draftClaim(answered, { challengeTurnId })] }, AT, []).claims[0]
      ?.challenge
  expect(on('turn-3')).toEqual({ kind: 'challenged', turn: 3, ms: 30_000 })
  expect(on(null)).toEqual({ kind: 'challenged', turn: null, ms: null })
})

test('a background note stands at its turn, and one whose turn is gone nowhere', () => {
  const background = [
    { turnId: 'turn-2', title: 'The register', html: '<p>Kept since 1901.</p>' },
    { turnId: 'turn-9', title: 'Lost', html: '<p>Lost.</p>' },
  ]
  expect(buildSnapshot(draftFixture({ background }), AT, []).background).toEqual([
    { turn: 2, title: 'The register', html: '<p>Kept since 1901.</p>' },
  ])
})

test('a voice that nobody named has no participant', () => {
  const turns = draftFixture().turns.with(0, draftTurn(0, 'Hear, hear!', null))
  expect(buildSnapshot(draftFixture({ turns }), AT, []).turns.map((turn) => turn.participant)).toEqual([
    null,
    1,
    0,
    1,
  ])
})
