import type { SnapshotClaim } from '@/publishing/snapshot-schema'

export type VerdictCount = { key: string; label: string; icon: string; colour: string; count: number }

/**
 * What a page's claims come to. `claimCount` leaves out notes that rate nothing ("Context"), which are not checks;
 * `verdictCounts` has every verdict that occurs, most frequent first, these notes last.
 */
export type Summary = {
  claimCount: number
  verdictCounts: VerdictCount[]
  challengedCount: number
  /** Somebody pushed back, but not on the heart of it. */
  partlyChallengedCount: number
}

type Counted = Pick<SnapshotClaim, 'verdict' | 'challenge'>

/** Counts a page's claims by verdict. */
export function summaryOf(claims: readonly Counted[]): Summary {
  const counts = new Map<string, VerdictCount & { rates: boolean }>()
  for (const { verdict } of claims) {
    const known = counts.get(verdict.key)
    if (known) known.count++
    else counts.set(verdict.key, { ...verdict, count: 1 })
  }
  const ordered = [...counts.values()].sort((a, b) => Number(b.rates) - Number(a.rates) || b.count - a.count)
  return {
    claimCount: claims.filter((claim) => claim.verdict.rates).length,
    verdictCounts: ordered.map(({ key, label, icon, colour, count }) => ({
      key,
      label,
      icon,
      colour,
      count,
    })),
    challengedCount: claims.filter((claim) => claim.verdict.rates && claim.challenge.kind === 'challenged')
      .length,
    partlyChallengedCount: claims.filter((claim) => claim.verdict.rates && claim.challenge.kind === 'partly')
      .length,
  }
}

/** "2 challenged on air, 1 partly"; empty where nobody pushed back. */
export function challengedOnAir(summary: Pick<Summary, 'challengedCount' | 'partlyChallengedCount'>): string {
  const { challengedCount, partlyChallengedCount } = summary
  if (challengedCount === 0)
    return partlyChallengedCount === 0 ? '' : `${partlyChallengedCount} partly challenged on air`
  return `${challengedCount} challenged on air${partlyChallengedCount === 0 ? '' : `, ${partlyChallengedCount} partly`}`
}

/** "8 claims checked", "1 claim checked", "No claims checked yet". */
export function claimsChecked(count: number): string {
  if (count === 0) return 'No claims checked yet'
  return count === 1 ? '1 claim checked' : `${count} claims checked`
}
