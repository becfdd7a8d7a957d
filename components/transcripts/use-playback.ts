import { useCallback, useEffect, useRef } from 'react'
import { z } from 'zod'
import { isTypedInto } from '@/components/transcripts/player/typing-pause'
import type { Player } from '@/components/transcripts/player/use-player'
import { caretAt } from '@/components/transcripts/selected-words'
import { startOfWord, type TimedWords, timedWords, wordSaidAt } from '@/components/transcripts/spoken-turns'
import type { WordTimes } from '@/components/transcripts/spoken-word'
import { markText } from '@/components/transcripts/text-marks'
import type { TranscriptController } from '@/components/transcripts/transcript-controller'
import { boxesOf, rangesOf } from '@/components/transcripts/transcript-page'
import type { WordPoint } from '@/components/transcripts/word-cursor'

const wordTimesSchema = z.record(
  z.string(),
  z.object({ starts: z.array(z.number()), ends: z.array(z.number()) }),
)

/** Word times are read again this long after the last correction of a turn. */
const AGAIN_MS = 1500

/**
 * Shows the word being said while the recording plays. Word times are megabytes for a long interview, so they are
 * fetched when somebody first plays.
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
    if (!transcript) return
    const painter = paintSpoken(control.element(), transcript, follow)
    const begin = async () => painter.show(await load())
    const media = control.element()
    media?.addEventListener('play', begin)
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
      media?.removeEventListener('play', begin)
      painter.stop()
    }
  }, [control, transcript, load, follow, changes])

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
    return response.ok ? wordTimesSchema.parse(await response.json()) : null
  } catch {
    return null // the connection broke; the caller asks again
  }
}

/** Paints the word being said frame by frame while it plays, and scrolls along. */
function paintSpoken(media: HTMLMediaElement | null, transcript: TranscriptController, follow: boolean) {
  const stop = new AbortController()
  const { signal } = stop
  let timed: TimedWords | null = null
  let frame = 0
  let shown: WordPoint | null = null
  /** Somebody scrolled away: the page stays with them until the word comes into sight again, or they go elsewhere. */
  let away = false

  const paint = () => {
    if (!timed || !media) return
    const point = wordSaidAt(timed, media.currentTime * 1000)
    if (point?.turn !== shown?.turn || point?.word !== shown?.word) {
      const moved = point !== null && (point.turn !== shown?.turn || point.word % 8 === 0)
      shown = point
      if (point && moved && follow && !media.paused) scrollAlong(point)
      markText('word-spoken', point ? rangesOf(transcript.page, caretAt(point)) : [], 40)
    }
    if (!media.paused) frame = requestAnimationFrame(paint)
  }
  const scrollAlong = (point: WordPoint) => {
    if (isTypedInto(document.activeElement) && transcript.page.root.contains(document.activeElement)) return
    if (away) {
      const box = boxesOf(transcript.page, point)[0]
      away = !box || box.bottom < 0 || box.top > innerHeight
    }
    if (!away) transcript.reveal(point)
  }
  const again = () => {
    cancelAnimationFrame(frame)
    paint()
  }
  media?.addEventListener('seeked', again, { signal })
  const scrolled = () => {
    away = true
  }
  const sought = () => {
    away = false
  }
  media?.addEventListener('seeking', sought, { signal })
  for (const scrolls of ['wheel', 'touchmove']) addEventListener(scrolls, scrolled, { signal, passive: true })

  return {
    show(words: TimedWords | null) {
      if (signal.aborted) return
      timed = words
      again()
    },
    stop() {
      stop.abort()
      cancelAnimationFrame(frame)
      markText('word-spoken', [])
    },
  }
}
