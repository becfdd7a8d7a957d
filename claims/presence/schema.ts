import { z } from 'zod'

/** What a page says of itself: where its reader is. The page's id is of its own making. */
export const presenceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('here'),
    pageId: z.uuid(),
    interviewId: z.uuid(),
    claimId: z.uuid().nullable(),
    /** Name of the field that holds the cursor; empty for none. */
    field: z.string().regex(/^[A-Za-z]{0,40}$/),
  }),
  z.object({ kind: z.literal('gone'), pageId: z.uuid() }),
])
export type PresenceInput = z.infer<typeof presenceSchema>
