import { SlidersHorizontal } from 'lucide-react'
import { Popover } from 'radix-ui'
import { type Player, usePlayerState } from '@/components/transcripts/player/use-player'

/** What is set once and kept in this browser. On a narrow window also what stands in the bar on a wide one. */
export function PlayerSettings({ player, video }: { player: Player; video: boolean }) {
  const { prefs, setPrefs } = player
  const state = usePlayerState(player.control)
  return (
    <Popover.Root>
      <Popover.Trigger
        aria-label="Player settings"
        title="Player settings"
        className="inline-flex size-9 items-center justify-center rounded-xs hover:bg-surface pointer-coarse:size-11"
      >
        <SlidersHorizontal aria-hidden="true" className="size-4.5" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={6}
          collisionPadding={8}
          data-player
          aria-label="Player settings"
          className="z-30 flex w-72 max-w-[calc(100vw-1rem)] flex-col gap-1 border border-ink bg-paper p-3 text-sm text-ink shadow-lg"
        >
          <label className="flex min-h-9 items-center gap-3">
            <span className="w-16">Volume</span>
            <input
              type="range"
              min="0"
              max="1"
              step="0.05"
              className="min-w-0 flex-1 accent-(--accent)"
              value={state.muted ? 0 : state.volume}
              onChange={(event) => setPrefs({ volume: Number(event.target.value) })}
            />
          </label>
          <Choice
            label="Mute"
            checked={state.muted}
            onChange={(muted) => player.control.setVolume(prefs.volume || 1, muted)}
          />
          <Choice
            className="md:hidden"
            label="Scroll along"
            checked={prefs.follow}
            onChange={(follow) => setPrefs({ follow })}
          />
          <Choice
            className="md:hidden"
            label="Click plays"
            checked={prefs.clickPlays}
            onChange={(clickPlays) => setPrefs({ clickPlays })}
          />
          <Choice
            label="Pause while I type"
            hint="Goes on a moment after you stop, a little earlier."
            checked={prefs.pauseWhileTyping}
            onChange={(pauseWhileTyping) => setPrefs({ pauseWhileTyping })}
          />
          {video && (
            <fieldset className="mt-1 border-t border-rule pt-2">
              <legend className="float-start me-3 flex min-h-9 items-center">Picture</legend>
              <span className="flex flex-wrap gap-x-4">
                {(['hidden', 'small', 'large'] as const).map((size) => (
                  <label key={size} className="flex min-h-9 items-center gap-1.5 capitalize">
                    <input
                      type="radio"
                      name="picture"
                      className="size-4"
                      checked={prefs.picture === size}
                      onChange={() => setPrefs({ picture: size })}
                    />
                    {size}
                  </label>
                ))}
              </span>
            </fieldset>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** A box to tick, with its words. */
export function Choice({
  label,
  hint,
  checked,
  onChange,
  className = '',
}: {
  label: string
  hint?: string
  checked: boolean
  onChange: (checked: boolean) => void
  className?: string
}) {
  return (
    <label className={`flex min-h-9 items-center gap-2 text-sm pointer-coarse:min-h-11 ${className}`}>
      <input
        type="checkbox"
        className="size-4 shrink-0"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {label}
        {hint && <span className="block text-ink-soft">{hint}</span>}
      </span>
    </label>
  )
}
