/**
 * Pausing while somebody types, as in the BBC's editor: a key in a text pauses; a moment after the last one playback goes on, a
 * little earlier than it stopped, as in oTranscribe. Whoever plays or pauses by hand in between has decided.
 */
export type TypingPause = {
  typed: () => void
  /** Playing began or stopped for any reason. */
  playing: (is: boolean) => void
  stop: () => void
}

export const RESUME_AFTER_MS = 1500
const REWIND_SECONDS = 1.5

export function typingPause(
  player: { isPlaying: () => boolean; pause: () => void; skip: (seconds: number) => void; play: () => void },
  later: (act: () => void, ms: number) => () => void,
  held: (is: boolean) => void,
): TypingPause {
  let cancel: (() => void) | null = null
  const letGo = () => {
    cancel?.()
    if (cancel) held(false)
    cancel = null
  }
  const wait = () => {
    cancel?.()
    cancel = later(() => {
      letGo()
      player.skip(-REWIND_SECONDS)
      player.play()
    }, RESUME_AFTER_MS)
  }
  return {
    typed() {
      if (cancel) return wait()
      if (!player.isPlaying()) return
      wait()
      held(true)
      player.pause()
    },
    playing(is) {
      if (is) letGo()
    },
    stop: letGo,
  }
}

/** True for an element that text is typed into; the player's own time field is none of them. */
export function isTypedInto(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target.closest('[data-player]')) return false
  return target.closest(TEXTS) !== null
}

const TEXTS =
  'textarea, [contenteditable]:not([contenteditable=false]), input:not([type=radio], [type=checkbox], [type=range], [type=button], [type=submit], [type=file])'
