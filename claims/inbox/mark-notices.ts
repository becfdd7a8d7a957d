import 'server-only'
import { mailNoticesSchema, markedAtSchema, markNoticesSchema } from '@/claims/inbox/schema'
import type { Actor } from '@/newsroom/roles'
import { now } from '@/platform/clock'
import { command, parseInput } from '@/platform/command'
import { db } from '@/platform/db'
import { allow } from '@/platform/decision'

/**
 * Marks of one's own inbox. No commands: they are bookmarks that nobody else sees, and the trail would hold little else
 * (ADR 29). Each touches rows of the actor's own and no others, whatever ids it is given.
 */

/** Marks notices as read, or as unread again. */
export async function markNotices(actor: Actor, input: unknown): Promise<void> {
  const { ids, read } = parseInput(markNoticesSchema, input)
  await db().notice.updateMany({
    where: { id: { in: ids }, memberId: actor.id, readAt: read ? null : { not: null } },
    data: { readAt: read ? now() : null },
  })
}

/** Marks all as read. @returns when, by which it can be taken back, and how many they were. */
export async function markAllRead(actor: Actor): Promise<{ at: string; count: number }> {
  const at = now()
  const { count } = await db().notice.updateMany({
    where: { memberId: actor.id, readAt: null },
    data: { readAt: at },
  })
  return { at: at.toISOString(), count }
}

/** Opens again exactly those that `markAllRead` marked at that moment. */
export async function unmarkAllRead(actor: Actor, input: unknown): Promise<void> {
  const { at } = parseInput(markedAtSchema, input)
  await db().notice.updateMany({
    where: { memberId: actor.id, readAt: new Date(at) },
    data: { readAt: null },
  })
}

/** Whether notices go out by e-mail as well. */
export const saveMailNotices = command({
  input: mailNoticesSchema,
  load: (tx, _input, actor: Actor) =>
    tx.member.findUniqueOrThrow({ where: { id: actor.id }, select: { mailNotices: true } }),
  allow: () => allow,
  run: async (tx, { actor, input, loaded }) => {
    await tx.member.update({ where: { id: actor.id }, data: input })
    return {
      value: input,
      audit: [{ action: 'member.noticesChanged', subject: actor.name, before: loaded, after: input }],
    }
  },
})
