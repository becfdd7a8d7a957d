import type { LiveWorld } from '@/components/desk/live/live-link'

/** What this browser gives for the stream of a member's desk. */
export function browserWorld(memberId: string): LiveWorld {
  // A member's own: who signs in after them with this browser hears nothing of theirs.
  const name = `claimline-live-${memberId}`
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks
  return {
    open: () => new EventSource(`/api/desk/stream?member=${memberId}`),
    channel: () => (typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name)),
    lock: locks
      ? ({ steal, signal }, held) => locks.request(name, steal ? { steal } : { signal }, held)
      : null,
    visible: () => document.visibilityState === 'visible',
  }
}
