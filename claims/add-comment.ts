import 'server-only'
import { addCommentSchema } from '@/claims/schema'
import type { Actor } from '@/newsroom/roles'
import { command } from '@/platform/command'
import { allow } from '@/platform/decision'
import { Conflict, NotFound } from '@/platform/errors'
import { bumpRevision } from '@/transcripts/store'

/** Says something at the desk, about a claim or the interview. Never public. @returns the claim's id, or null. */
export const addComment = command({
  input: addCommentSchema,
  load: async (tx, input) => {
    const revision = await bumpRevision(tx, input.interviewId)
    if (
      input.claimId &&
      !(await tx.claim.findFirst({ where: { id: input.claimId, interviewId: input.interviewId } }))
    )
      throw new NotFound('There is no such claim.')
    const known = await tx.comment.findUnique({ where: { id: input.requestId } })
    if (known && (known.interviewId !== input.interviewId || known.claimId !== input.claimId))
      throw new Conflict('This request was used for something else. Send the comment again.')
    return { revision, repeated: known !== null }
  },
  allow: (_actor: Actor) => allow,
  run: async (tx, { actor, input, loaded }) => {
    const of = { interviewId: input.interviewId, ...(input.claimId ? { claimId: input.claimId } : {}) }
    if (!loaded.repeated) {
      await tx.comment.create({
        data: {
          id: input.requestId,
          interviewId: input.interviewId,
          claimId: input.claimId,
          authorId: actor.id,
          body: input.body,
        },
      })
      if (input.claimId)
        await tx.claim.update({ where: { id: input.claimId }, data: { revision: loaded.revision } })
    }
    const action = loaded.repeated ? 'comment.repeated' : 'comment.added'
    return {
      value: input.claimId,
      audit: [{ action, subject: 'Comment', ...of, after: { body: input.body } }],
    }
  },
})
