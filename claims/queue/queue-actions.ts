import type { z } from 'zod'
import type { changeClaimsSchema, undoChangeSchema } from '@/claims/queue/change-schema'
import type { QueueAnswer, SavedAnswer } from '@/claims/queue/views'
import type { ServerAction } from '@/platform/action-result'

/** The list in which a change was made: its query, and the rows on show. */
export type Look = { query: string; shown: string[] }

/** What the queue may ask of the server; `app/desk/claims/actions.ts` provides it. */
export type QueueActions = {
  changeClaims: ServerAction<{ ask: z.input<typeof changeClaimsSchema>; look: Look }, QueueAnswer>
  undoChange: ServerAction<{ ask: z.input<typeof undoChangeSchema>; look: Look }, QueueAnswer>
  saveFilter: ServerAction<{ ask: { name: string; query: string; place?: number }; look: Look }, SavedAnswer>
  renameFilter: ServerAction<{ ask: { filterId: string; name: string }; look: Look }, SavedAnswer>
  removeFilter: ServerAction<{ ask: { filterId: string }; look: Look }, SavedAnswer>
  moveFilter: ServerAction<{ ask: { filterId: string; place: number }; look: Look }, SavedAnswer>
}
