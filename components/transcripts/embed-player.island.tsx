'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { type Embed, PROVIDERS, playerAddress, watchAddress } from '@/transcripts/embed'

/** Somebody else's player. Until it is asked for, nothing is loaded and the provider learns nothing. */
export function EmbedPlayer({ embed, startMs = 0 }: { embed: Embed; startMs?: number }) {
  const [playing, setPlaying] = useState(false)
  const { name, site } = PROVIDERS[embed.provider]
  if (playing)
    return (
      <iframe
        ref={takeKeyboard}
        src={playerAddress(embed, startMs)}
        title={`Recording on ${name}`}
        allow="autoplay; fullscreen; encrypted-media; picture-in-picture"
        referrerPolicy="strict-origin-when-cross-origin"
        sandbox="allow-scripts allow-same-origin allow-presentation allow-popups"
        className="aspect-video w-full border border-rule bg-surface"
      />
    )
  return (
    <div className="flex flex-col items-start gap-2 border border-rule bg-surface px-4 py-3">
      <Button onClick={() => setPlaying(true)}>Play from {name}</Button>
      <p className="text-ink-soft">
        Loads content from {site}: it learns your network address and that you are on this site. Nothing is
        loaded before.{' '}
        <a className="underline" href={watchAddress(embed, startMs)} rel="noreferrer">
          Open it there
        </a>
      </p>
    </div>
  )
}

/** The button that had the keyboard is gone when the player is there. */
function takeKeyboard(frame: HTMLIFrameElement | null): void {
  frame?.focus({ preventScroll: true })
}
