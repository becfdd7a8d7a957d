import 'server-only'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import { z } from 'zod'
import { authOptions } from '@/newsroom/auth-options'
import { mustHaveSecondFactor } from '@/newsroom/policy'
import type { Actor } from '@/newsroom/roles'
import { SESSION_SECONDS, type SessionClaims, sessionClaimsSchema } from '@/newsroom/session'
import { readSettings } from '@/newsroom/settings'
import { type Begun, WAYS_IN } from '@/newsroom/ways-in'
import { now } from '@/platform/clock'
import { db } from '@/platform/db'
import { Forbidden, SignedOut } from '@/platform/errors'

const sessionSchema = z.object({ claims: sessionClaimsSchema })

/** How stale "last seen" may be: a write a request would cost more than it tells. */
const SEEN_WITHIN_MS = 5 * 60 * 1000

/** Somebody whose session holds. Who `mustEnrol` may set up a second factor and do nothing else. */
export type Visitor = {
  actor: Actor
  session: { id: string; begun: Begun; provenAt: Date }
  mustEnrol: boolean
}

/** Who changes how they sign in: an actor with the session that asks. */
export type FactorActor = Actor & { session: Visitor['session'] }

/**
 * Who a session belongs to, as the database knows them now; null where the session was ended or ran out, the member is
 * gone or deactivated, or every session of theirs was ended since.
 */
export async function visitorOfSession({ sub, sessionVersion, sid }: SessionClaims): Promise<Visitor | null> {
  const session = await db().memberSession.findUnique({
    where: { id: sid },
    select: {
      createdAt: true,
      lastSeenAt: true,
      begunBy: true,
      strong: true,
      provenAt: true,
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
  const { strong, provenAt } = session
  return {
    actor: { id: member.id, name: member.name, email: member.email, role: member.role },
    session: { id: sid, begun: { by: z.enum(WAYS_IN).parse(session.begunBy), strong }, provenAt },
    mustEnrol: !strong && mustHaveSecondFactor((await readSettings()).secondFactor, member.role),
  }
}

/** As `visitorOfSession`, but nobody who has yet to set up the second factor that the newsroom asks for. */
export async function actorOfSession(claims: SessionClaims): Promise<Actor | null> {
  return actorOf(await visitorOfSession(claims))
}

function actorOf(visitor: Visitor | null): Actor | null {
  return visitor && !visitor.mustEnrol ? visitor.actor : null
}

const currentClaims = cache(async (): Promise<SessionClaims | null> => {
  const session = sessionSchema.safeParse(await getServerSession(authOptions()))
  return session.success ? session.data.claims : null
})

/** Whose browser is asking, read from the database once a request; null when signed out. */
export const currentVisitor = cache(async (): Promise<Visitor | null> => {
  const claims = await currentClaims()
  return claims && visitorOfSession(claims)
})

/** Who is asking; null when signed out, and where a second factor has yet to be set up. */
export const currentActor = cache(async (): Promise<Actor | null> => actorOf(await currentVisitor()))

/** The session that this request came with, by its cookie alone; null without one. */
export async function currentSessionId(): Promise<string | null> {
  return (await currentClaims())?.sid ?? null
}

/** @throws SignedOut, Forbidden where a second factor has to be set up first. */
export async function requireActor(): Promise<Actor> {
  const visitor = await currentVisitor()
  if (!visitor) throw new SignedOut()
  if (visitor.mustEnrol) throw new Forbidden('Your newsroom asks for a second factor. Set one up first.')
  return visitor.actor
}

/** Somebody who is about to set up or change how they sign in. @throws SignedOut */
export async function requireFactorActor(): Promise<FactorActor> {
  const visitor = await currentVisitor()
  if (!visitor) throw new SignedOut()
  return { ...visitor.actor, session: visitor.session }
}
