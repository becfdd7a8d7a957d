import { z } from 'zod'
import type { DraftStore } from '@/components/claims/drafts'
import type { PlayerControl } from '@/components/transcripts/player/player-control'

const placeSchema = z.object({ ms: z.number().nonnegative() })

/** Less than this into the recording, or from its end, nobody stopped in the middle. */
const MARGIN_MS = 5000

/** Where this member stopped listening; null where that is nowhere in particular. */
export function keptPlace(store: DraftStore, interviewId: string, durationMs: number | null): number | null {
  const kept = store.find(nameOf(interviewId), placeSchema)
  if (!kept || kept.ms < MARGIN_MS) return null
  return durationMs !== null && kept.ms > durationMs - MARGIN_MS ? null : kept.ms
}

/** Keeps the place while the recording plays. @returns what stops it */
export function keepPlace(store: DraftStore, interviewId: string, control: PlayerControl): () => void {
  let kept = control.nowMs()
  const keep = (ms: number) => {
    kept = ms
    store.keep(nameOf(interviewId), { ms: Math.round(ms) })
  }
  const stop = control.onTime((ms) => {
    // Storage is written by the disk: not four times a second.
    if (Math.abs(ms - kept) >= 2000) keep(ms)
  })
  const leave = () => {
    if (control.nowMs() !== kept && control.nowMs() > 0) keep(control.nowMs())
  }
  const stopState = control.subscribe(() => {
    if (!control.snapshot().playing) leave()
  })
  addEventListener('pagehide', leave)
  return () => {
    leave()
    stop()
    stopState()
    removeEventListener('pagehide', leave)
  }
}

const nameOf = (interviewId: string) => `listened:${interviewId}`
