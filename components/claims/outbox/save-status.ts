import type { SaveState } from '@/components/claims/claim-saver'
import type { Outbox } from '@/components/claims/outbox/outbox'

const BY_WEIGHT: readonly SaveState['kind'][] = [
  'conflict',
  'signedOut',
  'refused',
  'offline',
  'saving',
  'waiting',
  'saved',
]

/** Of fields, corrections and acts, the one that somebody should look at first. */
export function worst(states: readonly [SaveState, ...SaveState[]]): SaveState {
  return states.reduce((one, other) =>
    BY_WEIGHT.indexOf(one.kind) <= BY_WEIGHT.indexOf(other.kind) ? one : other,
  )
}

/** Where the acts of the outbox are just now. */
export function outboxState(outbox: Outbox): SaveState {
  if (outbox.isSending() || !outbox.hasLooked) return { kind: 'saving' }
  const refusal = outbox.refusal()
  if (refusal)
    return { kind: refusal.kind === 'signed-out' ? 'signedOut' : 'refused', reason: refusal.message }
  if (outbox.isHomeless())
    return { kind: 'refused', reason: 'This browser keeps nothing, so do not close the page yet.' }
  if (outbox.isOffline()) return { kind: 'offline' }
  return { kind: outbox.count() > 0 ? 'waiting' : 'saved' }
}

/** The line in words. `count` is of everything that is not with the server. */
export function saveWords(state: SaveState, count: number): string {
  const changes = count === 1 ? '1 change' : `${count} changes`
  switch (state.kind) {
    case 'saved':
      return 'Saved'
    case 'saving':
      return 'Saving…'
    case 'waiting':
      return 'Not saved yet'
    case 'offline':
      return `Offline, ${changes} waiting`
    case 'conflict':
    case 'refused':
    case 'signedOut':
      return `Not saved: ${state.reason}`
  }
}
