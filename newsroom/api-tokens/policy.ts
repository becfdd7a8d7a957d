import { canChangeFactors, mustHaveSecondFactor } from '@/newsroom/policy'
import { type Actor, isAtLeast, type Role } from '@/newsroom/roles'
import type { SecondFactorRule } from '@/newsroom/settings-schema'
import { allow, type Decision, deny, every } from '@/platform/decision'

/** More than anybody can keep apart. */
export const MOST_TOKENS = 20

type Maker = { role: Role; session: { provenAt: Date; begun: { strong: boolean } } }

/**
 * A token is a way in, so making one asks for what changing how one signs in asks for, and is no way around a second factor that
 * the newsroom asks for.
 */
export function canMakeToken(
  { role, session }: Maker,
  { at, held, rule }: { at: Date; held: number; rule: SecondFactorRule },
): Decision {
  return every(
    session.begun.strong || !mustHaveSecondFactor(rule, role)
      ? allow
      : deny('Your newsroom asks for a second factor. Set one up first.'),
    canChangeFactors(session, at),
    held < MOST_TOKENS ? allow : deny(`You have ${MOST_TOKENS} tokens. Revoke one first.`),
  )
}

/** Ending a way in must never be hard: one's own at any moment, anybody's for an administrator. */
export function canRevokeToken(actor: Pick<Actor, 'id' | 'role'>, token: { memberId: string }): Decision {
  return token.memberId === actor.id || isAtLeast(actor.role, 'admin')
    ? allow
    : deny('Only its owner or an administrator may revoke a token.')
}
