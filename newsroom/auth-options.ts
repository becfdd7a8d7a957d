import 'server-only'
import { headers } from 'next/headers'
import type { AuthOptions, User } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { callbackPath } from '@/newsroom/callback-path'
import { clientAddress } from '@/newsroom/client-address'
import { signInByPasskey } from '@/newsroom/passkeys/sign-in-by-passkey'
import { takeSecondStep } from '@/newsroom/second-factor/take-second-step'
import { type Origin, SESSION_SECONDS, type SessionClaims, sessionClaimsSchema } from '@/newsroom/session'
import { signIn } from '@/newsroom/sign-in'
import { dropStep, keepStep, keptStep } from '@/newsroom/sign-in-cookies'
import { oidcProvider } from '@/newsroom/single-sign-on/oidc-provider'
import { singleSignOn } from '@/newsroom/single-sign-on/provider-here'
import { signInByProvider } from '@/newsroom/single-sign-on/sign-in-by-provider'
import { RateLimited } from '@/platform/errors'
import { log } from '@/platform/log'

async function requestOrigin(): Promise<Origin> {
  const from = await headers()
  return { userAgent: from.get('user-agent') ?? '', address: clientAddress(from) }
}

/** A refusal on the way to the sign-in page. It travels there as a query parameter, so it is a code and never a sentence. */
class SignInCode extends Error {}

type Outcome = SessionClaims | null

/** A way in of our own, as next-auth is told of it: it gives the claims of a session or throws a code. */
function wayIn(
  id: string,
  fields: string[],
  enter: (typed: Record<string, string>, origin: Origin) => Promise<Outcome>,
  limited = 'RateLimited',
) {
  const provider = CredentialsProvider({
    credentials: Object.fromEntries(fields.map((field) => [field, {}])),
    async authorize(typed): Promise<(User & SessionClaims) | null> {
      try {
        const claims = await enter(typed ?? {}, await requestOrigin())
        return claims && { id: claims.sub, ...claims }
      } catch (error) {
        if (error instanceof SignInCode) throw error
        if (error instanceof RateLimited) throw new SignInCode(`${limited}:${error.retryAfterSeconds}`)
        log.error({ error }, 'sign-in failed')
        throw new SignInCode('Fault')
      }
    },
  })
  // CredentialsProvider names every provider `credentials`; next-auth lets these options have the last word.
  provider.options = { ...provider.options, id }
  return provider
}

async function byPassword(typed: Record<string, string>, origin: Origin): Promise<Outcome> {
  const signedIn = await signIn(typed, origin)
  if (signedIn?.kind !== 'secondFactor') return signedIn?.claims ?? null
  await keepStep('secondFactor', signedIn.secret)
  throw new SignInCode('SecondFactor')
}

async function bySecondStep({ code = '' }: Record<string, string>, origin: Origin): Promise<Outcome> {
  const taken = await takeSecondStep(code.slice(0, 60), await keptStep('secondFactor'), origin)
  if (typeof taken === 'string') throw new SignInCode(taken)
  await dropStep('secondFactor')
  return taken
}

async function byPasskey({ assertion = '' }: Record<string, string>, origin: Origin): Promise<Outcome> {
  const taken = await signInByPasskey(assertion, await keptStep('passkeySignIn'), origin)
  await dropStep('passkeySignIn')
  if (typeof taken === 'string') throw new SignInCode(taken)
  await dropStep('secondFactor')
  return taken
}

/** The provider's word, already checked by next-auth. @returns true, or the page that says why not */
async function byProvider(user: User, claims: unknown): Promise<true | string> {
  const rules = singleSignOn()
  if (!rules) return '/sign-in?error=Fault'
  const answer = await signInByProvider(claims, rules, await requestOrigin())
  if (answer.kind === 'refused') return `/sign-in?error=${answer.code}`
  if (answer.kind === 'secondFactor') {
    await keepStep('secondFactor', answer.secret)
    return '/sign-in/code'
  }
  // next-auth hands this very object on to the jwt callback below.
  Object.assign(user, answer.claims)
  return true
}

/** next-auth 4: who signs in with what, and what a session carries. Cookies are its defaults (HttpOnly, SameSite=Lax, Secure over https). */
export function authOptions(): AuthOptions {
  const rules = singleSignOn()
  return {
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      wayIn('credentials', ['email', 'password'], byPassword),
      wayIn('second-factor', ['code'], bySecondStep, 'CodeRateLimited'),
      wayIn('passkey', ['assertion'], byPasskey),
      ...(rules ? [oidcProvider(rules)] : []),
    ],
    callbacks: {
      signIn: ({ user, account, profile }) =>
        account?.provider === 'oidc' ? byProvider(user, profile) : true,
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
}
