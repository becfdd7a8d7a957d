import { useEffect, useRef } from 'react'
import type { Player } from '@/components/transcripts/player/use-player'
import { TRANSCRIPT_ID } from '@/components/transcripts/transcript-id'
import type { WordPoint } from '@/components/transcripts/word-cursor'

/** Two clicks within this are a double click, which is for selecting or correcting and not for listening. */
const DOUBLE_MS = 500

/**
 * A click on a word plays from there, at once. Where it turns out to be the first half of a double click, the recording goes back
 * to what it was doing.
 */
export function useClickPlays(
  { control, prefs }: Player,
  startOf: ((point: WordPoint) => Promise<number | null>) | null,
) {
  const before = useRef<{ ms: number; playing: boolean; at: number } | null>(null)
  const clicks = useRef(0)

  useEffect(() => {
    const root = document.getElementById(TRANSCRIPT_ID)
    const undo = () => {
      clicks.current += 1 // one whose word's time is still being fetched is given up
      const was = before.current
      before.current = null
      if (!was || performance.now() - was.at > DOUBLE_MS) return
      control.seek(was.ms)
      if (!was.playing) control.pause()
    }
    // The browser counts what belongs to one double click: a press that it calls the first begins anew.
    const press = (event: MouseEvent) => {
      if (event.detail < 2) before.current = null
    }
    root?.addEventListener('mousedown', press)
    root?.addEventListener('dblclick', undo)
    return () => {
      root?.removeEventListener('mousedown', press)
      root?.removeEventListener('dblclick', undo)
    }
  }, [control])

  return {
    async clicked(point: WordPoint) {
      if (!prefs.clickPlays || !startOf) return
      const was = { ms: control.nowMs(), playing: control.snapshot().playing, at: performance.now() }
      clicks.current += 1
      const mine = clicks.current
      const start = await startOf(point)
      if (start === null || mine !== clicks.current) return
      // The second click of a pair finds the first one's doing, which is not what was before.
      if (!before.current || was.at - before.current.at > DOUBLE_MS) before.current = was
      control.playFrom(start)
    },
  }
}
