import type { AgreementState } from '@/claims/agreement'
import type { CheckState } from '@/claims/repeat/check-state'
import type { EvidenceFields, ReplyFields, WordSelection } from '@/claims/schema'
import type { AppearanceKind, Challenge, Priority, Status } from '@/claims/words-of-the-trade'
import type { Decision } from '@/platform/decision'
import type { Proposal } from '@/transcripts/correction-schema'
import type { StepView, TurnsDelta } from '@/transcripts/correction-views'

/** What the desk sees of a claim. Moments are ISO 8601 in UTC, times in the recording integer milliseconds. */

export type PersonName = { id: string; name: string }

/** A file of the source that is kept here; `url` is where it was read from, null for somebody's own file. */
export type CopyView = { name: string; mime: string; bytes: number; at: string; url: string | null }
export type EvidenceView = EvidenceFields & {
  id: string
  /** Who the expert is; null where the source is nobody. */
  personId: string | null
  copy: CopyView | null
}
export type ReplyView = ReplyFields & { id: string }

type Said = { by: string; at: string }

/** Whether somebody replayed the clip against the words as they stand. */
export type HearingView = {
  machineMade: boolean
  /** It has to be heard before it can be approved. */
  needed: boolean
  /** Who replayed these very words and seconds. */
  heard: Said | null
  /** Who replayed what stood here before; null where `heard` is not. */
  before: Said | null
}

export type OpinionView = Said & {
  memberId: string
  verdictKey: string
  reason: string
  /** Given or changed when the others' could be read. */
  openly: boolean
  /** False where it was given on other words or another sentence. */
  current: boolean
}

/** The verdicts that editors would give, as far as this member may know them. */
export type AgreementView = {
  state: AgreementState
  needed: number
  /** Opinions on the claim as it stands. */
  given: number
  givenBy: string[]
  mine: OpinionView | null
  /** Empty while they are sealed. */
  others: OpinionView[]
  /** How the last talk ended. */
  talk: (Said & { outcome: string; verdictKey: string; current: boolean }) | null
}

/** What a member's last look at a claim says now. `unseen`: somebody else changed it since. */
export type LookView = { claimId: string; at: string; unseen: boolean }

export type ClaimAbilities = {
  edit: Decision
  approve: Decision
  drop: Decision
  restore: Decision
  handBack: Decision
  hear: Decision
  giveOpinion: Decision
  endTalk: Decision
  /** Statuses this actor may move the claim to now, approval, drop and restore left out. */
  moves: Status[]
  /** Moves from here that only an editor makes. */
  movesRefused: Status[]
}

/** The claim whose check a repeat shares, and how the repeat stands to it (claims/repeat/check-state.ts). */
export type RepeatView = {
  claimId: string
  interviewId: string
  interviewTitle: string
  number: number
  state: CheckState
}

export type ClaimView = {
  id: string
  number: number
  version: number
  revision: number
  origin: 'interview' | 'elsewhere'
  status: Status
  /** Where a dropped claim goes back to when it is restored; null for one that was not dropped. */
  droppedFrom: Status | null
  anchor: WordSelection | null
  quote: string
  prefix: string
  suffix: string
  startMs: number | null
  endMs: number | null
  needsAnchor: boolean
  speaker: string
  appearance: {
    kind: AppearanceKind
    title: string
    url: string
    archivedUrl: string
    on: string | null
  } | null
  claimReviewed: string
  verdictKey: string | null
  explanation: string
  explanationHtml: string
  challenge: Challenge
  challengeTurnId: string | null
  challengeMs: number | null
  internalNote: string
  topics: string[]
  priority: Priority
  /** When the desk wants it checked. */
  dueAt: string | null
  /** When it was last handed back; null once it went on again. */
  handedBackAt: string | null
  /** Who handed it back, and why; null once it went on again. */
  handedBack: (Said & { why: string }) | null
  /** Who sent it to review last. */
  sentBy: PersonName | null
  hearing: HearingView
  agreement: AgreementView
  evidence: EvidenceView[]
  replies: ReplyView[]
  /** Conversations about it that nobody has settled. */
  openThreads: number
  assignee: PersonName | null
  createdBy: PersonName | null
  contributors: PersonName[]
  /** The newest approval, or null. `current` is false where the claim changed since. */
  approval: { by: string; at: string; current: boolean } | null
  /** `changed`: repeats whose approval is of an older check than this claim's. */
  said: {
    times: number
    repeatOf: RepeatView | null
    changed: { claimId: string; version: number }[]
  }
  /** What is missing before it can be approved, as sentences; empty when nothing is. */
  missing: string[]
  /** What an editor should know before approving. */
  warnings: string[]
  abilities: ClaimAbilities
}

export type VerdictView = {
  key: string
  label: string
  definition: string
  icon: string
  colour: string
  rates: boolean
  retired: boolean
}

/** What stands beside a turn and is no claim. The title of a chapter that begins there has no text and no approval. */
export type BackgroundView = {
  id: string
  kind: 'background' | 'chapter'
  turnId: string
  title: string
  body: string
  approved: boolean
  version: number
}

/** Everything the workspace needs besides the turns. */
export type DeskView = {
  interviewId: string
  revision: number
  claims: ClaimView[]
  background: BackgroundView[]
  verdicts: VerdictView[]
  members: PersonName[]
  /** Who may be said to speak; `name` as it stands before their turns. */
  participants: PersonName[]
  /** IANA zone of the newsroom, in which moments are shown. */
  timeZone: string
  topics: string[]
  canFlag: Decision
  /** Editors approve background notes. */
  canApproveNotes: boolean
  /** Conversations about the interview itself that nobody has settled. */
  openThreads: number
  /** This member's looks at claims of the interview. */
  looks: LookView[]
}

/** What came after a revision: whole claims and notes, newest state, and the turns that changed. */
export type DeskChanges = {
  revision: number
  claims: ClaimView[]
  background: BackgroundView[]
  turns: TurnsDelta
  /** All who may be said to speak. */
  participants: PersonName[]
  /** Conversations about the interview itself that nobody has settled. */
  openThreads: number
  /** This member's looks at the claims that changed. */
  looks: LookView[]
}

/** What a correction did. `claims` are those whose place, seconds or queue changed, notes all that there are. */
export type CorrectionResult = {
  revision: number
  step: StepView
  turns: TurnsDelta
  claims: ClaimView[]
  background: BackgroundView[]
  participants: PersonName[]
}

/** A claim whose words were changed under it, and where they may be meant now. */
export type WaitingClaim = {
  claimId: string
  number: number
  /** What was quoted, with what stood around it then. */
  quote: string
  prefix: string
  suffix: string
  startMs: number | null
  /** The best three at most, best first; empty where nothing is like it. */
  proposals: Proposal[]
}

/** An interview or a claim that the palette found. */
export type FoundAtDesk = { href: string; title: string; kind: string }
