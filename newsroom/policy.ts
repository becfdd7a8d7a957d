import { type Actor, isAtLeast, type Role } from '@/newsroom/roles'
import type { SecondFactorRule } from '@/newsroom/settings-schema'
import { allow, type Decision, deny, every } from '@/platform/decision'

/** What a policy needs to know of the member who is changed. */
export type MemberState = { id: string; role: Role; isActive: boolean; isLastAdmin: boolean }

const LAST_ADMIN = 'This is the last active administrator. Make somebody else administrator first.'

export function canManageMembers(actor: Actor): Decision {
  return isAtLeast(actor.role, 'admin') ? allow : deny('Only an administrator may manage members.')
}

export function canChangeSettings(actor: Actor): Decision {
  return isAtLeast(actor.role, 'admin') ? allow : deny('Only an administrator may change settings.')
}

export function canReadAudit(actor: Actor): Decision {
  return isAtLeast(actor.role, 'editor')
    ? allow
    : deny('Only editors and administrators may read the audit trail.')
}

/** A newsroom must never lock itself out: somebody who may manage members has to remain. */
export function canChangeRole(actor: Actor, member: MemberState, role: Role): Decision {
  return every(canManageMembers(actor), member.isLastAdmin && role !== 'admin' ? deny(LAST_ADMIN) : allow)
}

export function canDeactivate(actor: Actor, member: MemberState): Decision {
  return every(
    canManageMembers(actor),
    member.isActive ? allow : deny('This member is deactivated already.'),
    member.isLastAdmin ? deny(LAST_ADMIN) : allow,
  )
}

export function canReactivate(actor: Actor, member: MemberState): Decision {
  return every(canManageMembers(actor), member.isActive ? deny('This member is active already.') : allow)
}

/** One's own sessions are ended one by one, so that this browser stays signed in. */
export function canEndSessionsOf(actor: Actor, member: MemberState): Decision {
  return every(
    canManageMembers(actor),
    member.id === actor.id ? deny('End your own sessions under “Where you are signed in”.') : allow,
    member.isActive ? allow : deny('A deactivated member has no sessions.'),
  )
}

/** One's own password is changed with the present one, never reset: a forgotten browser must not be enough. */
export function canResetPassword(actor: Actor, member: MemberState): Decision {
  return every(
    canManageMembers(actor),
    member.id === actor.id ? deny('Change your own password under “Your password”.') : allow,
    member.isActive ? allow : deny('Reactivate the member first.'),
  )
}

/** One's own are removed under “How you sign in”, with the password and a code: a forgotten browser must not be enough. */
export function canRemoveSecondFactor(actor: Actor, member: MemberState & { hasFactor: boolean }): Decision {
  return every(
    canManageMembers(actor),
    member.id === actor.id ? deny('Change your own second factor under “How you sign in”.') : allow,
    member.hasFactor ? allow : deny('This member has no second factor.'),
  )
}

/** True where the newsroom does not let this role in with a password alone. */
export function mustHaveSecondFactor(rule: SecondFactorRule, role: Role): boolean {
  return rule === 'everybody' || (rule === 'editors' && isAtLeast(role, 'editor'))
}

const PROVEN_FOR_MS = 10 * 60 * 1000

/** True where somebody showed who they are so lately that they may change how they sign in. */
export function isProven(provenAt: Date, at: Date): boolean {
  return at.getTime() - provenAt.getTime() < PROVEN_FOR_MS
}

/** A browser left open must not be enough to change how its owner signs in. */
export function canChangeFactors(session: { provenAt: Date }, at: Date): Decision {
  return isProven(session.provenAt, at)
    ? allow
    : deny('Confirm first that it is you: that was longer than ten minutes ago. Load this page again.')
}

/** What the newsroom demands, nobody takes off themselves. `left` is how many factors would remain. */
export function canGiveUpFactor(rule: SecondFactorRule, role: Role, left: number): Decision {
  return left === 0 && mustHaveSecondFactor(rule, role)
    ? deny('Your newsroom asks you to have a second factor. Set up another one first.')
    : allow
}
