/**
 * How a repeat stands to the check that it shares (decision record 0025):
 * - `open`: the root is not approved as it stands, so there is nothing to share yet, or not any more;
 * - `holds`: it is approved, and an approval of the repeat is of that check;
 * - `changed`: it was approved anew after the repeat was, so the repeat has to be approved again.
 */
export type CheckState = 'open' | 'holds' | 'changed'

type Approval = { approvedAt: Date; claimVersion?: number }

/** What the rule asks of a root: its newest approval first. Its own words may wait for a person; its check does not. */
export type RootStanding = {
  status: string
  version: number
  approvals: readonly { approvedAt: Date; claimVersion: number }[]
}

/** @param own the repeat's newest approval, if any. */
export function checkState(root: RootStanding, own: Approval | null | undefined): CheckState {
  const agreed = root.approvals[0]
  if (root.status !== 'approved' || !agreed || agreed.claimVersion !== root.version) return 'open'
  return own && agreed.approvedAt > own.approvedAt ? 'changed' : 'holds'
}
