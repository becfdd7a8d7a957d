import type { DeskChanges } from '@/claims/views'
import type { Answer } from '@/components/claims/live/follow-changes'

/** Answers of something in front of the server that could not reach it. */
const GATEWAY = new Set([502, 503, 504])

/** What colleagues did after a revision, or why that is not known. */
export async function askChanges(interviewId: string, revision: number): Promise<Answer<DeskChanges>> {
  try {
    const response = await fetch(`/api/interviews/${interviewId}/changes?since=${revision}`)
    if (!response.ok) return GATEWAY.has(response.status) ? 'unreached' : 'refused'
    const changes: DeskChanges = await response.json()
    return changes
  } catch {
    return 'unreached' // no connection: the next question will tell
  }
}

/** What colleagues did after a revision; null where the server was not reached or refused. */
export async function fetchChanges(interviewId: string, revision: number): Promise<DeskChanges | null> {
  const answer = await askChanges(interviewId, revision)
  return typeof answer === 'object' ? answer : null
}
