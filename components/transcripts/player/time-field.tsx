import { useEffect, useRef, useState } from 'react'
import type { PlayerControl } from '@/components/transcripts/player/player-control'
import { formatTimestamp } from '@/transcripts/timestamp'
import { parseTypedTime } from '@/transcripts/typed-time'

/** The playhead's time, written about four times a second without React. A time typed into it and Enter goes there. */
export function TimeField({
  control,
  durationMs,
  say,
}: {
  control: PlayerControl
  durationMs: number | null
  say: (message: string) => void
}) {
  const field = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState<string | null>(null)

  useEffect(
    () =>
      control.onTime((ms) => {
        const input = field.current
        const shown = formatTimestamp(ms)
        if (input && input !== document.activeElement && input.value !== shown) input.value = shown
      }),
    [control],
  )

  function showNow() {
    setWrong(null)
    if (field.current) field.current.value = formatTimestamp(control.nowMs())
  }

  function goThere(input: HTMLInputElement) {
    const { ms, reason } = parseTypedTime(input.value)
    if (reason !== undefined) return setWrong(reason)
    if (durationMs !== null && ms > durationMs)
      return setWrong(`The recording ends at ${formatTimestamp(durationMs)}.`)
    control.seek(ms)
    showNow()
    input.select()
    say(`At ${formatTimestamp(ms)}.`)
  }

  return (
    <span className="relative inline-flex items-center gap-1 text-sm tabular-nums">
      <input
        ref={field}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        defaultValue="0:00"
        aria-label="Time; type another to go there"
        aria-invalid={wrong !== null || undefined}
        aria-describedby={wrong ? 'player-time-wrong' : undefined}
        className={`min-h-9 ${durationMs !== null && durationMs >= 3_600_000 ? 'w-19' : 'w-14'} rounded-xs border border-transparent bg-transparent px-1.5 text-end font-semibold hover:border-rule-strong focus:border-rule-strong aria-invalid:border-danger pointer-coarse:min-h-11`}
        onFocus={(event) => event.target.select()}
        onBlur={showNow}
        onChange={() => setWrong(null)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') goThere(event.currentTarget)
          else if (event.key === 'Escape') {
            showNow()
            event.currentTarget.select()
          }
        }}
      />
      {durationMs !== null && (
        <span className="text-ink-soft max-sm:hidden">/ {formatTimestamp(durationMs)}</span>
      )}
      {wrong && (
        <span
          id="player-time-wrong"
          role="alert"
          className="absolute start-0 top-full z-20 mt-1 border border-danger bg-paper px-2 py-1 font-medium whitespace-nowrap text-danger shadow-lg"
        >
          {wrong}
        </span>
      )}
    </span>
  )
}
