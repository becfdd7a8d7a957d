import type { ChangesView } from '@/claims/looked-at'
import type { LookView } from '@/claims/views'

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

/** Says that this member has seen the claim as it stands; null where the server was not reached or refused. */
export async function tellSeen(claimId: string): Promise<LookView | null> {
  try {
    const response = await fetch(`/api/claims/${claimId}/since`, { method: 'PUT' })
    if (!response.ok) return null
    const look: LookView = await response.json()
    return look
  } catch {
    return null // no connection: it is asked again when the claim is opened the next time
  }
}
