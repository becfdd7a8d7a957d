import { z } from 'zod'
import { normaliseText } from '@/transcripts/words'

/** Words typed into a turn and not yet accepted, as they are kept in the browser. */
export const turnDraftSchema = z.object({
  /** The turn's text that the typing began from, or that the editor has chosen over. */
  seen: z.string(),
  text: z.string(),
  /** The editor has left the turn, so it is sent; else it waits for them. */
  wanted: z.boolean(),
  /** Sent under this id without an answer; `sentText` is what the server then has, if it has it. */
  stepId: z.string().optional(),
  sentText: z.string().optional(),
})
export type TurnDraft = z.infer<typeof turnDraftSchema>

export type DraftStanding = 'accepted' | 'unsent' | 'conflict' | 'gone'

/** Where a draft stands against the text that the transcript has now; null where the turn is gone. */
export function standingOf(draft: TurnDraft, now: string | null): DraftStanding {
  if (now === null) return 'gone'
  if (normaliseText(draft.text) === now) return 'accepted'
  return draft.seen === now || draft.sentText === now ? 'unsent' : 'conflict'
}
