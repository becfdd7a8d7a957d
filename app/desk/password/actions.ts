'use server'
import { cookies } from 'next/headers'
import { action } from '@/app/_boundary/action'
import { changeOwnPassword } from '@/newsroom/change-own-password'
import { sessionCookie } from '@/newsroom/session'

export const changePassword = action(async (actor, input: unknown) => {
  const { sessionVersion } = await changeOwnPassword(actor, input)
  // All sessions ended with the old password; this browser proved who it is, so it gets a new one.
  const { name, value, ...options } = await sessionCookie({ id: actor.id, sessionVersion })
  ;(await cookies()).set(name, value, options)
  return null
})
