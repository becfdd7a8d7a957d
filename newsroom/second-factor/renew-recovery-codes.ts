import 'server-only'
import type { FactorActor } from '@/newsroom/actor'
import { canChangeFactors } from '@/newsroom/policy'
import { nothingSchema } from '@/newsroom/second-factor/schema'
import { factorCount, loadFactors, makeRecoveryCodes } from '@/newsroom/second-factor/store'
import { memberSubject } from '@/newsroom/store'
import { now } from '@/platform/clock'
import { command } from '@/platform/command'
import { deny, every } from '@/platform/decision'

/** New recovery codes, shown once; the old ones stop working. */
export const renewRecoveryCodes = command({
  input: nothingSchema,
  load: (tx, _input: null, actor: FactorActor) => loadFactors(tx, actor.id),
  allow: (actor: FactorActor, factors) =>
    every(
      canChangeFactors(actor.session, now()),
      ...(factorCount(factors) > 0
        ? []
        : [deny('Recovery codes stand in for a second factor. Set one up first.')]),
    ),
  run: async (tx, { actor }) => ({
    value: { recoveryCodes: await makeRecoveryCodes(tx, actor.id) },
    audit: [{ action: 'member.recoveryCodesRenewed', subject: memberSubject(actor) }],
  }),
})
