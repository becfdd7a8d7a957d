import type { Role } from '@/newsroom/roles'
import type { WayIn } from '@/newsroom/ways-in'

/** A member as the members page shows them, with what the person who looks may do. Moments are ISO strings in UTC. */
export type MemberView = {
  id: string
  name: string
  email: string
  role: Role
  isActive: boolean
  isYou: boolean
  createdAt: string
  /** An authenticator app or a passkey. */
  hasFactor: boolean
  abilities: {
    changeRole: boolean
    deactivate: boolean
    reactivate: boolean
    resetPassword: boolean
    endSessions: boolean
    removeSecondFactor: boolean
  }
  /** Why a change is not possible, where that needs saying. */
  note: string | null
}

/** A link as the administrator is shown it, once. `path` holds the secret. */
export type MadeLink = { path: string; expiresAt: string }

/** One of one's own sessions. Moments are ISO strings in UTC. */
export type SessionView = {
  id: string
  /** `Firefox on Windows` */
  browser: string
  address: string
  begunAt: string
  /** To within a few minutes. */
  lastSeenAt: string
  /** What was shown to begin it. */
  begunBy: WayIn
  /** The session of the browser that asks. */
  isThis: boolean
}

/** One line of the audit trail. `before` and `after` are JSON as text, empty where nothing was recorded. */
export type AuditEntryView = {
  id: string
  at: string
  actorName: string
  action: string
  subject: string
  interviewId: string | null
  /** Title of the interview it belongs to, where it belongs to one that stands. */
  interview: string | null
  claimId: string | null
  before: string
  after: string
}

/** A page of the trail, newest first; `older` is the cursor for the next page or null at its end. */
export type AuditPage = { entries: AuditEntryView[]; older: string | null }

/** What the trail can be narrowed by. */
export type AuditChoices = {
  actions: string[]
  people: { id: string; name: string }[]
  interviews: { id: string; title: string }[]
  /** The claim that the filter names, in words; null where it names none, or one that is gone. */
  claim: string | null
}

/** One field of the settings, before and after, as text; `was` is what stood before as it was stored. */
export type SettingChange = { field: string; from: string; to: string; was: unknown }

/** How one kind of settings changed, newest first; `older` is the cursor for the next page or null at its end. */
export type SettingHistory = {
  versions: { id: string; at: string; by: string; changes: SettingChange[] }[]
  older: string | null
}
