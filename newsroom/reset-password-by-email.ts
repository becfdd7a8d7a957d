import 'server-only'
import { CONSOLE } from '@/newsroom/console-actor'
import { hashPassword, randomPassword } from '@/newsroom/password'
import { emailSchema } from '@/newsroom/schema'
import { changeAccess, loadMemberForChange, memberSubject } from '@/newsroom/store'
import type { Who } from '@/platform/audit'
import { command } from '@/platform/command'
import { allow } from '@/platform/decision'
import { NotFound } from '@/platform/errors'

const reset = command({
  input: emailSchema,
  load: async (tx, email: string) => {
    const member = await tx.member.findUnique({ where: { email }, select: { id: true } })
    if (!member) throw new NotFound(`No member has the e-mail address ${email}.`)
    return loadMemberForChange(tx, member.id)
  },
  allow: (_actor: Who) => allow,
  run: async (tx, { loaded }) => {
    const password = randomPassword()
    await changeAccess(tx, loaded.id, { passwordHash: await hashPassword(password) })
    return {
      value: { email: loaded.email, isActive: loaded.isActive, password },
      audit: [{ action: 'member.passwordReset', subject: memberSubject(loaded) }],
    }
  },
})

/**
 * From the server's console: a new random password, every session ended. The member stays deactivated if they were.
 * @throws NotFound, Invalid
 */
export function resetPasswordByEmail(email: string) {
  return reset(CONSOLE, email)
}
