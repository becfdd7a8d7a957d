/** What the keyboard's media keys, headphones and lock screens show and do (Media Session). Browser code. */

type Does = {
  play: () => void
  pause: () => void
  skip: (seconds: number) => void
  seek: (second: number) => void
  nextClaim: () => void
}

const SKIP = 10

/** Tells the system what plays here. Called when playing first begins: nothing is taken from other pages before. */
export function takeMediaKeys({ title, artist }: { title: string; artist: string }, does: Does): void {
  if (!('mediaSession' in navigator)) return
  const { mediaSession } = navigator
  mediaSession.metadata = new MediaMetadata({ title, artist })
  const on = (action: MediaSessionAction, run: (details: MediaSessionActionDetails) => void) => {
    try {
      mediaSession.setActionHandler(action, run)
    } catch {
      // This browser does not know that action.
    }
  }
  on('play', does.play)
  on('pause', does.pause)
  on('seekbackward', ({ seekOffset }) => does.skip(-(seekOffset ?? SKIP)))
  on('seekforward', ({ seekOffset }) => does.skip(seekOffset ?? SKIP))
  on('seekto', ({ seekTime }) => seekTime !== undefined && does.seek(seekTime))
  on('nexttrack', does.nextClaim)
}

/** Where playing stands, for the system's own bar. */
export function tellPosition(audio: HTMLAudioElement): void {
  if (!('mediaSession' in navigator) || !Number.isFinite(audio.duration)) return
  navigator.mediaSession.setPositionState({
    duration: audio.duration,
    playbackRate: audio.playbackRate,
    position: Math.min(audio.currentTime, audio.duration),
  })
}
