import 'server-only'
import type { FactorActor } from '@/newsroom/actor'
import { isProven, mustHaveSecondFactor } from '@/newsroom/policy'
import type { OwnFactorsView } from '@/newsroom/second-factor/views'
import { readSettings } from '@/newsroom/settings'
import { isoMoment, now } from '@/platform/clock'
import { db } from '@/platform/db'

/** How the actor signs in. */
export async function readOwnFactors(actor: FactorActor): Promise<OwnFactorsView> {
  const [member, { secondFactor }] = await Promise.all([
    db().member.findUniqueOrThrow({
      where: { id: actor.id },
      select: {
        passwordHash: true,
        totp: { select: { confirmedAt: true } },
        passkeys: { orderBy: { createdAt: 'asc' }, omit: { publicKey: true } },
        _count: { select: { recoveryCodes: { where: { usedAt: null } } } },
      },
    }),
    readSettings(),
  ])
  return {
    hasPassword: member.passwordHash !== null,
    hasTotp: Boolean(member.totp?.confirmedAt),
    passkeys: member.passkeys.map(({ id, name, createdAt, lastUsedAt, backedUp }) => ({
      id,
      name,
      createdAt: createdAt.toISOString(),
      lastUsedAt: isoMoment(lastUsedAt),
      backedUp,
    })),
    recoveryCodesLeft: member._count.recoveryCodes,
    required: mustHaveSecondFactor(secondFactor, actor.role),
    isProven: isProven(actor.session.provenAt, now()),
  }
}
