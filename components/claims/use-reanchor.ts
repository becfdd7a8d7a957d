import type { ClaimView } from '@/claims/views'
import { useDesk } from '@/components/claims/desk-context'

/** Begins choosing other words for a claim in the transcript. */
export function useReanchor(claim: ClaimView): () => void {
  const { setMode, go, transcript, say } = useDesk()
  return () => {
    setMode({ kind: 'anchor', claimId: claim.id })
    go({ kind: 'claim', claimId: claim.id }, { sheet: false })
    transcript?.focus()
    say(`Select the words of claim ${claim.number}, then press Enter. Escape gives up.`)
  }
}
