import 'server-only'
import { type SingleSignOn, singleSignOnSettings } from '@/newsroom/single-sign-on/settings'

let read: { settings: SingleSignOn | null } | undefined

/** The provider of this installation, read once; null where there is none. @throws Error for settings that are wrong */
export function singleSignOn(): SingleSignOn | null {
  read ??= { settings: singleSignOnSettings(process.env) }
  return read.settings
}

/** Whether a member may come in by something that this site alone checks. */
export function mayEnterWithoutProvider(member: { breakGlass: boolean }): boolean {
  return !singleSignOn()?.only || member.breakGlass
}
