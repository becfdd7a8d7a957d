import 'server-only'
import { createHash } from 'node:crypto'
import { type CheckedClaim, checkedClaimSchema } from '@/claims/checked-claim'
import { checkState } from '@/claims/repeat/check-state'
import type { ClaimRecord } from '@/claims/store'
import type { ClaimView } from '@/claims/views'
import { Invalid } from '@/platform/errors'

/** What of a claim is its check, and so shared: everything else (words, place, clip, speaker, challenge) is its own. */
const SHARED = [
  'claimReviewed',
  'verdictKey',
  'verdict',
  'explanation',
  'evidence',
  'replies',
  'topics',
] as const
type Shared = (typeof SHARED)[number]

/**
 * A repeat with its root's check laid over its own, which rests in the database untouched until the two are parted. Every claim
 * is read through this, so what shows, what is missing and what is approved is one check everywhere.
 */
export function withSharedCheck<
  Record extends { repeatOf: Pick<Record, Shared> | null } & { [Key in Shared]: unknown },
>(claim: Record): Record {
  const root = claim.repeatOf
  return root ? { ...claim, ...Object.fromEntries(SHARED.map((key) => [key, root[key]])) } : claim
}

/** “claim 3 of ‘An evening with …’”, for sentences. */
export function rootName(root: NonNullable<ClaimRecord['repeatOf']>): string {
  return `claim ${root.number} of “${root.interview.title}”`
}

/** Names a check to readers without saying anything of it: the same for a claim and all its repeats. */
export function checkIdOf(claim: Pick<ClaimRecord, 'id' | 'repeatOfId'>): string {
  return createHash('sha256')
    .update(`check ${claim.repeatOfId ?? claim.id}`)
    .digest('base64url')
    .slice(0, 22)
}

type SharedContent = Pick<
  CheckedClaim,
  'claimReviewed' | 'verdict' | 'explanationHtml' | 'evidence' | 'replies' | 'topics'
>

/**
 * What a repeat's approval takes over, exactly as it was agreed for the root; nothing for a claim with a check of its own.
 * @throws Invalid where the root's check does not stand approved.
 */
export function agreedCheck(claim: ClaimRecord): Partial<SharedContent> {
  const root = claim.repeatOf
  if (!root) return {}
  const agreed = root.approvals[0]
  if (!agreed || checkState(root, null) === 'open') throw new Invalid(approveFirst(root))
  const { claimReviewed, verdict, explanationHtml, evidence, replies, topics } = checkedClaimSchema.parse(
    agreed.content,
  )
  return { claimReviewed, verdict, explanationHtml, evidence, replies, topics }
}

function approveFirst(root: NonNullable<ClaimRecord['repeatOf']>): string {
  return `The check is not approved yet: approve ${rootName(root)} first.`
}

/** What the policies ask of a repeat; null for a claim with a check of its own. */
export function repeatStanding(claim: ClaimRecord) {
  const root = claim.repeatOf
  if (!root) return null
  const state = checkState(root, claim.status === 'approved' ? claim.approvals[0] : null)
  return { of: rootName(root), state, missing: state === 'open' ? [approveFirst(root)] : [] }
}

/** Who wrote what an approval of this claim is of: a repeat's check has its root's writers too. */
export function writerIds(claim: ClaimRecord): string[] {
  return [
    ...new Set(
      [...claim.contributors, ...(claim.repeatOf?.contributors ?? [])].map(({ memberId }) => memberId),
    ),
  ]
}

/** How often the same was said, and what is to be done about it, for the desk. */
export function saidView(claim: ClaimRecord): ClaimView['said'] {
  const root = claim.repeatOf
  const repeats = (root ?? claim).repeats.filter(({ status }) => status !== 'dropped')
  const standing = repeatStanding(claim)
  return {
    times: repeats.length + 1,
    repeatOf: root &&
      standing && {
        claimId: root.id,
        interviewId: root.interviewId,
        interviewTitle: root.interview.title,
        number: root.number,
        state: standing.state,
      },
    changed: root
      ? []
      : claim.repeats.flatMap(({ id, version, status, approvals }) =>
          status === 'approved' && checkState(claim, approvals[0]) === 'changed'
            ? [{ claimId: id, version }]
            : [],
        ),
  }
}
