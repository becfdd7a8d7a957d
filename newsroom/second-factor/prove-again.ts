import 'server-only'
import type { FactorActor } from '@/newsroom/actor'
import { countAttempt } from '@/newsroom/attempts'
import { passwordMatches } from '@/newsroom/password'
import { countCodeAttempt, forgiveCodeAttempts } from '@/newsroom/second-factor/code-attempts'
import { type ProveAgain, proveAgainSchema } from '@/newsroom/second-factor/schema'
import { loadFactors, takeCode } from '@/newsroom/second-factor/store'
import { memberSubject } from '@/newsroom/store'
import { now } from '@/platform/clock'
import { command } from '@/platform/command'
import { allow } from '@/platform/decision'
import { Invalid } from '@/platform/errors'

/**
 * Shows again who sits there, by password or by a code, so that how they sign in may be changed for some minutes.
 * @throws Invalid, RateLimited
 */
export const proveAgain = command({
  input: proveAgainSchema,
  load: (tx, _input: ProveAgain, actor: FactorActor) => loadFactors(tx, actor.id),
  allow: () => allow,
  run: async (tx, { actor, input, loaded }) => {
    if (input.password) {
      await countAttempt(loaded.email, null)
      if (!(await passwordMatches(loaded.passwordHash, input.password)))
        throw wrong('password', 'That is not the password you sign in with.')
    } else {
      if (!input.code) throw wrong('password', 'Type your password, or a code.')
      await countCodeAttempt(actor.id, input.code, null)
      if (!(await takeCode(tx, actor.id, input.code)))
        throw wrong('code', 'That code is wrong, or was used already. Wait for the next one.')
      await forgiveCodeAttempts(actor.id, null)
    }
    await tx.memberSession.updateMany({ where: { id: actor.session.id }, data: { provenAt: now() } })
    return { value: null, audit: [{ action: 'member.identityConfirmed', subject: memberSubject(actor) }] }
  },
})

function wrong(field: string, message: string): Invalid {
  return new Invalid(message, { [field]: message })
}
