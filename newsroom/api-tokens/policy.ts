import { canChangeFactors } from '@/newsroom/policy'
import { type Actor, isAtLeast } from '@/newsroom/roles'
import { allow, type Decision, deny, every } from '@/platform/decision'

/** More than anybody can keep apart. */
export const MOST_TOKENS = 20

/** A token is a way in, so making one asks for what changing how one signs in asks for. */
export function canMakeToken(session: { provenAt: Date }, at: Date, held: number): Decision {
  return every(
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
