import 'server-only'
import type { FactorActor } from '@/newsroom/actor'
import { countAttempt } from '@/newsroom/attempts'
import { passwordMatches } from '@/newsroom/password'
import { canGiveUpFactor } from '@/newsroom/policy'
import { countCodeAttempt, forgiveCodeAttempts } from '@/newsroom/second-factor/code-attempts'
import { type TurnOffTotp, turnOffTotpSchema } from '@/newsroom/second-factor/schema'
import { afterFactorRemoved, loadFactors, takeCode, takeRecoveryCode } from '@/newsroom/second-factor/store'
import { readSettings } from '@/newsroom/settings'
import { memberSubject } from '@/newsroom/store'
import { command } from '@/platform/command'
import { Invalid, NotFound } from '@/platform/errors'

/** Turns the authenticator app off, with the password and a code of it or a recovery code. @throws Invalid, RateLimited */
export const turnOffTotp = command({
  input: turnOffTotpSchema,
  load: async (tx, _input: TurnOffTotp, actor: FactorActor) => {
    const factors = await loadFactors(tx, actor.id)
    if (!factors.hasTotp) throw new NotFound('No authenticator app is set up.')
    return { factors, rule: (await readSettings(tx)).secondFactor }
  },
  allow: (actor: FactorActor, { factors, rule }) => canGiveUpFactor(rule, actor.role, factors.passkeys),
  run: async (tx, { actor, input, loaded: { factors } }) => {
    if (factors.passwordHash !== null) {
      await countAttempt(factors.email, null)
      if (!(await passwordMatches(factors.passwordHash, input.password)))
        throw wrong('password', 'That is not the password you sign in with.')
    }
    await countCodeAttempt(actor.id, input.code, null)
    const right =
      (await takeCode(tx, actor.id, input.code)) ||
      (await takeRecoveryCode(tx, actor.id, input.code)) !== null
    if (!right) throw wrong('code', 'That code is wrong, or was used already. Wait for the next one.')
    await forgiveCodeAttempts(actor.id, null)
    await tx.memberTotp.delete({ where: { memberId: actor.id } })
    await afterFactorRemoved(tx, actor.id)
    return {
      value: null,
      audit: [{ action: 'member.authenticatorRemoved', subject: memberSubject(actor) }],
    }
  },
})

function wrong(field: string, message: string): Invalid {
  return new Invalid(message, { [field]: message })
}
