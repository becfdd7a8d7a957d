import type { FactorActor } from '@/newsroom/actor'
import type { Actor } from '@/newsroom/roles'
import { beginTotp } from '@/newsroom/second-factor/begin-totp'
import { confirmTotp } from '@/newsroom/second-factor/confirm-totp'
import { codeAt } from '@/newsroom/second-factor/totp'
import { beginSession } from '@/newsroom/session'
import { begun } from '@/newsroom/ways-in'
import { now } from '@/platform/clock'

/** The member as they sit at a browser that they have just signed in with. */
export async function atBrowser(member: Actor): Promise<FactorActor> {
  const id = await beginSession(member.id, { userAgent: 'Test', address: '192.0.2.1' })
  return { ...member, session: { id, begun: begun('password'), provenAt: now() } }
}

/** An authenticator app of the member's, set up as on the page. @returns its codes, and the recovery codes. */
export async function buildTotp(member: FactorActor) {
  const { secret } = await beginTotp(member, null)
  const bare = secret.replaceAll(' ', '')
  const { recoveryCodes } = await confirmTotp(member, { code: codeAt(bare, now()) })
  return { code: (at: Date = now()) => codeAt(bare, at), recoveryCodes: recoveryCodes ?? [] }
}
