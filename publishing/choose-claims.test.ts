import { describe, expect, test } from 'vitest'
import { STATUSES } from '@/claims/words-of-the-trade'
import { chooseClaims, currentApproval } from '@/publishing/choose-claims'
import type { Draft, DraftClaim } from '@/publishing/draft'
import {
  approvalFixture,
  contentFixture,
  draftClaim,
  draftFixture,
  published,
} from '@/publishing/draft-fixture'
import { verdictFixture } from '@/publishing/snapshot-fixture'

const APPROVED = contentFixture(1, { turn: 1, from: 0, to: 6 })
const REWRITTEN = contentFixture(
  1,
  { turn: 1, from: 0, to: 6 },
  {
    explanationHtml: '<p>Rewritten.</p>',
    verdict: verdictFixture('exaggerated'),
    checkedAt: '2026-03-05T08:00:00.000Z',
  },
)

const shown = (draft: Draft) =>
  chooseClaims(draft).map(({ claim, content }) => [claim.number, content.explanationHtml])
const withClaim = (claim: Partial<DraftClaim>, draft = draftFixture()): Draft => ({
  ...draft,
  claims: [draftClaim(APPROVED, claim)],
})
const PUBLISHED = published(withClaim({}))

describe('before the first publication', () => {
  test.each(STATUSES.filter((status) => status !== 'approved'))(
    'a claim that is %s stays at the desk',
    (status) => {
      expect(shown(withClaim({ status, approvals: [] }))).toEqual([])
    },
  )

  test('an approved claim is shown as it was approved', () => {
    expect(shown(withClaim({}))).toEqual([[1, '<p>Found about 1.</p>']])
  })

  test.each(STATUSES.filter((status) => status !== 'approved'))(
    'a claim approved and then %s before publication stays at the desk',
    (status) => {
      expect(shown(withClaim({ status }))).toEqual([])
    },
  )

  test('an approval of an earlier version lets nothing out', () => {
    expect(shown(withClaim({ version: 4 }))).toEqual([])
    expect(currentApproval(draftClaim(APPROVED, { version: 4 }))).toBeNull()
  })

  test('an older approval does not come back when the newest no longer holds', () => {
    const claim = {
      version: 5,
      approvals: [approvalFixture(REWRITTEN, { claimVersion: 4 }), approvalFixture(APPROVED)],
    }
    expect(shown(withClaim(claim))).toEqual([])
  })
})

describe('after publication', () => {
  test('an unapproved change never goes out: readers go on seeing what they know', () => {
    for (const status of STATUSES.filter((one) => one !== 'approved' && one !== 'dropped')) {
      const chosen = chooseClaims(withClaim({ status, version: 4 }, PUBLISHED))
      expect(chosen).toMatchObject([
        { carriedOver: true, content: { explanationHtml: '<p>Found about 1.</p>' } },
      ])
    }
  })

  test('an approval that came after the page but no longer holds is not shown either', () => {
    const approvals = [approvalFixture(REWRITTEN, { claimVersion: 4 }), approvalFixture(APPROVED)]
    expect(shown(withClaim({ status: 'researching', version: 5, approvals }, PUBLISHED))).toEqual([
      [1, '<p>Found about 1.</p>'],
    ])
  })

  test('a new approval replaces the old text', () => {
    const approvals = [approvalFixture(REWRITTEN, { claimVersion: 4 }), approvalFixture(APPROVED)]
    expect(shown(withClaim({ version: 4, approvals }, PUBLISHED))).toEqual([[1, '<p>Rewritten.</p>']])
  })

  test('a dropped claim goes', () => {
    expect(shown(withClaim({ status: 'dropped' }, PUBLISHED))).toEqual([])
  })

  test('a claim that readers have not met yet stays at the desk until it is approved', () => {
    const other = draftClaim(contentFixture(2, { turn: 3, from: 0, to: 6 }), { status: 'inReview' })
    expect(shown({ ...PUBLISHED, claims: [...PUBLISHED.claims, other] })).toEqual([
      [1, '<p>Found about 1.</p>'],
    ])
  })
})
