import 'server-only'
import { countAttempt } from '@/newsroom/attempts'
import { hashPassword, passwordMatches } from '@/newsroom/password'
import type { Actor } from '@/newsroom/roles'
import { type ChangeOwnPassword, changeOwnPasswordSchema } from '@/newsroom/schema'
import { changeAccess, loadMemberForChange, memberSubject } from '@/newsroom/store'
import { command } from '@/platform/command'
import { allow } from '@/platform/decision'
import { Invalid } from '@/platform/errors'

/**
 * Changes the actor's own password and ends all their sessions.
 * @returns the session version from which new sessions count.
 * @throws Invalid where the present password is wrong, RateLimited after too many tries.
 */
export const changeOwnPassword = command({
  input: changeOwnPasswordSchema,
  load: (tx, _input: ChangeOwnPassword, actor: Actor) => loadMemberForChange(tx, actor.id),
  allow: () => allow,
  run: async (tx, { input, loaded }) => {
    // Counted like sign-in: a browser left open must not become a place to guess the password at.
    await countAttempt(loaded.email, null)
    if (!(await passwordMatches(loaded.passwordHash, input.currentPassword))) {
      const message = 'That is not the password you sign in with now.'
      throw new Invalid(message, { currentPassword: message })
    }
    if (input.newPassword === input.currentPassword) {
      const message = 'Choose a password that differs from the present one.'
      throw new Invalid(message, { newPassword: message })
    }
    const sessionVersion = await changeAccess(tx, loaded.id, {
      passwordHash: await hashPassword(input.newPassword),
    })
    return {
      value: { sessionVersion },
      audit: [{ action: 'member.passwordChanged', subject: memberSubject(loaded) }],
    }
  },
})
