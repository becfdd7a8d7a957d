import { useEffect, useRef, useState } from 'react'
import type { Selected } from '@/components/transcripts/selected-words'
import { TranscriptController, type TranscriptListener } from '@/components/transcripts/transcript-controller'
import { TRANSCRIPT_ID } from '@/components/transcripts/transcript-id'

/** Attaches to the transcript that the server rendered. `listener` may change with every render. */
export function useTranscript(listener: TranscriptListener) {
  const [transcript, setTranscript] = useState<TranscriptController | null>(null)
  const [selected, setSelected] = useState<Selected | null>(null)
  const now = useRef(listener)
  now.current = listener

  useEffect(() => {
    const root = document.getElementById(TRANSCRIPT_ID)
    if (!root) return
    const controller = new TranscriptController(root, {
      selected(next, how) {
        setSelected(next)
        now.current.selected(next, how)
      },
      command: (command) => now.current.command(command),
      word: (point, at) => now.current.word(point, at),
      seek: (ms) => now.current.seek(ms),
      opens: (point) => now.current.opens(point),
    })
    setTranscript(controller)
    return () => controller.destroy()
  }, [])

  return { transcript, selected }
}
