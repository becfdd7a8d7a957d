import type { Role } from '@/newsroom/roles'
import type { MadeLink } from '@/newsroom/views'
import type { ServerAction } from '@/platform/action-result'

type Named = { id: string; name: string }

/** Sends a link that was just made to whom it is for; null where this site sends no e-mail. */
export type MailLink = ServerAction<{ path: string }, { address: string }>

/** What the members page can do, as Server Actions. */
export type MemberActions = {
  setRole: ServerAction<{ memberId: string; role: Role }, Named & { role: Role }>
  deactivate: ServerAction<{ memberId: string }, Named>
  reactivate: ServerAction<{ memberId: string }, Named>
  endSessions: ServerAction<{ memberId: string }, Named>
  removeFactor: ServerAction<{ memberId: string }, Named>
  reset: ServerAction<{ memberId: string }, Named & { email: string; link: MadeLink }>
  mailLink: MailLink | null
}
