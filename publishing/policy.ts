import { type Actor, isAtLeast } from '@/newsroom/roles'
import { allow, type Decision, deny } from '@/platform/decision'

/** Editors and administrators publish. */
export function canPublish(actor: Actor): Decision {
  return isAtLeast(actor.role, 'editor') ? allow : deny('A reporter cannot publish. Ask an editor.')
}

/** Taking a page down is for those who may put it up. */
export function canTakeDown(actor: Actor, standing: { published: boolean }): Decision {
  if (!isAtLeast(actor.role, 'editor')) return deny('A reporter cannot take a page down. Ask an editor.')
  return standing.published ? allow : deny('This interview is not published.')
}
