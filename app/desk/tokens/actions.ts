'use server'
import { revalidatePath } from 'next/cache'
import { action, factorAction } from '@/app/_boundary/action'
import { makeToken } from '@/newsroom/api-tokens/make-token'
import { revokeToken } from '@/newsroom/api-tokens/revoke-token'
import { proveAgain } from '@/newsroom/second-factor/prove-again'

export const confirmBeforeToken = factorAction(async (actor, input: unknown) => {
  const value = await proveAgain(actor, input)
  revalidatePath('/desk/tokens')
  return value
})

export const make = factorAction(async (actor, input: unknown) => {
  const value = await makeToken(actor, input)
  revalidatePath('/desk/tokens')
  return value
})

export const revoke = action(async (actor, input: unknown) => {
  const value = await revokeToken(actor, input)
  revalidatePath('/desk/tokens')
  return value
})
