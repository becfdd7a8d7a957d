'use server'
import { revalidatePath } from 'next/cache'
import { action } from '@/app/_boundary/action'
import { currentSessionId } from '@/newsroom/actor'
import { endOtherSessions, endSession } from '@/newsroom/end-sessions'

export const endOne = action(async (actor, input: unknown) => {
  const value = await endSession(actor, input)
  revalidatePath('/desk/sessions')
  return value
})

/** Which session stays is this browser's own cookie's to say, never the form's. */
export const endOthers = action(async (actor) => {
  const value = await endOtherSessions(actor, { sessionId: await currentSessionId() })
  revalidatePath('/desk/sessions')
  return value
})
