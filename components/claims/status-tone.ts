import type { Status } from '@/claims/words-of-the-trade'
import type { StatusTone } from '@/components/ui/status-badge'

/** The shape a status has at the desk. */
export const STATUS_TONES: Record<Status, StatusTone> = {
  flagged: 'idle',
  researching: 'active',
  awaitingReply: 'open',
  inReview: 'open',
  approved: 'done',
  held: 'warning',
  dropped: 'off',
}
