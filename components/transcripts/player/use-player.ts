import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { DraftStore } from '@/components/claims/drafts'
import { keepPlace, keptPlace } from '@/components/transcripts/player/kept-place'
import { PlayerControl, type PlayerState } from '@/components/transcripts/player/player-control'
import { usePlayerPrefs } from '@/components/transcripts/player/player-prefs'
import type { PlayedRecording } from '@/components/transcripts/player/recording-played'
import { isTypedInto, typingPause } from '@/components/transcripts/player/typing-pause'

const NOTHING: PlayedRecording = { url: '', mime: '', external: false, durationMs: null }

/** Everything about playing that is not drawn: preferences, the kept place, pausing while typing, the keyboard's media keys. */
export function usePlayer(recording: PlayedRecording | null, interviewId: string, store: DraftStore) {
  const url = recording?.url ?? ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page read anew brings the same recording as another object
  const control = useMemo(() => new PlayerControl(recording ?? NOTHING), [url])
  const [prefs, setPrefs] = usePlayerPrefs()
  const [held, setHeld] = useState(false)
  /** Where the playhead was put because this member stopped there; null once they play or go elsewhere. */
  const [cued, setCued] = useState<number | null>(null)

  useEffect(() => {
    if (!url) return
    const place = keptPlace(store, interviewId, control.recording.durationMs)
    if (place !== null) {
      control.seek(place)
      setCued(place)
    }
    return keepPlace(store, interviewId, control)
  }, [url, control, store, interviewId])

  // Told here and not by state of React's: nothing but the bar is drawn anew when playing begins or ends.
  useEffect(() => {
    const unsubscribe = control.subscribe(() => {
      if (!control.snapshot().playing) return
      setCued(null)
      takeMediaKeys(control)
    })
    return () => {
      unsubscribe()
      takeMediaKeys(null)
    }
  }, [control])

  useEffect(() => {
    control.setRate(prefs.rate)
    control.setVolume(prefs.volume)
  }, [control, prefs.rate, prefs.volume])

  useEffect(() => {
    if (!prefs.pauseWhileTyping) return
    const player = {
      isPlaying: () => control.snapshot().playing,
      pause: () => control.pause(),
      play: () => void control.play(),
      skip: (seconds: number) => control.skip(seconds),
    }
    const pause = typingPause(player, later, setHeld)
    const unsubscribe = control.subscribe(() => pause.playing(control.snapshot().playing))
    const onInput = (event: Event) => {
      if (isTypedInto(event.target)) pause.typed()
    }
    document.addEventListener('input', onInput)
    return () => {
      document.removeEventListener('input', onInput)
      unsubscribe()
      pause.stop()
    }
  }, [control, prefs.pauseWhileTyping])

  return {
    control,
    prefs,
    setPrefs,
    held,
    cued,
    fromStart() {
      setCued(null)
      control.seek(0)
    },
  }
}

export type Player = ReturnType<typeof usePlayer>

/** What the player is doing, for what shows it. */
export function usePlayerState(control: PlayerControl): PlayerState {
  return useSyncExternalStore(control.subscribe, control.snapshot, control.snapshot)
}

function later(act: () => void, ms: number): () => void {
  const timer = setTimeout(act, ms)
  return () => clearTimeout(timer)
}

/**
 * Keys with a play sign, headsets and foot pedals. They stay ours after a pause, else a pedal could not play again; null gives
 * them back.
 */
function takeMediaKeys(control: PlayerControl | null): void {
  if (!('mediaSession' in navigator)) return
  const { mediaSession } = navigator
  mediaSession.metadata = control && new MediaMetadata({ title: document.title })
  const acts: Partial<Record<MediaSessionAction, MediaSessionActionHandler>> | null = control && {
    play: () => void control.play(),
    pause: () => control.pause(),
    seekbackward: ({ seekOffset }) => control.skip(-(seekOffset ?? 5)),
    seekforward: ({ seekOffset }) => control.skip(seekOffset ?? 5),
    previoustrack: () => control.skip(-5),
    nexttrack: () => control.skip(5),
    seekto: ({ seekTime }) => control.seek((seekTime ?? 0) * 1000),
  }
  for (const action of ACTIONS) {
    try {
      mediaSession.setActionHandler(action, acts?.[action] ?? null)
    } catch {
      // An older browser that does not know this one of them.
    }
  }
}

const ACTIONS: readonly MediaSessionAction[] = [
  'play',
  'pause',
  'seekbackward',
  'seekforward',
  'previoustrack',
  'nexttrack',
  'seekto',
]
