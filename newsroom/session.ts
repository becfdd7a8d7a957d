import 'server-only'
import { encode } from 'next-auth/jwt'
import { z } from 'zod'
import { type Begun, begun } from '@/newsroom/ways-in'
import { now } from '@/platform/clock'
import { db } from '@/platform/db'
import { env } from '@/platform/env'

/** Sessions end after two weeks, when they are ended, or at once when the member's session version is raised. */
export const SESSION_SECONDS = 14 * 24 * 60 * 60

/** What a session's cookie says; everything else is read from the database at each request. `sid` is its row there. */
export const sessionClaimsSchema = z.object({
  sub: z.uuid(),
  sessionVersion: z.number().int(),
  sid: z.uuid(),
})
export type SessionClaims = z.infer<typeof sessionClaimsSchema>

/** Where a session was begun: the browser's own words, and the network address. */
export type Origin = { userAgent: string; address: string }

const MOST_USER_AGENT = 400

/** Notes that a member signed in somewhere, and forgets which of their sessions ran out. @returns the session's id. */
export async function beginSession(
  memberId: string,
  { userAgent, address }: Origin,
  { by, strong }: Begun = begun('password'),
): Promise<string> {
  const ranOut = new Date(now().getTime() - SESSION_SECONDS * 1000)
  await db().memberSession.deleteMany({ where: { memberId, createdAt: { lt: ranOut } } })
  const { id } = await db().memberSession.create({
    data: {
      memberId,
      userAgent: userAgent.slice(0, MOST_USER_AGENT),
      address,
      begunBy: by,
      strong,
      createdAt: now(),
      provenAt: now(),
    },
    select: { id: true },
  })
  return id
}

/** Cookies carry `Secure`, and names that browsers tie to it, where the site is served over https. */
export function usesSecureCookies(): boolean {
  return env().NEXTAUTH_URL.startsWith('https://')
}

/** next-auth 4's name for it; a browser accepts `__Secure-` names only over https. */
export function sessionCookieName(): string {
  return `${usesSecureCookies() ? '__Secure-' : ''}next-auth.session-token`
}

/** Begins a session and gives its cookie as next-auth 4 writes and reads it (an encrypted JWT). */
export async function sessionCookie(
  member: { id: string; sessionVersion: number },
  origin: Origin = { userAgent: '', address: '' },
  how: Begun = begun('password'),
) {
  const claims: SessionClaims = {
    sub: member.id,
    sessionVersion: member.sessionVersion,
    sid: await beginSession(member.id, origin, how),
  }
  return {
    name: sessionCookieName(),
    value: await encode({ token: claims, secret: env().NEXTAUTH_SECRET, maxAge: SESSION_SECONDS }),
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: usesSecureCookies(),
    maxAge: SESSION_SECONDS,
  } as const
}
