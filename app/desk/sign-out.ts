'use server'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { sessionCookieName } from '@/newsroom/session'

/** Forgets this browser's session. Next itself refuses a call from another origin; being signed out needs no more. */
export async function signOut(): Promise<void> {
  ;(await cookies()).delete(sessionCookieName())
  redirect('/sign-in')
}
