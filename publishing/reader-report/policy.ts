import type { Actor } from '@/newsroom/roles'
import { allow, type Decision } from '@/platform/decision'

/** Whoever reads the page may report an error on it: there is no signing in for readers. */
export function canReport(): Decision {
  return allow
}

/** Reports reach editors and whoever has the claim, who may be a reporter: any member may say that one was dealt with. */
export function canCloseReports(_actor: Actor): Decision {
  return allow
}
