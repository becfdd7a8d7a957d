import 'server-only'
import { addCommentSchema } from '@/claims/schema'
import type { Actor } from '@/newsroom/roles'
import { command } from '@/platform/command'
import { allow } from '@/platform/decision'
import { NotFound } from '@/platform/errors'
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
    return { revision }
  },
  allow: (_actor: Actor) => allow,
  run: async (tx, { actor, input, loaded }) => {
    const of = { interviewId: input.interviewId, ...(input.claimId ? { claimId: input.claimId } : {}) }
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
    return {
      value: input.claimId,
      audit: [{ action: 'comment.added', subject: 'Comment', ...of, after: { body: input.body } }],
    }
  },
})
