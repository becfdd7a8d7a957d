'use server'
import { revalidatePath } from 'next/cache'
import { factorAction } from '@/app/_boundary/action'
import type { FactorActor } from '@/newsroom/actor'
import { addPasskey } from '@/newsroom/passkeys/add-passkey'
import { beginAddingPasskey } from '@/newsroom/passkeys/begin-adding'
import { removePasskey, renamePasskey } from '@/newsroom/passkeys/change-passkey'
import { beginTotp } from '@/newsroom/second-factor/begin-totp'
import { confirmTotp } from '@/newsroom/second-factor/confirm-totp'
import { proveAgain } from '@/newsroom/second-factor/prove-again'
import { renewRecoveryCodes } from '@/newsroom/second-factor/renew-recovery-codes'
import { turnOffTotp } from '@/newsroom/second-factor/turn-off-totp'

/** Runs a command and has the page made anew. The page of those who still must set up a factor uses the same actions. */
function shown<Value>(run: (actor: FactorActor, input: unknown) => Promise<Value>) {
  return factorAction(async (actor, input: unknown) => {
    const value = await run(actor, input)
    revalidatePath('/desk/account')
    return value
  })
}

export const confirmItIsMe = shown(proveAgain)
export const beginApp = factorAction((actor, input: unknown) => beginTotp(actor, input))
/** Not made anew at once: the recovery codes are shown first. */
export const confirmApp = factorAction((actor, input: unknown) => confirmTotp(actor, input))
export const turnOffApp = shown(turnOffTotp)
export const renewCodes = factorAction((actor, input: unknown) => renewRecoveryCodes(actor, input))
export const beginPasskey = factorAction((actor, _input: null) => beginAddingPasskey(actor))
export const savePasskey = factorAction((actor, input: unknown) => addPasskey(actor, input))
export const rename = shown(renamePasskey)
export const remove = shown(removePasskey)
