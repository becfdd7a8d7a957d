import type { PresentPage } from '@/claims/presence/views'

/** What a desk page is told as it happens. Never content: ids, numbers, and who is where. */
export type DeskEvents = {
  /** An interview changed; what changed is asked for by revision. */
  interview: { id: string; revision: number }
  /** Who has an interview open now; told to those who have it open too. */
  presence: { interviewId: string; pages: PresentPage[] }
  inbox: { unread: number }
  /** Something may have been missed: ask for everything anew. */
  resume: null
  /** A sign of life, every fifteen seconds. */
  beat: null
  /** The server ends this stream; `signed-out` where the session behind it ended. */
  bye: { reason: 'signed-out' | 'again' }
}
export type DeskEventName = keyof DeskEvents

/** How often the server gives a sign of life. */
export const BEAT_MS = 15_000
