import { z } from 'zod'

/** Inputs of the publishing commands. */

export const changeNoteSchema = z
  .object({
    kind: z.enum(['update', 'clarification', 'correction']),
    /** What was wrong: asked of corrections, left out of everything else. */
    wrong: z.string().trim().max(2000, 'At most 2000 characters.').default(''),
    note: z.string().trim().min(1, 'Say what changed.').max(2000, 'At most 2000 characters.'),
    /** Null where the change is to the page as a whole. */
    claimNumber: z.number().int().min(1).nullable(),
  })
  .refine(({ kind, wrong }) => kind !== 'correction' || wrong !== '', {
    path: ['wrong'],
    message: 'A correction says what was wrong.',
  })
  .transform((note) => (note.kind === 'correction' ? note : { ...note, wrong: '' }))
export type ChangeNote = z.input<typeof changeNoteSchema>

export const publishSchema = z.object({
  interviewId: z.uuid(),
  /** The interview's revision that the publisher looked at; another one is a Conflict. */
  revision: z.number().int(),
  changes: z.array(changeNoteSchema).max(200).default([]),
})

/** An earlier publication's text goes out again; readers are always told why. */
export const publishEarlierSchema = publishSchema.extend({
  /** Number of the publication whose text it is. */
  number: z.number().int().min(1),
  changes: z.array(changeNoteSchema).min(1, 'Tell readers why an earlier text is back.').max(200),
})

export const takeDownSchema = z.object({
  interviewId: z.uuid(),
  notice: z
    .string()
    .trim()
    .min(1, 'Write the notice that readers will find.')
    .max(2000, 'At most 2000 characters.'),
})
