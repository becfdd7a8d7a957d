import 'server-only'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import { z } from 'zod'
import { authOptions } from '@/newsroom/auth-options'
import type { Actor } from '@/newsroom/roles'
import { sessionClaimsSchema } from '@/newsroom/session'
import { db } from '@/platform/db'
import { SignedOut } from '@/platform/errors'

const sessionSchema = z.object({ claims: sessionClaimsSchema })

/**
 * Who a session belongs to, as the database knows them now; null where the member is gone, deactivated, or every session
 * of theirs was ended since.
 */
export async function actorOfSession(claims: { sub: string; sessionVersion: number }): Promise<Actor | null> {
  const member = await db().member.findUnique({
    where: { id: claims.sub },
    select: { id: true, name: true, email: true, role: true, deactivatedAt: true, sessionVersion: true },
  })
  if (!member || member.deactivatedAt || member.sessionVersion !== claims.sessionVersion) return null
  return { id: member.id, name: member.name, email: member.email, role: member.role }
}

/** Who is asking, read from the database once a request; null when signed out. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const session = sessionSchema.safeParse(await getServerSession(authOptions))
  return session.success ? actorOfSession(session.data.claims) : null
})

/** @throws SignedOut */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor()
  if (!actor) throw new SignedOut()
  return actor
}
