import { expect, test } from 'vitest'
import { buildSnapshot } from '@/publishing/build-snapshot'
import type { Draft } from '@/publishing/draft'
import { draftFixture } from '@/publishing/draft-fixture'
import { changedSince } from '@/publishing/plan/changed-since'
import { pageSnapshotSchema } from '@/publishing/snapshot-schema'

const draft = draftFixture()
const pageOf = (from: Draft, at = '2026-03-05T09:00:00.000Z') =>
  pageSnapshotSchema.parse(buildSnapshot(from, at, []))
/** As the database gives it back: keys in another order. */
const stored = pageSnapshotSchema.parse(
  JSON.parse(
    JSON.stringify(pageOf(draft), (_key, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    ),
  ),
)

test('a plan that holds all that stands at the desk says so, whenever it is asked', () => {
  expect(changedSince(stored, pageOf(draft, '2026-03-09T09:00:00.000Z'))).toEqual([])
})

test.each<[Partial<Draft>, string[]]>([
  [{ interview: { ...draft.interview, title: 'Another' } }, ['The headline was changed.']],
  [{ interview: { ...draft.interview, recording: null } }, ['The recording was changed.']],
  [{ claims: draft.claims.slice(1) }, ['Claim 1: The claim is taken off the page.']],
  [{ chapters: [{ turnId: 'turn-1', title: 'Trees' }] }, ['The chapters were changed.']],
  [{ turns: draft.turns.slice(0, 3) }, ['The transcript was changed.']],
  [{ interview: { ...draft.interview, place: 'Alder' } }, ['Details were changed.']],
])('what was changed since is named', (change, says) => {
  expect(changedSince(stored, pageOf({ ...draft, ...change }))).toEqual(expect.arrayContaining(says))
})
