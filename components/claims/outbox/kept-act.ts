import { z } from 'zod'

/** One act of a member's that the server has not answered yet, as it stands in the browser's storage. */
export const keptActSchema = z.object({
  requestId: z.string(),
  /** A name of act-kinds.ts. */
  act: z.string(),
  interviewId: z.string(),
  /** Acts of one lane are done in their order; those of a claim are one. */
  lane: z.string(),
  /** Milliseconds since 1970, never the same twice in one browser. */
  at: z.number(),
  /** Exactly as it was sent first: the server knows a request again by its whole input. */
  input: z.unknown(),
  /** The form it was written in, so that it can be taken up again. */
  form: z.object({ name: z.string(), value: z.unknown() }).nullable(),
  /** Why the server would not; null while it waits. */
  refusal: z.object({ kind: z.string(), message: z.string() }).nullable(),
})

export type KeptAct = z.infer<typeof keptActSchema>
