import type { WaitingClaim } from '@/claims/views'
import type { HistoryPage } from '@/transcripts/correction-views'

/** A page of the transcript's history, newest first; null where the server was not reached or refused. */
export function fetchHistory(interviewId: string, before: number | null): Promise<HistoryPage | null> {
  return ask(`/api/interviews/${interviewId}/history${before === null ? '' : `?before=${before}`}`)
}

/** Claims that wait for their words, with where they may be meant; null as above. */
export function fetchWaiting(interviewId: string): Promise<WaitingClaim[] | null> {
  return ask(`/api/interviews/${interviewId}/proposals`)
}

async function ask<Answer>(address: string): Promise<Answer | null> {
  try {
    const response = await fetch(address)
    if (!response.ok) return null
    const answer: Answer = await response.json()
    return answer
  } catch {
    return null // no connection: who asked says so and offers to ask again
  }
}
