'use server'
import { cookies, headers } from 'next/headers'
import { openAction } from '@/app/_boundary/action'
import { clientAddress } from '@/newsroom/client-address'
import { sessionCookie } from '@/newsroom/session'
import { spendLink } from '@/newsroom/spend-link'
import { begun } from '@/newsroom/ways-in'

/** The password is chosen and this browser signed in: who holds the link has shown who they are, short of a second factor. */
export const choosePassword = openAction(async (input: unknown) => {
  const member = await spendLink(input)
  // There is more to show than the link; the desk leads to the sign-in page.
  if (!member.enters) return null
  const from = await headers()
  const { name, value, ...options } = await sessionCookie(
    member,
    { userAgent: from.get('user-agent') ?? '', address: clientAddress(from) },
    begun('link'),
  )
  ;(await cookies()).set(name, value, options)
  return null
})
