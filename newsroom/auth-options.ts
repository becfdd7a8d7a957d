import 'server-only'
import type { AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { callbackPath } from '@/newsroom/callback-path'
import { clientAddress } from '@/newsroom/client-address'
import { SESSION_SECONDS, sessionClaimsSchema } from '@/newsroom/session'
import { signIn } from '@/newsroom/sign-in'
import { RateLimited } from '@/platform/errors'
import { log } from '@/platform/log'

/** next-auth 4: who signs in with what, and what a session carries. Cookies are its defaults (HttpOnly, SameSite=Lax, Secure over https). */
export const authOptions: AuthOptions = {
  session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  providers: [
    CredentialsProvider({
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      async authorize(credentials, request) {
        try {
          const headers = request.headers ?? {}
          const userAgent = String(headers['user-agent'] ?? '')
          const claims = await signIn(credentials, { userAgent, address: clientAddress(headers) })
          return claims && { id: claims.sub, ...claims }
        } catch (error) {
          // The message travels to the sign-in page as a query parameter, so it is a code and never a sentence.
          if (error instanceof RateLimited) throw new Error(`RateLimited:${error.retryAfterSeconds}`)
          log.error({ error }, 'sign-in failed')
          throw new Error('Fault')
        }
      },
    }),
  ],
  callbacks: {
    jwt({ token, user }) {
      const signedIn = sessionClaimsSchema.safeParse(user)
      return signedIn.success ? signedIn.data : token
    },
    session({ session, token }) {
      const claims = sessionClaimsSchema.safeParse(token)
      return { expires: session.expires, claims: claims.success ? claims.data : null }
    },
    redirect: ({ url, baseUrl }) => new URL(callbackPath(url, baseUrl), baseUrl).href,
  },
  logger: {
    error: (code) => log.warn({ code }, 'next-auth'),
    warn: () => undefined,
    debug: () => undefined,
  },
}
