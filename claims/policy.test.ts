import { describe, expect, test } from 'vitest'
import {
  type ClaimStanding,
  canApprove,
  canDrop,
  canEdit,
  canEndTalk,
  canFlag,
  canGiveOpinion,
  canHandBack,
  canHear,
  canMove,
  canRestore,
  movesFor,
  movesRefused,
} from '@/claims/policy'
import { STATUSES, type Status } from '@/claims/words-of-the-trade'
import { type Actor, ROLES, type Role } from '@/newsroom/roles'

const actor = (role: Role, id = 'me'): Actor => ({ id, role, name: 'Me', email: 'me@example.org' })
type Standing = ClaimStanding & { missing: readonly string[] }
const standing = (status: Status, over: Partial<Standing> = {}): Standing => ({
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
  inReview: { awaitingReply: 'ea', held: 'ea' },
  approved: { held: 'ea' },
  held: { researching: 'ea', inReview: 'ea' },
  dropped: {},
}
type Who = Record<'edit' | 'approve' | 'drop' | 'restore' | 'handBack' | 'hear' | 'judge', string>
const ACTS: Record<Status, Who> = {
  flagged: { edit: 'rea', approve: '', drop: 'rea', restore: '', handBack: '', hear: 'rea', judge: 'ea' },
  researching: { edit: 'rea', approve: '', drop: 'rea', restore: '', handBack: '', hear: 'rea', judge: 'ea' },
  awaitingReply: {
    edit: 'rea',
    approve: '',
    drop: 'rea',
    restore: '',
    handBack: 'ea',
    hear: 'rea',
    judge: 'ea',
  },
  inReview: {
    edit: 'rea',
    approve: 'ea',
    drop: 'rea',
    restore: '',
    handBack: 'ea',
    hear: 'rea',
    judge: 'ea',
  },
  approved: { edit: 'ea', approve: '', drop: 'ea', restore: '', handBack: 'ea', hear: 'rea', judge: '' },
  held: { edit: 'rea', approve: '', drop: 'rea', restore: '', handBack: 'ea', hear: 'rea', judge: 'ea' },
  dropped: { edit: '', approve: '', drop: '', restore: 'rea', handBack: '', hear: '', judge: '' },
}

const rolesOf = (letters: string) => ROLES.filter((role) => letters.includes(role.charAt(0)))

describe.each(STATUSES)('a claim that is %s', (status) => {
  test.each(STATUSES)('goes to %s only by those who may move it there', (to) => {
    const may = ROLES.filter((role) => canMove(actor(role), standing(status), to).allowed)
    expect(may).toEqual(rolesOf(MOVES[status][to] ?? ''))
    expect(ROLES.filter((role) => movesFor(actor(role), standing(status)).includes(to))).toEqual(may)
    // What is not offered is known to be there, and for whom.
    const refused = ROLES.filter((role) => movesRefused(actor(role), standing(status)).includes(to))
    expect(refused).toEqual(may.length > 0 ? ROLES.filter((role) => !may.includes(role)) : [])
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
      handBack: may((one) => canHandBack(one, claim)),
      hear: may((one) => canHear(one, { ...claim, hasClip: true })),
      judge: may((one) => canGiveOpinion(one, { ...claim, opinionsNeeded: 2, claimReviewed: 'It is.' })),
    }).toEqual({
      edit: rolesOf(ACTS[status].edit),
      approve: rolesOf(ACTS[status].approve),
      drop: rolesOf(ACTS[status].drop),
      restore: rolesOf(ACTS[status].restore),
      handBack: rolesOf(ACTS[status].handBack),
      hear: rolesOf(ACTS[status].hear),
      judge: rolesOf(ACTS[status].judge),
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

test('out of review and out of an approval, research begins again only with a reason', () => {
  for (const status of ['inReview', 'approved'] as const)
    expect(canMove(actor('admin'), standing(status), 'researching')).toEqual({
      allowed: false,
      reason: 'Hand it back with a reason, so that the writer can act on it.',
    })
})

test('what has no clip cannot be heard', () => {
  expect(canHear(actor('admin'), { ...standing('inReview'), hasClip: false }).allowed).toBe(false)
})

test('nobody gives an opinion where none is asked for, nor on a claim without a sentence', () => {
  const claim = standing('inReview')
  const may = (opinionsNeeded: number, claimReviewed: string) =>
    canGiveOpinion(actor('editor'), { ...claim, opinionsNeeded, claimReviewed }).allowed
  expect([may(0, 'It is.'), may(1, ' '), may(1, 'It is.')]).toEqual([false, false, true])
})

test('a talk ends in writing only where the verdicts asked for one', () => {
  const may = (agreement: Parameters<typeof canEndTalk>[1]['agreement'], role: Role = 'editor') =>
    canEndTalk(actor(role), { ...standing('inReview'), agreement, verdictKey: 'false' }).allowed
  expect([may('differ'), may('other'), may('agree'), may('sealed'), may('off')]).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
  expect(may('differ', 'reporter')).toBe(false)
  const noVerdict = { ...standing('inReview'), agreement: 'differ' as const, verdictKey: null }
  expect(canEndTalk(actor('editor'), noVerdict).allowed).toBe(false)
})
