import 'server-only'
import { verifyRegistrationResponse } from '@simplewebauthn/server'
import { z } from 'zod'
import type { FactorActor } from '@/newsroom/actor'
import { NO_PASSKEYS } from '@/newsroom/passkeys/begin-adding'
import { claimedChallenge } from '@/newsroom/passkeys/challenge'
import { relyingParty } from '@/newsroom/passkeys/relying-party'
import { type AddPasskey, addPasskeySchema } from '@/newsroom/passkeys/schema'
import { canChangeFactors } from '@/newsroom/policy'
import { afterFactorAdded, loadFactors } from '@/newsroom/second-factor/store'
import { spendStep } from '@/newsroom/sign-in-step'
import { memberSubject } from '@/newsroom/store'
import { now } from '@/platform/clock'
import { command } from '@/platform/command'
import { deny, every } from '@/platform/decision'
import { siteOrigin } from '@/platform/env'
import { Conflict, Invalid } from '@/platform/errors'
import { log } from '@/platform/log'

const MOST_PASSKEYS = 20

async function verified(response: AddPasskey['response'], challenge: string) {
  const party = relyingParty(siteOrigin())
  if (!party) throw new Invalid(NO_PASSKEYS)
  try {
    const answer = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
    })
    if (answer.verified) return answer.registrationInfo
  } catch (error) {
    log.warn({ reason: error instanceof Error ? error.message : '' }, 'a new passkey was refused')
  }
  throw new Invalid('This passkey could not be checked. Try again, or use another one.')
}

/**
 * Adds a passkey that the browser has just made.
 * @returns the recovery codes where this is the first factor. @throws Invalid, Conflict, Forbidden
 */
export const addPasskey = command({
  input: addPasskeySchema,
  load: (tx, _input: AddPasskey, actor: FactorActor) => loadFactors(tx, actor.id),
  allow: (actor: FactorActor, { passkeys }) =>
    every(
      canChangeFactors(actor.session, now()),
      ...(passkeys < MOST_PASSKEYS ? [] : [deny(`You have ${MOST_PASSKEYS} passkeys. Remove one first.`)]),
    ),
  run: async (tx, { actor, input: { name, response }, loaded }) => {
    const challenge = claimedChallenge(response.response.clientDataJSON)
    const step = challenge && (await spendStep('passkeyAdd', challenge, z.object({}), tx))
    if (!step || step.memberId !== actor.id) throw new Invalid('That took too long. Try once more.')
    const { credential, credentialBackedUp } = await verified(response, challenge)
    if (await tx.passkey.findUnique({ where: { id: credential.id }, select: { id: true } }))
      throw new Conflict('This passkey is added already.')
    await tx.passkey.create({
      data: {
        id: credential.id,
        memberId: actor.id,
        name,
        publicKey: credential.publicKey,
        counter: credential.counter,
        transports: response.response.transports,
        backedUp: credentialBackedUp,
        createdAt: now(),
      },
    })
    return {
      value: await afterFactorAdded(tx, loaded, actor.session.id),
      audit: [{ action: 'member.passkeyAdded', subject: memberSubject(actor), after: { name } }],
    }
  },
})
