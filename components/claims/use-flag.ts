import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import type { DeskActions } from '@/claims/desk-actions'
import { wordSelectionSchema } from '@/claims/schema'
import type { ClaimView } from '@/claims/views'
import type { DraftStore } from '@/components/claims/drafts'
import { newRequestId } from '@/components/claims/request-id'
import { send } from '@/components/claims/send'
import {
  fromWordSelection,
  type Selected,
  selectedText,
  toWordSelection,
} from '@/components/transcripts/selected-words'
import type { TranscriptController } from '@/components/transcripts/transcript-controller'

const pendingSchema = z.object({
  requestId: z.string(),
  selection: wordSelectionSchema,
  seen: z.string().optional(),
})
type Pending = z.infer<typeof pendingSchema>

/**
 * Flagging words. The wish is kept in this browser under one request id until the server has it: pressing again, or
 * coming back after a crash, flags once.
 */
export function useFlag(world: {
  interviewId: string
  store: DraftStore
  transcript: TranscriptController | null
  flagClaim: DeskActions['flagClaim']
  onFlagged: (claim: ClaimView) => void
  onRefused: (reason: string) => void
}) {
  const { interviewId, store, transcript } = world
  const name = `flag:${interviewId}`
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const pending = useRef<Pending | null>(null)
  const running = useRef(false)

  useEffect(() => {
    const kept = store.find(name, pendingSchema)
    const selected = kept && transcript && fromWordSelection(transcript.page.words, kept.selection)
    if (!kept || !selected) return
    pending.current = kept
    transcript.select(selected)
    setRefusal('These words were not flagged yet: the server was not reached.')
  }, [store, name, transcript])

  async function flag(selected: Selected | null): Promise<void> {
    if (!selected?.marked || !transcript || running.current) return
    const selection = toWordSelection(transcript.page.words, selected)
    if (!selection) return
    const seen = selectedText(transcript.page.words, selected)
    const before = pending.current
    // The same place with other words, because somebody corrected them, is another wish.
    const again = before?.seen === seen && JSON.stringify(before.selection) === JSON.stringify(selection)
    const wish = again && before ? before : { requestId: newRequestId(), selection, seen }
    pending.current = wish
    store.keep(name, wish)
    running.current = true
    setBusy(true)
    const result = await send(() => world.flagClaim({ interviewId, ...wish }))
    running.current = false
    setBusy(false)
    if (!result.ok) {
      setRefusal(result.error.message)
      world.onRefused(result.error.message)
      return
    }
    pending.current = null
    store.forget(name)
    setRefusal(null)
    world.onFlagged(result.value)
  }

  return {
    flag,
    busy,
    refusal,
    /** Other words were selected: the wish that was refused is given up. */
    giveUp() {
      if (running.current) return
      pending.current = null
      store.forget(name)
      setRefusal(null)
    },
  }
}
