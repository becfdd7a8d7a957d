import 'server-only'
import { canEditCheck } from '@/claims/policy'
import { presentClaim, replyView, standingOf } from '@/claims/present-claim'
import { nextPosition } from '@/claims/save-evidence'
import { type ReplyFields, removeItemSchema, saveReplySchema } from '@/claims/schema'
import { loadClaimForChange, recordContentChange } from '@/claims/store'
import type { Actor } from '@/newsroom/roles'
import { readSettings } from '@/newsroom/settings'
import { command } from '@/platform/command'
import { Conflict } from '@/platform/errors'

/** Records whom we asked, until when, and what came back. @throws Conflict where somebody else changed it first. */
export const saveReply = command({
  input: saveReplySchema,
  load: (tx, input) => loadClaimForChange(tx, input.claimId),
  allow: (actor: Actor, { claim }) => canEditCheck(actor, standingOf(claim)),
  run: async (tx, { actor, input, loaded: { claim, revision } }) => {
    const of = { subject: `Claim ${claim.number}`, interviewId: claim.interviewId, claimId: claim.id }
    const standing = claim.replies.find((reply) => reply.id === input.replyId)
    if (input.replyId && (!standing || !sameReply(replyView(standing), input.from))) {
      throw new Conflict(
        'A colleague changed this reply meanwhile. Both are here: choose or combine.',
        presentClaim(claim, actor, await readSettings(tx)),
      )
    }
    const columns = toColumns(input.to)
    if (input.replyId) await tx.rightOfReply.update({ where: { id: input.replyId }, data: columns })
    else
      await tx.rightOfReply.create({
        data: { ...columns, id: input.requestId, claimId: claim.id, position: nextPosition(claim.replies) },
      })
    await recordContentChange(tx, { claim, revision, memberId: actor.id })
    const action = input.replyId ? 'reply.changed' : 'reply.added'
    return {
      value: claim.id,
      audit: [{ action, ...of, ...(standing ? { before: replyView(standing) } : {}), after: input.to }],
    }
  },
})

/** Takes a reply off a claim; the trail keeps it. */
export const removeReply = command({
  input: removeItemSchema,
  load: (tx, input) => loadClaimForChange(tx, input.claimId),
  allow: (actor: Actor, { claim }) => canEditCheck(actor, standingOf(claim)),
  run: async (tx, { actor, input, loaded: { claim, revision } }) => {
    const of = { subject: `Claim ${claim.number}`, interviewId: claim.interviewId, claimId: claim.id }
    const reply = claim.replies.find((candidate) => candidate.id === input.itemId)
    if (!reply) return { value: claim.id, audit: [{ action: 'reply.removal-repeated', ...of }] }
    await tx.rightOfReply.delete({ where: { id: reply.id } })
    await recordContentChange(tx, { claim, revision, memberId: actor.id })
    return { value: claim.id, audit: [{ action: 'reply.removed', ...of, before: replyView(reply) }] }
  },
})

/** Compares what stands with what the writer last saw; moments may be written in another zone. */
function sameReply(standing: ReplyFields, seen: ReplyFields | null): boolean {
  const comparable = (reply: ReplyFields) => JSON.stringify(toColumns(reply))
  return seen !== null && comparable(standing) === comparable(seen)
}

function toColumns(fields: ReplyFields) {
  const moment = (value: string | null) => (value ? new Date(value) : null)
  return {
    asked: fields.asked,
    askedAt: new Date(fields.askedAt),
    deadline: moment(fields.deadline),
    outcome: fields.outcome,
    answer: fields.answer.trim(),
    answeredAt: moment(fields.answeredAt),
  }
}
