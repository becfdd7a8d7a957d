import { useRef, useState } from 'react'
import type { DeskActions } from '@/claims/desk-actions'
import type { ClaimView } from '@/claims/views'
import { newRequestId } from '@/components/claims/request-id'
import { isKept } from '@/components/claims/send'
import { type Selected, selectedText, toWordSelection } from '@/components/transcripts/selected-words'
import type { TranscriptController } from '@/components/transcripts/transcript-controller'

/**
 * Flagging words. The outbox keeps the wish until the server has it; its id becomes the claim's, so that the claim can be
 * written on before there is an answer.
 */
export function useFlag(world: {
  interviewId: string
  transcript: TranscriptController | null
  flagClaim: DeskActions['flagClaim']
  onFlagged: (claim: ClaimView) => void
  onKept: (claimId: string, reason: string) => void
  onRefused: (reason: string) => void
}) {
  const { interviewId, transcript } = world
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const running = useRef(false)

  async function flag(selected: Selected | null): Promise<void> {
    if (!selected?.marked || !transcript || running.current) return
    const selection = toWordSelection(transcript.page.words, selected)
    if (!selection) return
    const seen = selectedText(transcript.page.words, selected)
    const requestId = newRequestId()
    running.current = true
    setBusy(true)
    const result = await world.flagClaim({ interviewId, requestId, selection, seen })
    running.current = false
    setBusy(false)
    setRefusal(result.ok || isKept(result.error) ? null : result.error.message)
    if (result.ok) world.onFlagged(result.value)
    else if (isKept(result.error)) world.onKept(requestId, result.error.message)
    else world.onRefused(result.error.message)
  }

  return {
    flag,
    busy,
    refusal,
    /** Other words were selected: what was refused is of no account any more. */
    giveUp() {
      if (!running.current) setRefusal(null)
    },
  }
}
