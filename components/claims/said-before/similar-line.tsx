import type { ReactNode } from 'react'
import type { SimilarClaim } from '@/claims/similar/views'
import { STATUS_LABELS } from '@/claims/words-of-the-trade'
import { VerdictBadge } from '@/components/claims/verdict-badge'

/** Where a claim stands at the desk. */
export function deskPath({ interviewId, number }: { interviewId: string; number: number }): string {
  return `/desk/interviews/${interviewId}#claim-${number}`
}

/** One earlier claim: what was checked, how it was judged, who said it, where and when. `children`: what can be done with it. */
export function SimilarLine({ claim, children }: { claim: SimilarClaim; children?: ReactNode }) {
  const said = [
    claim.speaker,
    claim.interviewTitle,
    claim.saidOn,
    claim.timesSaid > 1 ? `said ${claim.timesSaid} times` : null,
    claim.published ? 'published' : STATUS_LABELS[claim.status].toLowerCase(),
  ]
  return (
    <li className="flex flex-col gap-1 border-t border-rule py-2 first:border-t-0">
      <p className="line-clamp-3 font-serif leading-snug wrap-anywhere" dir="auto">
        {claim.sentence || `“${claim.quote}”`}
      </p>
      <p className="text-sm text-ink-soft">
        {claim.verdict ? (
          <VerdictBadge verdict={claim.verdict} />
        ) : (
          <span className="font-semibold">No verdict yet</span>
        )}
        <span dir="auto"> · {said.filter((part) => part !== null).join(' · ')}</span>
      </p>
      {children && <div className="-ms-3.5 flex flex-wrap">{children}</div>}
    </li>
  )
}
