'use server'
import { revalidatePath } from 'next/cache'
import { action } from '@/app/_boundary/action'
import { changeRole } from '@/newsroom/change-role'
import { deactivateMember } from '@/newsroom/deactivate-member'
import { endSessionsOf } from '@/newsroom/end-sessions'
import { inviteMember } from '@/newsroom/invite-member'
import { mailLink as mailLinkOf } from '@/newsroom/mail-link'
import { reactivateMember } from '@/newsroom/reactivate-member'
import { resetPassword } from '@/newsroom/reset-password'
import type { Actor } from '@/newsroom/roles'
import { removeSecondFactor } from '@/newsroom/second-factor/remove-second-factor'

/** Runs a command and has the list of members made anew. */
function shown<Value>(run: (actor: Actor, input: unknown) => Promise<Value>) {
  return action(async (actor: Actor, input: unknown) => {
    const value = await run(actor, input)
    revalidatePath('/desk/members')
    return value
  })
}

export const invite = shown(inviteMember)
export const setRole = shown(changeRole)
export const deactivate = shown(deactivateMember)
export const reactivate = shown(reactivateMember)
export const endSessions = shown(endSessionsOf)
export const removeFactor = shown(removeSecondFactor)
export const reset = shown(resetPassword)
export const mailLink = action((actor, input: unknown) => mailLinkOf(actor, input))
