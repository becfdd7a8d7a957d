import 'server-only'
import { z } from 'zod'
import { canEndSessionsOf } from '@/newsroom/policy'
import type { Actor } from '@/newsroom/roles'
import { memberIdSchema } from '@/newsroom/schema'
import { changeAccess, loadMemberForChange, memberSubject } from '@/newsroom/store'
import { command } from '@/platform/command'
import { allow, deny } from '@/platform/decision'
import { NotFound } from '@/platform/errors'

const sessionIdSchema = z.object({ sessionId: z.uuid() })

/** Ends one of the actor's own sessions; its browser is signed out with its next request. @throws NotFound */
export const endSession = command({
  input: sessionIdSchema,
  load: async (tx, { sessionId }) => {
    const session = await tx.memberSession.findUnique({
      where: { id: sessionId },
      select: { id: true, memberId: true },
    })
    if (!session) throw new NotFound('This session has ended already.')
    return session
  },
  allow: (actor: Actor, session) =>
    session.memberId === actor.id ? allow : deny('This session is somebody else’s.'),
  run: async (tx, { actor, loaded }) => {
    await tx.memberSession.deleteMany({ where: { id: loaded.id } })
    return {
      value: { sessionId: loaded.id },
      audit: [{ action: 'member.sessionEnded', subject: memberSubject(actor) }],
    }
  },
})

/** Ends all of the actor's sessions but one. @returns how many. */
export const endOtherSessions = command({
  input: sessionIdSchema,
  load: (tx, { sessionId }, actor: Actor) =>
    tx.memberSession.count({ where: { memberId: actor.id, id: { not: sessionId } } }),
  allow: () => allow,
  run: async (tx, { actor, input: { sessionId }, loaded: count }) => {
    await tx.memberSession.deleteMany({ where: { memberId: actor.id, id: { not: sessionId } } })
    return {
      value: { count },
      audit: [
        { action: 'member.otherSessionsEnded', subject: memberSubject(actor), after: { sessions: count } },
      ],
    }
  },
})

/** Signs a member out everywhere, at once. */
export const endSessionsOf = command({
  input: memberIdSchema,
  load: (tx, { memberId }) => loadMemberForChange(tx, memberId),
  allow: (actor: Actor, member) => canEndSessionsOf(actor, member),
  run: async (tx, { loaded }) => {
    await changeAccess(tx, loaded.id, {})
    return {
      value: { id: loaded.id, name: loaded.name },
      audit: [{ action: 'member.sessionsEnded', subject: memberSubject(loaded) }],
    }
  },
})
