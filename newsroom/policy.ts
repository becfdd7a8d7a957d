import { type Actor, isAtLeast, type Role } from '@/newsroom/roles'
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
