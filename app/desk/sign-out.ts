'use server'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { currentVisitor } from '@/newsroom/actor'
import { endSession } from '@/newsroom/end-sessions'
import { sessionCookieName } from '@/newsroom/session'
import { NotFound } from '@/platform/errors'

/** Ends this browser's session: a copy of its cookie opens nothing afterwards. Next itself refuses other origins. */
export async function signOut(): Promise<void> {
  const visitor = await currentVisitor()
  // Somebody whose session has ended already is signed out all the same.
  if (visitor)
    await endSession(visitor.actor, { sessionId: visitor.session.id }).catch((error: unknown) => {
      if (!(error instanceof NotFound)) throw error // pressed twice: the other press has ended it
    })
  ;(await cookies()).delete(sessionCookieName())
  redirect('/sign-in')
}
