import type { CheckedClaim } from '@/claims/checked-claim'
import type { Draft, DraftApproval, DraftClaim } from '@/publishing/draft'

/** A claim that goes into the next publication, as it was approved; `claimVersion` is the version that was. */
export type ChosenClaim = {
  claim: DraftClaim
  content: CheckedClaim
  claimVersion: number
  carriedOver: boolean
}

/**
 * Which claims readers will see, and in which words. The rule, in full:
 *
 * - A claim that stands approved in its present version is shown as it was approved.
 * - One that readers know already but that is being worked on again (or held) keeps showing what they know, until
 *   somebody approves the new version or drops it.
 * - A repeat is shown with the check that was approved for it. Where that check is not approved any more, or was approved anew
 *   since, the repeat is as one that is being worked on again.
 * - One whose words were corrected under it waits for a person; no approval of it holds till then.
 * - Everything else stays at the desk: flagged, in research, in review, held, dropped, approved and then reopened.
 */
export function chooseClaims(draft: Draft): ChosenClaim[] {
  const chosen: ChosenClaim[] = []
  for (const claim of draft.claims) {
    if (claim.status === 'dropped') continue
    const current = currentApproval(claim)
    const approval = current ?? publishedApproval(draft, claim)
    if (!approval) continue
    const { content, claimVersion } = approval
    chosen.push({ claim, content, claimVersion, carriedOver: !current })
  }
  return chosen
}

/** The approval that still holds, or null: approved, nothing changed since, not in the check it shares either, and its words not touched. */
export function currentApproval(claim: DraftClaim): DraftApproval | null {
  const newest = claim.approvals[0]
  return claim.status === 'approved' &&
    claim.check === 'holds' &&
    !claim.needsAnchor &&
    newest &&
    newest.claimVersion === claim.version
    ? newest
    : null
}

function publishedApproval(draft: Draft, claim: DraftClaim): DraftApproval | null {
  const shown = draft.lastPage?.claims.find((published) => published.number === claim.number)
  return (shown && claim.approvals.find((approval) => approval.approvedAt === shown.checkedAt)) ?? null
}
