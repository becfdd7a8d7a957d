import type { TalkView } from '@/claims/talk/views'

/** Where something is said: about a claim, or about the interview as a whole. */
export type TalkPlace = { interviewId: string; claimId: string | null }

/** What is said at a place; null where the server was not reached or refused. */
export async function fetchTalk({ interviewId, claimId }: TalkPlace): Promise<TalkView | null> {
  const address = claimId ? `/api/claims/${claimId}/talk` : `/api/interviews/${interviewId}/talk`
  try {
    const response = await fetch(address)
    if (!response.ok) return null
    const talk: TalkView = await response.json()
    return talk
  } catch {
    return null // no connection: who asked says so and offers to ask again
  }
}

/** Tells the server up to when the talk of a place was read. */
export async function tellRead({ interviewId, claimId }: TalkPlace, until: string): Promise<void> {
  try {
    await fetch(`/api/interviews/${interviewId}/talk`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ claimId, until }),
      keepalive: true,
    })
  } catch {
    // No connection: what is unread stays marked, and is told the next time somebody reads it.
  }
}
