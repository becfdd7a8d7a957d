import { useCallback, useEffect, useRef, useState } from 'react'
import { fetchTranscript } from '@/components/transcripts/fetch-transcript'
import type { Selected } from '@/components/transcripts/selected-words'
import { TranscriptController, type TranscriptListener } from '@/components/transcripts/transcript-controller'
import { TRANSCRIPT_ID } from '@/components/transcripts/transcript-id'
import type { Opening } from '@/components/transcripts/transcript-opening'
import { buildTranscript } from '@/components/transcripts/transcript-page'
import type { ShownTurn } from '@/components/transcripts/turn-row'

type Listener = Omit<TranscriptListener, 'changed'>

/** Reads the transcript into its place in the page and attaches to it. `listener` may change with every render. */
export function useTranscript(
  listener: Listener,
  { interviewId, revision, playable }: { interviewId: string; revision: number; playable: boolean },
) {
  const [transcript, setTranscript] = useState<TranscriptController | null>(null)
  const [selected, setSelected] = useState<Selected | null>(null)
  const [opening, setOpening] = useState<Opening>('loading')
  /** Grows with every turn that changes: marks and order of the claims are made anew. */
  const [changes, setChanges] = useState(0)
  const [attempt, setAttempt] = useState(0)
  const now = useRef(listener)
  now.current = listener

  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt is another try; the rest is fixed with the page
  useEffect(() => {
    const root = document.getElementById(TRANSCRIPT_ID)
    if (!root) return
    let controller: TranscriptController | null = null
    let stopped = false
    setOpening('loading')
    void read(interviewId, revision).then((read) => {
      if (stopped) return
      if (!read.ok) return setOpening(read.why)
      controller = new TranscriptController(buildTranscript(root, read.turns, { playable }), {
        selected(next, how) {
          setSelected(next)
          now.current.selected(next, how)
        },
        command: (command) => now.current.command(command),
        word: (point, at) => now.current.word(point, at),
        seek: (ms) => now.current.seek(ms),
        opens: (point) => now.current.opens(point),
        changed: () => setChanges((count) => count + 1),
      })
      setTranscript(controller)
      setOpening('open')
    })
    return () => {
      stopped = true
      controller?.destroy()
    }
  }, [attempt])

  return {
    transcript,
    selected,
    changes,
    opening,
    openAgain: useCallback(() => setAttempt((count) => count + 1), []),
    /** Compares the page with the server's transcript: after what is known to have changed it, or when something was missed. */
    reread: useCallback(async () => {
      if (!transcript) return
      const answer = await fetchTranscript(interviewId)
      if (answer.ok) transcript.changeTurns(everything(answer.turns, transcript))
    }, [transcript, interviewId]),
  }
}

/** The page may have been made after the browser fetched the transcript: then it is fetched again. */
async function read(interviewId: string, revision: number) {
  const first = await fetchTranscript(interviewId)
  return first.ok && first.revision < revision ? fetchTranscript(interviewId) : first
}

function everything(turns: readonly ShownTurn[], { page }: TranscriptController) {
  const here = new Set(turns.map(({ id }) => id))
  return {
    changed: turns.map((turn, at) => ({ ...turn, afterId: turns[at - 1]?.id ?? null })),
    removed: page.words.turns.map(({ id }) => id).filter((id) => !here.has(id)),
    whole: true,
  }
}
