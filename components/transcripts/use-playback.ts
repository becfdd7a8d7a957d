import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { caretAt } from '@/components/transcripts/selected-words'
import { lastStarted, type WordTimes, wordSpokenAt } from '@/components/transcripts/spoken-word'
import { markText } from '@/components/transcripts/text-marks'
import type { TranscriptController } from '@/components/transcripts/transcript-controller'
import { rangesOf } from '@/components/transcripts/transcript-page'
import type { WordPoint } from '@/components/transcripts/word-cursor'

const wordTimesSchema = z.record(
  z.string(),
  z.object({ starts: z.array(z.number()), ends: z.array(z.number()) }),
)

/**
 * Plays the recording and shows the word being said. Word times are megabytes for a long interview, so they are
 * fetched when somebody first plays.
 */
export function usePlayback(
  audio: RefObject<HTMLAudioElement | null>,
  transcript: TranscriptController | null,
  interviewId: string,
) {
  const times = useRef<Promise<WordTimes> | null>(null)
  const [follow, setFollow] = useState(true)

  const load = useCallback(() => {
    times.current ??= fetchTimes(interviewId).catch(() => {
      times.current = null // tried again with the next play; playing itself needs no word times
      return {}
    })
    return times.current
  }, [interviewId])

  useEffect(() => {
    const player = audio.current
    if (!player || !transcript) return
    let frame = 0
    let known: WordTimes = {}
    let order: TurnOrder = { turns: [], starts: [] }
    let shown: WordPoint | null = null

    const paint = () => {
      const point = spokenPoint(known, order, transcript, player.currentTime * 1000)
      if (point?.turn !== shown?.turn || point?.word !== shown?.word) {
        if (point && follow && point.turn !== shown?.turn && !player.paused) transcript.reveal(point)
        shown = point
        markText('word-spoken', point ? rangesOf(transcript.page, caretAt(point)) : [], 40)
      }
      if (!player.paused) frame = requestAnimationFrame(paint)
    }
    const begin = async () => {
      known = await load()
      order = turnsInOrder(known, transcript)
      cancelAnimationFrame(frame)
      paint()
    }
    player.addEventListener('play', begin)
    player.addEventListener('seeked', paint)
    if (!player.paused) void begin()
    return () => {
      cancelAnimationFrame(frame)
      player.removeEventListener('play', begin)
      player.removeEventListener('seeked', paint)
      markText('word-spoken', [])
    }
  }, [audio, transcript, load, follow])

  return {
    follow,
    setFollow,
    playFrom(ms: number) {
      if (!audio.current) return
      audio.current.currentTime = ms / 1000
      void audio.current.play().catch(() => {}) // the browser shows itself that it may not play
    },
    toggle() {
      const player = audio.current
      if (player?.paused) void player.play().catch(() => {})
      else player?.pause()
    },
    skip(seconds: number) {
      if (audio.current) audio.current.currentTime = Math.max(0, audio.current.currentTime + seconds)
    },
    /** Start of a word in ms, else null where it has no time. */
    async startOf(point: WordPoint): Promise<number | null> {
      const turnId = transcript?.page.words.turns[point.turn]?.id ?? ''
      return (await load())[turnId]?.starts[point.word] ?? null
    },
  }
}

async function fetchTimes(interviewId: string): Promise<WordTimes> {
  const response = await fetch(`/api/interviews/${interviewId}/word-times`)
  if (!response.ok) throw new Error(`word times: ${response.status}`)
  return wordTimesSchema.parse(await response.json())
}

/** Turns that have times, with their first moments. */
type TurnOrder = { turns: number[]; starts: number[] }

function turnsInOrder(times: WordTimes, transcript: TranscriptController): TurnOrder {
  const order: TurnOrder = { turns: [], starts: [] }
  for (const [turn, { id }] of transcript.page.words.turns.entries()) {
    const start = times[id]?.starts[0]
    if (start === undefined) continue
    order.turns.push(turn)
    order.starts.push(start)
  }
  return order
}

/** Turns may overlap where people talk at once: of the last few that have begun, the latest that is saying a word. */
function spokenPoint(
  times: WordTimes,
  order: TurnOrder,
  transcript: TranscriptController,
  ms: number,
): WordPoint | null {
  const begun = lastStarted(order.starts, ms)
  for (let index = begun; index >= 0 && index > begun - 4; index -= 1) {
    const turn = order.turns[index] ?? 0
    const word = wordSpokenAt(times[transcript.page.words.turns[turn]?.id ?? ''], ms)
    if (word >= 0) return { turn, word }
  }
  return null
}
