import 'server-only'
import { createHash } from 'node:crypto'
import { cookies } from 'next/headers'
import { usesSecureCookies } from '@/newsroom/session'
import { env } from '@/platform/env'

/**
 * The token that next-auth's cookie holds (`token|sha256(token + secret)`), for a form that works without a script; null
 * where there is no such cookie, or one from before the secret changed.
 */
export async function csrfToken(): Promise<string | null> {
  const name = `${usesSecureCookies() ? '__Host-' : ''}next-auth.csrf-token`
  const [token, digest] = (await cookies()).get(name)?.value.split('|') ?? []
  if (!token) return null
  const expected = createHash('sha256').update(`${token}${env().NEXTAUTH_SECRET}`).digest('hex')
  return digest === expected ? token : null
}
