import { describe, expect, test } from 'vitest'
import {
  type ClaimStanding,
  canApprove,
  canDrop,
  canEdit,
  canFlag,
  canMove,
  canRestore,
  movesFor,
  needsReason,
} from '@/claims/policy'
import { STATUSES, type Status } from '@/claims/words-of-the-trade'
import { type Actor, ROLES, type Role } from '@/newsroom/roles'

const actor = (role: Role, id = 'me'): Actor => ({ id, role, name: 'Me', email: 'me@example.org' })
const standing = (status: Status, over: Partial<ClaimStanding> = {}): ClaimStanding => ({
  status,
  droppedFrom: status === 'dropped' ? 'researching' : null,
  contributorIds: ['me', 'other'],
  missing: [],
  ...over,
})

/** Who may do it, by role: r(eporter), e(ditor), a(dmin). */
const MOVES: Record<Status, Partial<Record<Status, string>>> = {
  flagged: { researching: 'rea', awaitingReply: 'rea', inReview: 'rea', held: 'ea' },
  researching: { awaitingReply: 'rea', inReview: 'rea', held: 'ea' },
  awaitingReply: { researching: 'rea', inReview: 'rea', held: 'ea' },
  inReview: { researching: 'ea', awaitingReply: 'ea', held: 'ea' },
  approved: { researching: 'ea', held: 'ea' },
  held: { researching: 'ea', inReview: 'ea' },
  dropped: {},
}
const ACTS: Record<Status, { edit: string; approve: string; drop: string; restore: string }> = {
  flagged: { edit: 'rea', approve: '', drop: 'rea', restore: '' },
  researching: { edit: 'rea', approve: '', drop: 'rea', restore: '' },
  awaitingReply: { edit: 'rea', approve: '', drop: 'rea', restore: '' },
  inReview: { edit: 'rea', approve: 'ea', drop: 'rea', restore: '' },
  approved: { edit: 'ea', approve: '', drop: 'ea', restore: '' },
  held: { edit: 'rea', approve: '', drop: 'rea', restore: '' },
  dropped: { edit: '', approve: '', drop: '', restore: 'rea' },
}

const rolesOf = (letters: string) => ROLES.filter((role) => letters.includes(role.charAt(0)))

describe.each(STATUSES)('a claim that is %s', (status) => {
  test.each(STATUSES)('goes to %s only by those who may move it there', (to) => {
    const may = ROLES.filter((role) => canMove(actor(role), standing(status), to).allowed)
    expect(may).toEqual(rolesOf(MOVES[status][to] ?? ''))
    expect(ROLES.filter((role) => movesFor(actor(role), standing(status)).includes(to))).toEqual(may)
  })

  test('is edited, approved, dropped and restored only by those who may', () => {
    const may = (decide: (one: Actor) => { allowed: boolean }) =>
      ROLES.filter((role) => decide(actor(role)).allowed)
    const claim = standing(status)
    expect({
      edit: may((one) => canEdit(one, claim)),
      approve: may((one) => canApprove(one, claim, { secondPersonRule: true })),
      drop: may((one) => canDrop(one, claim)),
      restore: may((one) => canRestore(one, claim)),
    }).toEqual({
      edit: rolesOf(ACTS[status].edit),
      approve: rolesOf(ACTS[status].approve),
      drop: rolesOf(ACTS[status].drop),
      restore: rolesOf(ACTS[status].restore),
    })
  })

  test('is never approved by a move', () => {
    for (const role of ROLES) expect(canMove(actor(role), standing(status), 'approved').allowed).toBe(false)
  })
})

test('every member may flag', () => {
  for (const role of ROLES) expect(canFlag(actor(role)).allowed).toBe(true)
})

describe('the second-person rule', () => {
  const alone = standing('inReview', { contributorIds: ['me'] })
  test('nobody approves the claim that they alone wrote, an administrator neither', () => {
    for (const role of ['editor', 'admin'] as const)
      expect(canApprove(actor(role), alone, { secondPersonRule: true })).toEqual({
        allowed: false,
        reason: 'You alone wrote this claim. A second person has to approve it.',
      })
  })
  test('who wrote nothing of it may approve, and who wrote some of it with others', () => {
    expect(canApprove(actor('editor', 'somebody'), alone, { secondPersonRule: true }).allowed).toBe(true)
    expect(canApprove(actor('editor'), standing('inReview'), { secondPersonRule: true }).allowed).toBe(true)
  })
  test('switched off, an editor approves alone and a reporter still cannot', () => {
    expect(canApprove(actor('editor'), alone, { secondPersonRule: false }).allowed).toBe(true)
    expect(canApprove(actor('reporter'), alone, { secondPersonRule: false }).allowed).toBe(false)
  })
})

test('a claim with something missing is not approved, and the reason says what', () => {
  const claim = standing('inReview', { missing: ['Choose a verdict.', 'Write what you found.'] })
  expect(canApprove(actor('admin'), claim, { secondPersonRule: false })).toEqual({
    allowed: false,
    reason: 'Choose a verdict.',
  })
})

test('a reporter restores what was dropped, but not what an editor had approved', () => {
  const claim = standing('dropped', { droppedFrom: 'approved' })
  expect(canRestore(actor('reporter'), claim).allowed).toBe(false)
  expect(canRestore(actor('editor'), claim).allowed).toBe(true)
})

test('work that is handed back carries a reason', () => {
  const asked = STATUSES.flatMap((from) =>
    STATUSES.filter((to) => needsReason(from, to)).map((to) => `${from} to ${to}`),
  )
  expect(asked).toEqual(['inReview to researching', 'approved to researching'])
})
