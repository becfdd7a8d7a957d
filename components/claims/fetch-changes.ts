import type { DeskChanges } from '@/claims/views'

/** What colleagues did after a revision; null where the server was not reached or refused. */
export async function fetchChanges(interviewId: string, revision: number): Promise<DeskChanges | null> {
  try {
    const response = await fetch(`/api/interviews/${interviewId}/changes?since=${revision}`)
    if (!response.ok) return null
    const changes: DeskChanges = await response.json()
    return changes
  } catch {
    return null // no connection: the next question will tell
  }
}
