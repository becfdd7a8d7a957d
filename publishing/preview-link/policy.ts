import { type Actor, isAtLeast, type Role } from '@/newsroom/roles'
import { allow, type Decision, deny } from '@/platform/decision'

/** Whoever has the link reads the draft, so it is made by those who answer for what leaves the newsroom. */
export function canShare(actor: Actor): Decision {
  return isAtLeast(actor.role, 'editor')
    ? allow
    : deny('A reporter cannot show a draft to people outside. Ask an editor.')
}

type Link = {
  expiresAt: Date
  withdrawnAt: Date | null
  createdBy: { role: Role; deactivatedAt: Date | null }
}

/** Whether a link opens anything at a moment: not after its time, nor once it was withdrawn, nor once its maker may not make one. */
export function opens({ expiresAt, withdrawnAt, createdBy }: Link, now: Date): boolean {
  return (
    withdrawnAt === null &&
    expiresAt > now &&
    createdBy.deactivatedAt === null &&
    isAtLeast(createdBy.role, 'editor')
  )
}
