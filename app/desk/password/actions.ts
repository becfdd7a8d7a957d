'use server'
import { cookies, headers } from 'next/headers'
import { action } from '@/app/_boundary/action'
import { currentVisitor } from '@/newsroom/actor'
import { changeOwnPassword } from '@/newsroom/change-own-password'
import { clientAddress } from '@/newsroom/client-address'
import { sessionCookie } from '@/newsroom/session'

export const changePassword = action(async (actor, input: unknown) => {
  const { sessionVersion } = await changeOwnPassword(actor, input)
  // All sessions ended with the old password; this browser proved who it is, so it gets a new one.
  const from = await headers()
  const { name, value, ...options } = await sessionCookie(
    { id: actor.id, sessionVersion },
    { userAgent: from.get('user-agent') ?? '', address: clientAddress(from) },
    (await currentVisitor())?.session.begun,
  )
  ;(await cookies()).set(name, value, options)
  return null
})
