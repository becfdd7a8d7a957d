import 'server-only'
import { encode } from 'next-auth/jwt'
import { z } from 'zod'
import { env } from '@/platform/env'

/** Sessions end after two weeks, or at once when the member's session version is raised. */
export const SESSION_SECONDS = 14 * 24 * 60 * 60

/** What a session says; everything else about the member is read from the database at each request. */
export const sessionClaimsSchema = z.object({ sub: z.uuid(), sessionVersion: z.number().int() })

/** Cookies carry `Secure`, and names that browsers tie to it, where the site is served over https. */
export function usesSecureCookies(): boolean {
  return env().NEXTAUTH_URL.startsWith('https://')
}

/** next-auth 4's name for it; a browser accepts `__Secure-` names only over https. */
export function sessionCookieName(): string {
  return `${usesSecureCookies() ? '__Secure-' : ''}next-auth.session-token`
}

/** The session cookie as next-auth 4 writes and reads it (an encrypted JWT). */
export async function sessionCookie(member: { id: string; sessionVersion: number }) {
  return {
    name: sessionCookieName(),
    value: await encode({
      token: { sub: member.id, sessionVersion: member.sessionVersion },
      secret: env().NEXTAUTH_SECRET,
      maxAge: SESSION_SECONDS,
    }),
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: usesSecureCookies(),
    maxAge: SESSION_SECONDS,
  } as const
}
