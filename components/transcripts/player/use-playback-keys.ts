import { useEffect, useRef } from 'react'
import { type PlaybackCommand, playbackCommandOf } from '@/components/transcripts/player/playback-keys'
import { isTypedInto } from '@/components/transcripts/player/typing-pause'
import { isMac } from '@/components/ui/is-mac'

/** Listens everywhere on the page, in texts and over dialogs too. `act` may change with every render. */
export function usePlaybackKeys(act: (command: PlaybackCommand) => void): void {
  const now = useRef(act)
  now.current = act
  useEffect(() => {
    const mac = isMac()
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return
      const command = playbackCommandOf(
        {
          key: event.key,
          code: event.code,
          shift: event.shiftKey,
          ctrl: event.ctrlKey,
          alt: event.altKey,
          meta: event.metaKey,
          altGraph: event.getModifierState('AltGraph'),
        },
        { mac, typing: isTypedInto(event.target) },
      )
      if (!command) return
      event.preventDefault()
      // A key held down skips on and on, but plays, pauses and flags once.
      if (!event.repeat || command === 'back' || command === 'on') now.current(command)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}
