import 'server-only'
import { hashPassword, randomPassword } from '@/newsroom/password'
import { canResetPassword } from '@/newsroom/policy'
import type { Actor } from '@/newsroom/roles'
import { memberIdSchema } from '@/newsroom/schema'
import { changeAccess, loadMemberForChange, memberSubject } from '@/newsroom/store'
import { command } from '@/platform/command'

/**
 * Gives a member a new random password and ends their sessions.
 * @returns the password in the clear, to be shown once.
 */
export const resetPassword = command({
  input: memberIdSchema,
  load: (tx, input: { memberId: string }) => loadMemberForChange(tx, input.memberId),
  allow: (actor: Actor, member) => canResetPassword(actor, member),
  run: async (tx, { loaded }) => {
    const password = randomPassword()
    await changeAccess(tx, loaded.id, { passwordHash: await hashPassword(password) })
    return {
      value: { id: loaded.id, name: loaded.name, email: loaded.email, password },
      audit: [{ action: 'member.passwordReset', subject: memberSubject(loaded) }],
    }
  },
})
