import { createContext, use } from 'react'
import type { DeskActions } from '@/claims/desk-actions'
import type { BackgroundView, ClaimView, DeskView, LookView, PersonName } from '@/claims/views'
import type { ClaimSaver } from '@/components/claims/claim-saver'
import type { Correcting } from '@/components/claims/correct/use-corrections'
import type { DraftStore } from '@/components/claims/drafts'
import type { Connection } from '@/components/claims/live/follow-changes'
import type { Outbox } from '@/components/claims/outbox/outbox'
import type { Selected } from '@/components/transcripts/selected-words'
import type { TranscriptController } from '@/components/transcripts/transcript-controller'

/** What a click or Enter in the transcript means just now, besides opening and flagging. */
export type DeskMode = { kind: 'none' } | { kind: 'anchor' | 'turn'; claimId: string }

/** What the panel shows. */
export type PanelPlace =
  | { kind: 'list' | 'background' | 'outside' | 'history' | 'waiting' | 'talk' }
  | { kind: 'claim'; claimId: string }

/** What every part of the workspace shares. */
export type Desk = {
  view: DeskView
  /** In the order of their words. */
  claims: readonly ClaimView[]
  background: readonly BackgroundView[]
  /** Where chapters begin. */
  chapters: readonly BackgroundView[]
  /** The newest revision of the interview that this page knows all of. */
  revision: number
  /** Conversations about the interview itself that nobody has settled. */
  openThreads: number
  /** Who looks at this page. */
  memberId: string
  /** This member's looks at claims. */
  looks: readonly LookView[]
  acceptLook: (look: LookView) => void
  /** As they are now; those of `view` are as they were when the page was loaded. */
  participants: readonly PersonName[]
  actions: DeskActions
  saver: ClaimSaver
  outbox: Outbox
  store: DraftStore
  claimOf: (claimId: string) => ClaimView | undefined
  accept: (claim: ClaimView) => void
  acceptNote: (note: BackgroundView) => void
  forgetNote: (noteId: string) => void
  place: PanelPlace
  go: (place: PanelPlace, options?: { focus?: boolean; sheet?: boolean }) => void
  mode: DeskMode
  setMode: (mode: DeskMode) => void
  /** Turn beside which a new background note is being written. */
  noteTurnId: string | null
  setNoteTurn: (turnId: string | null) => void
  /** Turn that a chapter is being begun at. */
  chapterTurnId: string | null
  setChapterTurn: (turnId: string | null) => void
  /** Null until the transcript was found in the page. */
  transcript: TranscriptController | null
  correct: Correcting
  /** How this page learns of colleagues just now. */
  connection: Connection
  selected: Selected | null
  /** Scrolls to a claim's words and outlines them. */
  show: (claim: ClaimView) => void
  showTurn: (turnId: string) => void
  /** Plays from a moment; null where the interview has no recording. */
  play: ((ms: number) => void) | null
  /** Start of the word the caret is on, and where the recording stands, in ms; null where there is none. */
  moments: { selected: () => Promise<number | null>; playhead: () => Promise<number | null> }
  /** Says something to people who listen to the page. */
  say: (message: string) => void
}

const DeskContext = createContext<Desk | null>(null)

export const DeskProvider = DeskContext.Provider

export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (!desk) throw new Error('This part belongs inside the workspace.')
  return desk
}
