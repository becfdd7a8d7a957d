import 'server-only'
import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import { z } from 'zod'
import { countAttempt, forgiveAttempts } from '@/newsroom/attempts'
import { isCloned } from '@/newsroom/passkeys/counter'
import { relyingParty } from '@/newsroom/passkeys/relying-party'
import { assertionSchema } from '@/newsroom/passkeys/schema'
import { beginSession, type Origin, type SessionClaims } from '@/newsroom/session'
import { spendStep } from '@/newsroom/sign-in-step'
import { mayEnterWithoutProvider } from '@/newsroom/single-sign-on/provider-here'
import { memberSubject } from '@/newsroom/store'
import { begun } from '@/newsroom/ways-in'
import { writeAudit } from '@/platform/audit'
import { now } from '@/platform/clock'
import { db, type Tx } from '@/platform/db'
import { siteOrigin } from '@/platform/env'
import { log } from '@/platform/log'

/** Why a passkey did not let somebody in; a code for the sign-in page. */
export type PasskeyRefusal = 'StepGone' | 'WrongPasskey' | 'CopiedPasskey' | 'UseProvider'

const challengeSchema = z.object({ challenge: z.string() })
type Assertion = z.infer<typeof assertionSchema>

/**
 * Checks the use of a passkey. It was opened by finger, face or PIN, so it stands for both factors.
 * @param secret of the step that `beginPasskeySignIn` began, from this browser's cookie; used up whatever comes of it.
 * @throws RateLimited
 */
export async function signInByPasskey(
  answer: string,
  secret: string,
  origin: Origin,
): Promise<SessionClaims | PasskeyRefusal> {
  const step = await spendStep('passkeySignIn', secret, challengeSchema)
  if (!step) return 'StepGone'
  const assertion = assertionSchema.safeParse(jsonOf(answer))
  if (!assertion.success) return 'WrongPasskey'
  const account = `passkey:${assertion.data.id}`
  await countAttempt(account, origin.address)
  const found = await db().$transaction((tx) => take(tx, assertion.data, step.data.challenge))
  if (typeof found === 'string') {
    log.warn({ refusal: found, address: origin.address }, 'passkey refused')
    return found
  }
  await forgiveAttempts(account, origin.address)
  const sid = await beginSession(found.id, origin, begun('passkey'))
  return { sub: found.id, sessionVersion: found.sessionVersion, sid }
}

/** In one transaction with the row locked: of two uses with one count, one is a copy's. */
async function take(tx: Tx, assertion: Assertion, challenge: string) {
  const party = relyingParty(siteOrigin())
  await tx.$queryRaw`SELECT id FROM "Passkey" WHERE id = ${assertion.id} FOR UPDATE`
  const passkey = await tx.passkey.findUnique({
    where: { id: assertion.id },
    include: { member: true },
  })
  if (!party || !passkey || passkey.member.deactivatedAt) return 'WrongPasskey'
  const { member } = passkey
  const handle = assertion.response.userHandle
  if (handle !== undefined && Buffer.from(handle, 'base64url').toString('utf8') !== member.id)
    return 'WrongPasskey'
  const info = await verified(assertion, challenge, {
    id: passkey.id,
    publicKey: new Uint8Array(passkey.publicKey),
    party,
  })
  if (!info) return 'WrongPasskey'
  if (!mayEnterWithoutProvider(member)) return 'UseProvider'
  if (isCloned(passkey.counter, info.newCounter)) {
    // Unlike a wrong password this is no stranger's doing: whoever did it holds the key.
    await writeAudit(tx, member, [
      { action: 'member.passkeyRefused', subject: memberSubject(member), after: { name: passkey.name } },
    ])
    return 'CopiedPasskey'
  }
  await tx.passkey.update({
    where: { id: passkey.id },
    data: { counter: info.newCounter, backedUp: info.credentialBackedUp, lastUsedAt: now() },
  })
  await writeAudit(tx, member, [
    { action: 'member.signedIn', subject: memberSubject(member), after: { by: 'passkey' } },
  ])
  return { id: member.id, sessionVersion: member.sessionVersion }
}

type Key = { id: string; publicKey: Uint8Array<ArrayBuffer>; party: { id: string; origin: string } }

async function verified(assertion: Assertion, challenge: string, { party, ...key }: Key) {
  try {
    const { verified: isRight, authenticationInfo } = await verifyAuthenticationResponse({
      response: assertion,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      // Its own rule about counters is left out: it cannot be told from its other refusals. Ours follows (counter.ts).
      credential: { ...key, counter: 0 },
    })
    return isRight ? authenticationInfo : null
  } catch (error) {
    log.warn({ reason: error instanceof Error ? error.message : '' }, 'an assertion was refused')
    return null
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
