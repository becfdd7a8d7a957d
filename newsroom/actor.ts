import 'server-only'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import { z } from 'zod'
import { authOptions } from '@/newsroom/auth-options'
import type { Actor } from '@/newsroom/roles'
import { SESSION_SECONDS, type SessionClaims, sessionClaimsSchema } from '@/newsroom/session'
import { now } from '@/platform/clock'
import { db } from '@/platform/db'
import { SignedOut } from '@/platform/errors'

const sessionSchema = z.object({ claims: sessionClaimsSchema })

/** How stale "last seen" may be: a write a request would cost more than it tells. */
const SEEN_WITHIN_MS = 5 * 60 * 1000

/**
 * Who a session belongs to, as the database knows them now; null where the session was ended or ran out, the member is
 * gone or deactivated, or every session of theirs was ended since.
 */
export async function actorOfSession({ sub, sessionVersion, sid }: SessionClaims): Promise<Actor | null> {
  const session = await db().memberSession.findUnique({
    where: { id: sid },
    select: {
      createdAt: true,
      lastSeenAt: true,
      member: {
        select: { id: true, name: true, email: true, role: true, deactivatedAt: true, sessionVersion: true },
      },
    },
  })
  const member = session?.member
  if (!member || member.id !== sub || member.deactivatedAt || member.sessionVersion !== sessionVersion)
    return null
  const at = now().getTime()
  if (session.createdAt.getTime() + SESSION_SECONDS * 1000 < at) return null
  if (session.lastSeenAt.getTime() + SEEN_WITHIN_MS < at)
    await db().memberSession.updateMany({ where: { id: sid }, data: { lastSeenAt: new Date(at) } })
  return { id: member.id, name: member.name, email: member.email, role: member.role }
}

const currentClaims = cache(async (): Promise<SessionClaims | null> => {
  const session = sessionSchema.safeParse(await getServerSession(authOptions))
  return session.success ? session.data.claims : null
})

/** Who is asking, read from the database once a request; null when signed out. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const claims = await currentClaims()
  return claims && actorOfSession(claims)
})

/** The session that this request came with, by its cookie alone; null without one. */
export async function currentSessionId(): Promise<string | null> {
  return (await currentClaims())?.sid ?? null
}

/** @throws SignedOut */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor()
  if (!actor) throw new SignedOut()
  return actor
}
