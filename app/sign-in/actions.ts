'use server'
import { headers } from 'next/headers'
import { openAction } from '@/app/_boundary/action'
import { clientAddress } from '@/newsroom/client-address'
import { beginPasskeySignIn } from '@/newsroom/passkeys/begin-sign-in'
import { keepStep } from '@/newsroom/sign-in-cookies'

/** A challenge for whatever passkeys this browser holds, good for this browser alone. */
export const beginPasskey = openAction(async (_input: null) => {
  const { options, secret } = await beginPasskeySignIn(clientAddress(await headers()))
  await keepStep('passkeySignIn', secret)
  return options
})
