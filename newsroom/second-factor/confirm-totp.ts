import 'server-only'
import type { FactorActor } from '@/newsroom/actor'
import { canChangeFactors } from '@/newsroom/policy'
import { countCodeAttempt, forgiveCodeAttempts } from '@/newsroom/second-factor/code-attempts'
import { type ConfirmTotp, confirmTotpSchema } from '@/newsroom/second-factor/schema'
import { afterFactorAdded, loadFactors, takeCode } from '@/newsroom/second-factor/store'
import { memberSubject } from '@/newsroom/store'
import { now } from '@/platform/clock'
import { command } from '@/platform/command'
import { Invalid } from '@/platform/errors'

const WRONG =
  'That is not the code the app shows now. Check that its clock is right, and type the newest code.'

/**
 * Turns the authenticator app on, with a code that shows it holds the secret.
 * @returns the recovery codes where this is the first factor. @throws Invalid, RateLimited
 */
export const confirmTotp = command({
  input: confirmTotpSchema,
  load: (tx, _input: ConfirmTotp, actor: FactorActor) => loadFactors(tx, actor.id),
  allow: (actor: FactorActor) => canChangeFactors(actor.session, now()),
  run: async (tx, { actor, input, loaded }) => {
    await countCodeAttempt(actor.id, input.code, null)
    if (!(await takeCode(tx, actor.id, input.code, 'unconfirmed'))) throw new Invalid(WRONG, { code: WRONG })
    await forgiveCodeAttempts(actor.id, null)
    await tx.memberTotp.update({ where: { memberId: actor.id }, data: { confirmedAt: now() } })
    return {
      value: await afterFactorAdded(tx, loaded, actor.session.id),
      audit: [{ action: 'member.authenticatorAdded', subject: memberSubject(actor) }],
    }
  },
})
