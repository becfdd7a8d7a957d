import 'server-only'
import type { FactorActor } from '@/newsroom/actor'
import {
  type PasskeyId,
  passkeyIdSchema,
  type RenamePasskey,
  renamePasskeySchema,
} from '@/newsroom/passkeys/schema'
import { canChangeFactors, canGiveUpFactor } from '@/newsroom/policy'
import { afterFactorRemoved, factorCount, loadFactors } from '@/newsroom/second-factor/store'
import { readSettings } from '@/newsroom/settings'
import { memberSubject } from '@/newsroom/store'
import { now } from '@/platform/clock'
import { command } from '@/platform/command'
import type { Tx } from '@/platform/db'
import { allow, every } from '@/platform/decision'
import { NotFound } from '@/platform/errors'

/** Somebody else's passkey is no more there than one that was never added. */
async function loadOwn(tx: Tx, actor: FactorActor, { passkeyId }: PasskeyId) {
  const factors = await loadFactors(tx, actor.id)
  const passkey = await tx.passkey.findFirst({
    where: { id: passkeyId, memberId: actor.id },
    select: { id: true, name: true },
  })
  if (!passkey) throw new NotFound('This passkey is removed already.')
  return { factors, passkey, rule: (await readSettings(tx)).secondFactor }
}

/** Calls one's passkey something else. @throws NotFound */
export const renamePasskey = command({
  input: renamePasskeySchema,
  load: (tx, input: RenamePasskey, actor: FactorActor) => loadOwn(tx, actor, input),
  allow: () => allow,
  run: async (tx, { actor, input: { name }, loaded: { passkey } }) => {
    await tx.passkey.update({ where: { id: passkey.id }, data: { name } })
    return {
      value: { name },
      audit: [
        {
          action: 'member.passkeyRenamed',
          subject: memberSubject(actor),
          before: { name: passkey.name },
          after: { name },
        },
      ],
    }
  },
})

/** Removes one's passkey; it opens nothing any more, wherever a copy of it lies. @throws NotFound, Forbidden */
export const removePasskey = command({
  input: passkeyIdSchema,
  load: (tx, input: PasskeyId, actor: FactorActor) => loadOwn(tx, actor, input),
  allow: (actor: FactorActor, { factors, rule }) =>
    every(
      canChangeFactors(actor.session, now()),
      canGiveUpFactor(rule, actor.role, factorCount(factors) - 1),
    ),
  run: async (tx, { actor, loaded: { passkey } }) => {
    await tx.passkey.delete({ where: { id: passkey.id } })
    await afterFactorRemoved(tx, actor.id)
    return {
      value: null,
      audit: [
        { action: 'member.passkeyRemoved', subject: memberSubject(actor), before: { name: passkey.name } },
      ],
    }
  },
})
