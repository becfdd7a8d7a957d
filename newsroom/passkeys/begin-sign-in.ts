import 'server-only'
import { generateAuthenticationOptions } from '@simplewebauthn/server'
import { countPasskeyChallenge } from '@/newsroom/attempts'
import { NO_PASSKEYS } from '@/newsroom/passkeys/begin-adding'
import { relyingParty } from '@/newsroom/passkeys/relying-party'
import { makeStep } from '@/newsroom/sign-in-step'
import { siteOrigin } from '@/platform/env'
import { Invalid } from '@/platform/errors'

/**
 * What a browser needs to offer the passkeys it holds for this site. It names no member, so it tells nothing of who is one.
 * @returns the options, and the secret of the step for this browser's cookie. @throws Invalid, RateLimited
 */
export async function beginPasskeySignIn(address: string) {
  const party = relyingParty(siteOrigin())
  if (!party) throw new Invalid(NO_PASSKEYS)
  await countPasskeyChallenge(address)
  const options = await generateAuthenticationOptions({ rpID: party.id, userVerification: 'required' })
  const secret = await makeStep('passkeySignIn', null, { challenge: options.challenge })
  return { options, secret }
}
