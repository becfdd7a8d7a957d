import 'server-only'
import { notify } from '@/claims/notify'
import { mentioned } from '@/claims/talk/mentions'
import { addCommentSchema } from '@/claims/talk/schema'
import { type Opener, requireThread } from '@/claims/talk/store'
import type { Actor } from '@/newsroom/roles'
import { command } from '@/platform/command'
import type { Tx } from '@/platform/db'
import { allow } from '@/platform/decision'
import { Invalid, NotFound } from '@/platform/errors'
import { bumpRevision } from '@/transcripts/store'

/**
 * Says something at the desk, about a claim or the interview: opens a thread or answers in one. Who is named with `@` or
 * took part in the thread finds it in their inbox, and so does who works on the claim. Never public.
 * @returns the claim's id, or null.
 * @throws Invalid on `body` where somebody is named who has left the desk.
 */
export const addComment = command({
  input: addCommentSchema,
  load: async (tx, input) => {
    const revision = await bumpRevision(tx, input.interviewId)
    const claim = input.claimId
      ? await tx.claim.findFirst({
          where: { id: input.claimId, interviewId: input.interviewId },
          select: { id: true, assigneeId: true },
        })
      : null
    if (input.claimId && !claim) throw new NotFound('There is no such claim.')
    const opener = input.threadId ? await requireThread(tx, { ...input, threadId: input.threadId }) : null
    return { revision, claim, opener }
  },
  allow: (_actor: Actor) => allow,
  run: async (tx, { actor, input, loaded: { revision, claim, opener } }) => {
    const members = await tx.member.findMany({ select: { id: true, name: true, deactivatedAt: true } })
    const named = mentioned(
      input.body,
      members.map(({ deactivatedAt, ...member }) => ({ ...member, active: deactivatedAt === null })),
      input.picked,
    )
    const left = named.gone[0]
    if (left) {
      const message = `${left.name} has left the desk and would not read this. Name somebody else, or leave out the @.`
      throw new Invalid(message, { body: message })
    }
    await tx.comment.create({
      data: {
        id: input.requestId,
        interviewId: input.interviewId,
        claimId: input.claimId,
        threadId: input.threadId,
        authorId: actor.id,
        body: input.body,
        mentions: { create: named.told.map((member) => ({ memberId: member.id })) },
      },
    })
    // Whoever answers in a thread that was settled has not found it so.
    if (opener?.resolvedAt)
      await tx.comment.update({ where: { id: opener.id }, data: { resolvedAt: null, resolvedById: null } })
    if (claim) await tx.claim.update({ where: { id: claim.id }, data: { revision } })
    const of = { interviewId: input.interviewId, ...(claim ? { claimId: claim.id } : {}) }
    const told = named.told.map((member) => member.id)
    const about = { ...of, commentId: input.requestId, actor, text: input.body.trim() }
    await notify(tx, [
      { ...about, memberIds: told, kind: 'mentioned', key: `comment:${input.requestId}` },
      {
        ...about,
        // One line in the inbox is enough: who was named is not told a second time that there was an answer.
        memberIds: [...(await tookPart(tx, opener)), claim?.assigneeId ?? ''].filter(
          (id) => id !== '' && !told.includes(id),
        ),
        kind: 'replied',
        key: `comment:${input.requestId}`,
      },
    ])
    return {
      value: input.claimId,
      audit: [{ action: 'comment.added', subject: 'Comment', ...of, after: { body: input.body } }],
    }
  },
})

/** Who said something in the thread or was named there. */
async function tookPart(tx: Tx, opener: Opener | null): Promise<string[]> {
  if (!opener) return []
  const comments = await tx.comment.findMany({
    where: { OR: [{ id: opener.id }, { threadId: opener.id }] },
    select: { authorId: true, mentions: { select: { memberId: true } } },
  })
  return comments.flatMap(({ authorId, mentions }) => [
    ...(authorId ? [authorId] : []),
    ...mentions.map((mention) => mention.memberId),
  ])
}
