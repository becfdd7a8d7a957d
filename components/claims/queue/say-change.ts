import type { QueueChange } from '@/claims/queue/change-schema'
import type { ChangeResult } from '@/claims/queue/views'
import { STATUS_LABELS } from '@/claims/words-of-the-trade'

/** A change of claims in a sentence, for eyes and ears. */
export function sayChange(change: QueueChange, { changed, already, left }: ChangeResult): string {
  const parts = [changed > 0 || already === 0 ? `${claims(changed)} ${doing(change)}` : '']
  if (already > 0) parts.push(`${claims(already)} stood that way already`)
  if (left.length > 0)
    parts.push(`${claims(left.length)} left as ${left.length === 1 ? 'it was' : 'they were'}`)
  return `${parts.filter(Boolean).join('; ')}.`
}

export function sayUndone({ changed, left }: ChangeResult): string {
  const back = `Taken back for ${claims(changed)}`
  return left.length === 0 ? `${back}.` : `${back}; ${claims(left.length)} left as now.`
}

export function claims(count: number): string {
  return count === 1 ? '1 claim' : `${count.toLocaleString('en')} claims`
}

function doing(change: QueueChange): string {
  switch (change.kind) {
    case 'move':
      return change.to === 'inReview' ? 'sent to review' : `moved to “${STATUS_LABELS[change.to]}”`
    case 'handBack':
      return 'handed back'
    case 'assign':
      return change.to === null ? 'no longer assigned' : 'assigned'
    case 'priority':
      return `with priority ${change.to}`
    case 'due':
      return change.to === null ? 'without a due time' : 'with another due time'
    case 'topics':
      return 'with other topics'
  }
}
