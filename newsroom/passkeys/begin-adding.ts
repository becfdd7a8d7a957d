import 'server-only'
import { generateRegistrationOptions } from '@simplewebauthn/server'
import type { FactorActor } from '@/newsroom/actor'
import { relyingParty } from '@/newsroom/passkeys/relying-party'
import { canChangeFactors } from '@/newsroom/policy'
import { readSettings } from '@/newsroom/settings'
import { makeStep } from '@/newsroom/sign-in-step'
import { now } from '@/platform/clock'
import { db } from '@/platform/db'
import { siteOrigin } from '@/platform/env'
import { Forbidden, Invalid } from '@/platform/errors'

export const NO_PASSKEYS = 'Passkeys cannot be used at this address.'

/**
 * What a browser needs to make a passkey: one that it finds without being told whose, and uses only after it knows its owner by finger,
 * face or PIN. The challenge is kept as a step of this member's. @throws Forbidden, Invalid
 */
export async function beginAddingPasskey(actor: FactorActor) {
  const decision = canChangeFactors(actor.session, now())
  if (!decision.allowed) throw new Forbidden(decision.reason)
  const party = relyingParty(siteOrigin())
  if (!party) throw new Invalid(NO_PASSKEYS)
  const [{ siteName }, held] = await Promise.all([
    readSettings(),
    db().passkey.findMany({ where: { memberId: actor.id }, select: { id: true, transports: true } }),
  ])
  const options = await generateRegistrationOptions({
    rpName: siteName,
    rpID: party.id,
    userName: actor.email,
    userDisplayName: actor.name,
    userID: new Uint8Array(new TextEncoder().encode(actor.id)),
    excludeCredentials: held,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await makeStep('passkeyAdd', actor.id, {}, options.challenge)
  return options
}
