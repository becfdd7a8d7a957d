import type { ClaimView, VerdictView } from '@/claims/views'
import { STATUS_LABELS } from '@/claims/words-of-the-trade'
import { formatTimestamp } from '@/transcripts/timestamp'

/** What a pointer over the strip stands on: a moment, or a claim with its verdict and where it stands. */
export function StripTip({
  x,
  width,
  ms,
  claim,
  verdicts,
}: {
  x: number
  width: number
  ms: number
  claim: ClaimView | null | undefined
  verdicts: readonly VerdictView[]
}) {
  const verdict = verdicts.find((one) => one.key === claim?.verdictKey)
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute top-full z-20 mt-1 w-max max-w-64 border border-ink bg-paper px-2 py-1 text-sm shadow-lg"
      style={x > width / 2 ? { right: Math.max(0, width - x) } : { left: Math.max(0, x) }}
    >
      {claim ? (
        <>
          <span className="block font-semibold">
            {formatTimestamp(claim.startMs ?? ms)} · Claim {claim.number} ·{' '}
            {verdict?.label ?? 'No verdict yet'} · {STATUS_LABELS[claim.status]}
          </span>
          <span className="line-clamp-3 font-serif" dir="auto">
            {claim.claimReviewed || `“${claim.quote}”`}
          </span>
        </>
      ) : (
        <span className="tabular-nums">{formatTimestamp(ms)}</span>
      )}
    </div>
  )
}
