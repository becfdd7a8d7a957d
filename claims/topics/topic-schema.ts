import { z } from 'zod'

const id = z.uuid('That is not an id.')

export const renameTopicSchema = z.object({
  topicId: id,
  /** The name that the administrator saw; another one is a Conflict. */
  seen: z.string(),
  name: z.string().trim().min(1, 'Give the topic a name.').max(80, 'At most 80 characters.'),
})

/** All claims of one topic get the other; the first is gone then. */
export const mergeTopicsSchema = z
  .object({ fromId: id, intoId: id })
  .refine(({ fromId, intoId }) => fromId !== intoId, { path: ['intoId'], message: 'Choose another topic.' })

export const removeTopicSchema = z.object({ topicId: id })

/** A topic as an administrator sees it; `claims` counts those that were not dropped too. */
export type TopicLine = { id: string; slug: string; name: string; claims: number }
