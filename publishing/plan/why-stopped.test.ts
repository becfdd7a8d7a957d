import { describe, expect, test } from 'vitest'
import { buildSnapshot } from '@/publishing/build-snapshot'
import type { Draft, DraftClaim } from '@/publishing/draft'
import { approvalFixture, draftFixture, published } from '@/publishing/draft-fixture'
import { type Planner, TOO_LATE_MS, whyStopped } from '@/publishing/plan/why-stopped'
import { verdictFixture } from '@/publishing/snapshot-fixture'

const AT = '2026-03-05T09:00:00.000Z'
const EDITOR: Planner = { name: 'Cay Holm', role: 'editor', deactivated: false }
const planOf = (draft: Draft) => ({ snapshot: buildSnapshot(draft, AT, []), publishAt: AT })

/** The draft with its first claim as the desk has it now. */
function withClaim(draft: Draft, change: (claim: DraftClaim) => Partial<DraftClaim>): Draft {
  return {
    ...draft,
    claims: draft.claims.map((claim, index) => (index === 0 ? { ...claim, ...change(claim) } : claim)),
  }
}

/** Approved anew, a day later, with another verdict or the same. */
const anew = (verdict: string) => (claim: DraftClaim) => {
  const [first] = claim.approvals
  if (!first) throw new Error('The claim was never approved.')
  const content = {
    ...first.content,
    verdict: verdictFixture(verdict),
    checkedAt: '2026-03-05T08:00:00.000Z',
  }
  return { version: 4, approvals: [approvalFixture(content, { claimVersion: 4 }), first] }
}

const first = draftFixture()
const again = published(first)
/** The second publication shows claim 1 as it was approved anew. */
const renewed = withClaim(again, anew('misleading'))

describe('a plan goes out', () => {
  test.each<[what: string, planned: Draft, now: Draft]>([
    ['where nothing changed', first, first],
    [
      'where the desk wrote on: another headline, another claim',
      first,
      { ...first, interview: { ...first.interview, title: 'Another' } },
    ],
    ['where a claim was approved anew with the same verdict', first, withClaim(first, anew('false'))],
    [
      'where a claim that readers know so already is being worked on',
      again,
      withClaim(again, () => ({ status: 'researching', version: 4 })),
    ],
    ['where such a claim is held', again, withClaim(again, () => ({ status: 'held' }))],
    ['where an embargo ends in that very moment', first, { ...first, embargoUntil: AT }],
    [
      'after a takedown that it was made for',
      { ...again, lastNumber: 2, takenDown: true },
      { ...again, lastNumber: 2, takenDown: true },
    ],
    [
      'where a speaker’s name is spelt better',
      first,
      {
        ...first,
        participants: first.participants.map((one) => ({
          ...one,
          name: one.slug ? 'Bo Marsh Jr' : one.name,
        })),
      },
    ],
  ])('%s', (_what, planned, now) => {
    expect(whyStopped(planOf(planned), now, EDITOR, AT)).toBeNull()
  })

  test('late, and after more than a day only once somebody has looked', () => {
    const later = (ms: number) => new Date(Date.parse(AT) + ms).toISOString()
    expect(whyStopped(planOf(first), first, EDITOR, later(TOO_LATE_MS))).toBeNull()
    expect(whyStopped(planOf(first), first, EDITOR, later(TOO_LATE_MS + 1))).toContain('no server ran')
  })
})

describe('a plan is stopped', () => {
  test.each<[what: string, planned: Draft, now: Draft, says: string]>([
    ['something was published since', first, again, 'Publication 1 went out since'],
    ['the page was taken down since', again, { ...again, lastNumber: 2, takenDown: true }, 'taken down'],
    ['an embargo ends later', first, { ...first, embargoUntil: '2026-03-05T09:00:00.001Z' }, 'embargo'],
    [
      'the address changed',
      first,
      { ...first, interview: { ...first.interview, slug: 'elsewhere' } },
      'address',
    ],
    [
      'a claim of it was dropped',
      first,
      withClaim(first, () => ({ status: 'dropped' })),
      'Claim 1 was dropped',
    ],
    ['a claim of it is gone', first, { ...first, claims: first.claims.slice(1) }, 'Claim 1 was dropped'],
    [
      'a claim’s words wait for a person',
      first,
      withClaim(first, () => ({ needsAnchor: true })),
      'Claim 1 waits',
    ],
    [
      'a claim that readers never met was reopened',
      first,
      withClaim(first, () => ({ status: 'inReview', version: 4 })),
      'Claim 1 is not approved',
    ],
    ['such a claim was held', first, withClaim(first, () => ({ status: 'held' })), 'Claim 1 is not approved'],
    [
      'the check that a repeat shares was reopened',
      first,
      withClaim(first, () => ({ check: 'open' })),
      'Claim 1 is not approved',
    ],
    [
      'a claim was approved anew with another verdict',
      first,
      withClaim(first, anew('correct')),
      'approved anew',
    ],
    [
      'the renewed approval of a known claim was taken back',
      renewed,
      withClaim(renewed, () => ({ status: 'researching' })),
      'Claim 1 is not approved',
    ],
    [
      'the words under a claim are somebody else’s',
      first,
      { ...first, turns: first.turns.map((turn) => ({ ...turn, participantId: 'p0' })) },
      'Ada Quill',
    ],
  ])('where %s', (_what, planned, now, says) => {
    expect(whyStopped(planOf(planned), now, EDITOR, AT)).toContain(says)
  })

  test.each<[Planner, string]>([
    [null, 'Nobody'],
    [{ name: 'Cay Holm', role: 'editor', deactivated: true }, 'Cay Holm, who planned it, has left'],
    [{ name: 'Cay Holm', role: 'reporter', deactivated: false }, 'now reporter'],
  ])('where whoever planned it may not publish', (planner, says) => {
    expect(whyStopped(planOf(first), first, planner, AT)).toContain(says)
  })
})
