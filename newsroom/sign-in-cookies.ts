import 'server-only'
import { cookies } from 'next/headers'
import { usesSecureCookies } from '@/newsroom/session'
import { STEP_MINUTES } from '@/newsroom/sign-in-step'

/** Binds a step of signing in to the browser that began it: who merely knows an address cannot go on with it. */
const NAMES = { secondFactor: 'claimline-second-step', passkeySignIn: 'claimline-passkey-step' } as const
type Kind = keyof typeof NAMES

function nameOf(kind: Kind): string {
  return `${usesSecureCookies() ? '__Host-' : ''}${NAMES[kind]}`
}

/** Keeps a step's secret in this browser, out of reach of scripts. Only where an answer's headers can still be written. */
export async function keepStep(kind: Kind, secret: string): Promise<void> {
  ;(await cookies()).set(nameOf(kind), secret, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: usesSecureCookies(),
    maxAge: STEP_MINUTES * 60,
  })
}

/** The secret of the step that this browser began; empty without one. */
export async function keptStep(kind: Kind): Promise<string> {
  return (await cookies()).get(nameOf(kind))?.value ?? ''
}

/** Forgets the step. */
export async function dropStep(kind: Kind): Promise<void> {
  ;(await cookies()).delete({ name: nameOf(kind), path: '/', secure: usesSecureCookies() })
}
