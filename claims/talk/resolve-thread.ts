import 'server-only'
import { resolveThreadSchema } from '@/claims/talk/schema'
import { requireThread } from '@/claims/talk/store'
import type { Actor } from '@/newsroom/roles'
import { now } from '@/platform/clock'
import { command } from '@/platform/command'
import { allow } from '@/platform/decision'
import { bumpRevision } from '@/transcripts/store'

/** Marks a thread as settled, or opens it again. Anybody at the desk may, and the trail says who. @returns the claim's id, or null. */
export const resolveThread = command({
  input: resolveThreadSchema,
  load: async (tx, input) => {
    const revision = await bumpRevision(tx, input.interviewId)
    return { revision, opener: await requireThread(tx, input) }
  },
  allow: (_actor: Actor) => allow,
  run: async (tx, { actor, input, loaded: { revision, opener } }) => {
    const { claimId } = opener
    const changes = (opener.resolvedAt !== null) !== input.resolved
    if (changes)
      await tx.comment.update({
        where: { id: opener.id },
        data: input.resolved
          ? { resolvedAt: now(), resolvedById: actor.id }
          : { resolvedAt: null, resolvedById: null },
      })
    if (changes && claimId) await tx.claim.update({ where: { id: claimId }, data: { revision } })
    const done = input.resolved ? 'thread.resolved' : 'thread.reopened'
    return {
      value: claimId,
      audit: [
        {
          action: changes ? done : `${done.replace('.', '.was-')}`,
          subject: 'Conversation',
          interviewId: input.interviewId,
          ...(claimId ? { claimId } : {}),
          after: { begins: opener.body.slice(0, 200) },
        },
      ],
    }
  },
})
