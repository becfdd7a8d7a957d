import { useCallback, useEffect, useRef } from 'react'
import type { Player } from '@/components/transcripts/player/use-player'
import { SpokenHighlight } from '@/components/transcripts/spoken-highlight'
import { startOfWord, type TimedWords, timedWords } from '@/components/transcripts/spoken-turns'
import type { WordTimes } from '@/components/transcripts/spoken-word'
import type { TranscriptController } from '@/components/transcripts/transcript-controller'
import type { WordPoint } from '@/components/transcripts/word-cursor'
import { unpackWordTimes } from '@/transcripts/pack-word-times'

/** Word times are read again this long after the last correction of a turn. */
const AGAIN_MS = 1500

/**
 * Shows the word being said while the recording plays. Word times are fetched when the page has nothing else to do, so that
 * the first click on a word is heard at once.
 * @param changes grows with every turn that came, went or says something else
 */
export function usePlayback(
  { control, prefs }: Player,
  transcript: TranscriptController | null,
  interviewId: string,
  changes: number,
) {
  const times = useRef<Promise<WordTimes | null> | null>(null)
  const { follow } = prefs

  /** Words with their times as the transcript stands now; null where they could not be read. */
  const load = useCallback(async (): Promise<TimedWords | null> => {
    times.current ??= fetchTimes(interviewId)
    const known = await times.current
    if (!known) times.current = null // tried again with the next play; playing itself needs no word times
    return known && transcript ? timedWords(transcript.page.words, known) : null
  }, [interviewId, transcript])

  useEffect(() => {
    const media = control.element()
    if (!transcript || !media) return
    const painter = new SpokenHighlight(media, transcript, follow)
    const begin = async () => painter.show(await load())
    media.addEventListener('play', begin)
    if (times.current) void begin()
    // What was corrected has new times; until they are here, the turn is not painted where its words no longer fit.
    const again =
      changes > 0 && times.current
        ? setTimeout(() => {
            times.current = null
            void begin()
          }, AGAIN_MS)
        : undefined
    return () => {
      clearTimeout(again)
      media.removeEventListener('play', begin)
      painter.stop()
    }
  }, [control, transcript, load, follow, changes])

  useEffect(() => {
    if (!transcript || !control.element()) return
    return whenIdle(() => void load())
  }, [control, transcript, load])

  return {
    timed: load,
    /** Start of a word in ms, else null where it has no time. */
    async startOf(point: WordPoint): Promise<number | null> {
      const timed = await load()
      return timed && startOfWord(timed, point)
    },
  }
}

async function fetchTimes(interviewId: string): Promise<WordTimes | null> {
  try {
    const response = await fetch(`/api/interviews/${interviewId}/word-times`)
    return response.ok ? unpackWordTimes(new Uint8Array(await response.arrayBuffer())) : null
  } catch {
    return null // the connection broke; the caller asks again
  }
}

function whenIdle(act: () => void): () => void {
  // Older Safari has no such thing.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(act, 1000)
    return () => clearTimeout(timer)
  }
  const wish = requestIdleCallback(act, { timeout: 5000 })
  return () => cancelIdleCallback(wish)
}
