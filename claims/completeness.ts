import type { ReplyOutcome } from '@/claims/words-of-the-trade'
import { momentWords } from '@/platform/moment-words'

/** What the rule about completeness asks of a claim. */
export type Completeness = {
  claimReviewed: string
  verdict: { rates: boolean } | null
  explanation: string
  needsAnchor: boolean
  /** Evidence that readers will see; internal sources do not count. */
  publicEvidence: number
  /** `needed` where the words came from a machine and there is a recording; `heard` where somebody replayed these very words. */
  hearing: { needed: boolean; heard: boolean }
  /** A sentence about opinions that lack or differ (claims/agreement.ts), or null. */
  agreement: string | null
  right: RightOfReply
  /** Only of a repeat: its check is its root's, and `missing` says what that lacks. */
  sharedCheck?: { missing: readonly string[] } | null
}

/** What the rule about the right of reply asks. Moments are dates, shown in `timeZone` (IANA). */
export type RightOfReply = {
  verdict: { rates: boolean; ratingValue: number | null } | null
  /** A named person's own name; null for an unnamed voice. */
  person: string | null
  replies: readonly { asked: string; deadline: Date | null; outcome: ReplyOutcome }[]
  now: Date
  timeZone: string
}

/** What is missing before a claim can be approved, as sentences for the editor; empty when nothing is. */
export function missingForApproval(claim: Completeness): string[] {
  const missing: string[] = []
  if (claim.needsAnchor) missing.push('The transcript changed under the quote: say where it stands now.')
  if (claim.sharedCheck) missing.push(...claim.sharedCheck.missing)
  else missing.push(...missingCheck(claim))
  if (claim.hearing.needed && !claim.hearing.heard)
    missing.push('A machine wrote these words: replay the clip against them.')
  if (!claim.sharedCheck) missing.push(...overdueReplies(claim.right))
  if (claim.agreement) missing.push(claim.agreement)
  return missing
}

function missingCheck(claim: Completeness): string[] {
  const missing: string[] = []
  if (claim.claimReviewed.trim() === '') missing.push('Write the claim as one sentence that can be checked.')
  if (!claim.verdict) missing.push('Choose a verdict.')
  if (claim.explanation.trim() === '') missing.push('Write what you found.')
  if (claim.verdict?.rates && claim.publicEvidence === 0)
    missing.push('Give at least one source that readers may see.')
  return missing
}

/** Somebody had until a moment that has passed, and nobody wrote down what came. A note that rates nothing owes no answer. */
function overdueReplies({ verdict, replies, now, timeZone }: RightOfReply): string[] {
  if (!verdict?.rates) return []
  return replies.flatMap(({ asked, deadline, outcome }) =>
    outcome === 'waiting' && deadline && deadline <= now
      ? [
          `${asked} had until ${momentWords(deadline, timeZone)} to answer: record the silence, or wait longer.`,
        ]
      : [],
  )
}

/** What an editor should know before approving, and may decide to live with. */
export function repliesWorthKnowing({ verdict, person, replies, now, timeZone }: RightOfReply): string[] {
  if (!verdict?.rates) return []
  const against = verdict.ratingValue === null || verdict.ratingValue < 5
  if (replies.length === 0)
    return person !== null && against ? [`Nobody has asked ${person} for an answer to this verdict.`] : []
  return replies.flatMap(({ asked, deadline, outcome }) => {
    if (outcome !== 'waiting' || (deadline && deadline <= now)) return []
    return [
      deadline
        ? `${asked} was asked and has until ${momentWords(deadline, timeZone)}.`
        : `${asked} was asked, without a deadline, and has not answered.`,
    ]
  })
}
