import { z } from 'zod'

/** Inputs of what is said at the desk. */

const id = z.uuid('That is not an id.')

export const addCommentSchema = z.object({
  interviewId: id,
  /** Null for what concerns the interview as a whole. */
  claimId: id.nullable(),
  /** Becomes the comment's id. */
  requestId: id,
  /** The comment that opened the thread which this one answers; null opens one. */
  threadId: id.nullable().default(null),
  body: z
    .string()
    .max(5000, 'At most 5000 characters.')
    .refine((value) => value.trim() !== '', 'Write something first.'),
  /** Members picked from the list while it was typed: which of several of one name is meant. */
  picked: z.array(id).max(50).default([]),
})

export const resolveThreadSchema = z.object({
  interviewId: id,
  threadId: id,
  resolved: z.boolean(),
  requestId: id,
})

/** Up to when the talk of a place was read. */
export const readTalkSchema = z.object({
  claimId: id.nullable(),
  until: z.iso.datetime({ error: 'Give a moment.' }),
})
