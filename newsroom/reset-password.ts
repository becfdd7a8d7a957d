import 'server-only'
import { makeLink, RESET_HOURS } from '@/newsroom/member-link'
import { canResetPassword } from '@/newsroom/policy'
import type { Actor } from '@/newsroom/roles'
import { memberIdSchema } from '@/newsroom/schema'
import { changeAccess, loadMemberForChange, memberSubject } from '@/newsroom/store'
import { command } from '@/platform/command'

/**
 * Ends a member's sessions and takes their password away.
 * @returns the link by which they choose a new one, to be shown once.
 */
export const resetPassword = command({
  input: memberIdSchema,
  load: (tx, input: { memberId: string }) => loadMemberForChange(tx, input.memberId),
  allow: (actor: Actor, member) => canResetPassword(actor, member),
  run: async (tx, { loaded }) => {
    await changeAccess(tx, loaded.id, { passwordHash: null })
    const link = await makeLink(tx, loaded.id, RESET_HOURS)
    return {
      value: { id: loaded.id, name: loaded.name, email: loaded.email, link },
      audit: [{ action: 'member.passwordReset', subject: memberSubject(loaded) }],
    }
  },
})
