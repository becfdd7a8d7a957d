import type { ClaimView } from '@/claims/views'
import { MomentText } from '@/components/claims/moment-text'
import { Notice } from '@/components/ui/notice'

/** Why a claim came back, where its writer looks first. Gone once it is sent to review again. */
export function HandedBackNote({ claim }: { claim: ClaimView }) {
  const { handedBack } = claim
  if (!handedBack) return null
  return (
    <Notice tone="warning" title={`Handed back by ${handedBack.by}`}>
      <p className="whitespace-pre-wrap" dir="auto">
        {handedBack.why}
      </p>
      <p className="mt-1 text-ink-soft">
        <MomentText at={handedBack.at} />
        {claim.assignee && ` · to ${claim.assignee.name}`}
      </p>
    </Notice>
  )
}
