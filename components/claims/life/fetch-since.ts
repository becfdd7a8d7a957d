import type { ChangesView } from '@/claims/looked-at'

/** What colleagues changed since this member last looked; null where they never did or the server was not reached. */
export async function fetchChangesSince(claimId: string): Promise<ChangesView | null> {
  try {
    const response = await fetch(`/api/claims/${claimId}/since`)
    if (!response.ok) return null
    const changes: ChangesView | null = await response.json()
    return changes
  } catch {
    return null // no connection: the fields themselves say what stands
  }
}
