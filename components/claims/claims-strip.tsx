import '@/components/claims/claims-strip.css'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { ClaimView, VerdictView } from '@/claims/views'
import {
  MARKS_HEIGHT,
  markAt,
  markPaths,
  msToX,
  placeMarks,
  type SpokenStretch,
  STRIP_HEIGHT,
  type StripMark,
  soundPath,
  speakerLanes,
  stemPath,
  xToMs,
} from '@/components/claims/claims-strip-geometry'
import { StripTip } from '@/components/claims/claims-strip-tip'
import { verdictColour } from '@/components/claims/verdict-badge'
import type { PlayerControl } from '@/components/transcripts/player/player-control'
import { formatTimestamp } from '@/transcripts/timestamp'

type Props = {
  control: PlayerControl
  durationMs: number
  /** Those that stand on words with times, in any order. */
  claims: readonly ClaimView[]
  verdicts: readonly VerdictView[]
  stretches: readonly SpokenStretch[]
  /** The turn the caret is in; null where it has no time. */
  turn: SpokenStretch | null
  peaks: Uint8Array | null
  openId: string | null
  onOpen: (claim: ClaimView) => void
  /** To the claim before or after the playhead. */
  onStep: (by: -1 | 1) => void
}

const BELOW = MARKS_HEIGHT + 1
const LANES_UNDER_SOUND = 4
const SIDE =
  'inline-flex h-12 w-7 shrink-0 items-center justify-center rounded-xs text-ink-soft hover:bg-surface hover:text-ink disabled:opacity-40 pointer-coarse:w-11'

/** The claims along the recording, over its sound or its speakers. A slider: click, drag or arrows go to a moment. */
export function ClaimsStrip(props: Props) {
  const { claims, onStep } = props
  return (
    // Time runs from left to right in every script, as in every player.
    <div dir="ltr" className="flex items-center gap-1 px-4 py-1.5 sm:px-6">
      <Track {...props} />
      <button
        type="button"
        className={SIDE}
        aria-label="Claim before"
        title="["
        disabled={claims.length === 0}
        onClick={() => onStep(-1)}
      >
        <ChevronLeft aria-hidden="true" className="size-5" />
      </button>
      <button
        type="button"
        className={SIDE}
        aria-label="Claim after"
        title="]"
        disabled={claims.length === 0}
        onClick={() => onStep(1)}
      >
        <ChevronRight aria-hidden="true" className="size-5" />
      </button>
    </div>
  )
}

function Track({
  control,
  durationMs,
  claims,
  verdicts,
  stretches,
  turn,
  peaks,
  openId,
  onOpen,
  onStep,
}: Props) {
  const track = useRef<HTMLDivElement>(null)
  const head = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const [hover, setHover] = useState<{ x: number; mark: StripMark | null } | null>(null)
  const pressed = useRef<{ x: number; mark: StripMark | null; dragged: boolean } | null>(null)

  useEffect(() => {
    if (!track.current) return
    const sizes = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    sizes.observe(track.current)
    return () => sizes.disconnect()
  }, [])

  useEffect(
    () =>
      control.onTime((ms) => {
        const slider = track.current
        if (!slider || !head.current || width === 0) return
        // Written only where it differs: in a long recording the head stands still for seconds, and each write is a frame.
        const x = `translateX(${Math.round(msToX(ms, durationMs, width) * 2) / 2}px)`
        if (head.current.style.transform !== x) head.current.style.transform = x
        // Somebody who listens to the page hears each change of a focused slider: then only their own steps count.
        if (slider !== document.activeElement) writeValue(slider, ms, durationMs)
      }),
    [control, durationMs, width],
  )

  const marks = useMemo(() => {
    const places = claims.flatMap(({ id, startMs, status, verdictKey }) => {
      const verdict = verdicts.find((one) => one.key === verdictKey)
      const kind = verdict ? verdictColour(verdict.colour) : 'none'
      return startMs === null ? [] : [{ id, startMs, kind, filled: status === 'approved' }]
    })
    return width > 0 ? placeMarks(places, durationMs, width) : []
  }, [claims, verdicts, durationMs, width])
  const drawn = useMemo(() => ({ paths: markPaths(marks), stems: stemPath(marks) }), [marks])
  const lanes = useMemo(() => {
    const height = peaks ? LANES_UNDER_SOUND : STRIP_HEIGHT - BELOW
    return width > 0 ? speakerLanes(stretches, durationMs, { width, top: STRIP_HEIGHT - height, height }) : []
  }, [stretches, durationMs, width, peaks])
  const sound = useMemo(() => {
    if (!peaks || width === 0) return null
    return soundPath(peaks, { width, top: BELOW, height: STRIP_HEIGHT - BELOW - LANES_UNDER_SOUND - 1 })
  }, [peaks, width])
  const open = openId === null ? undefined : marks.find((mark) => mark.id === openId)
  const claimOf = (mark: StripMark | null) => mark && claims.find((claim) => claim.id === mark.id)

  function place(event: PointerEvent): { x: number; mark: StripMark | null } {
    const box = event.currentTarget.getBoundingClientRect()
    const x = event.clientX - box.left
    const within = event.pointerType === 'mouse' ? 7 : 14
    return { x, mark: markAt(marks, x, event.clientY - box.top, within) }
  }

  function seekTo(x: number) {
    control.seek(xToMs(x, durationMs, width))
    if (track.current) writeValue(track.current, control.nowMs(), durationMs)
  }

  function onDown(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    pressed.current = { ...place(event), dragged: false }
  }

  function onMove(event: PointerEvent<HTMLDivElement>) {
    const at = place(event)
    const from = pressed.current
    if (from && (from.dragged || Math.abs(at.x - from.x) > 4)) {
      from.dragged = true
      seekTo(at.x)
    }
    if (event.pointerType === 'mouse') setHover(at)
  }

  function onUp(event: PointerEvent<HTMLDivElement>) {
    const from = pressed.current
    pressed.current = null
    if (!from || from.dragged) return
    const claim = claimOf(from.mark)
    if (claim?.startMs != null) {
      control.seek(claim.startMs)
      writeValue(event.currentTarget, claim.startMs, durationMs)
      onOpen(claim)
    } else seekTo(from.x)
  }

  function onKey(event: KeyboardEvent<HTMLDivElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const to = keyTarget(event.key, control.nowMs(), durationMs)
    if (event.key === '[' || event.key === ']') onStep(event.key === '[' ? -1 : 1)
    else if (event.key === ' ') control.toggle()
    else if (to !== null) control.seek(to)
    else return
    event.preventDefault()
    writeValue(event.currentTarget, control.nowMs(), durationMs)
  }

  return (
    <div
      ref={track}
      className="strip min-w-0 flex-1"
      role="slider"
      tabIndex={0}
      aria-label={`Place in the recording; ${claims.length === 1 ? '1 claim' : `${claims.length} claims`} along it`}
      aria-valuemin={0}
      aria-valuemax={Math.floor(durationMs / 1000)}
      aria-valuenow={0}
      aria-valuetext="0:00"
      onPointerDown={onDown}
      onPointerMove={onMove}
      onPointerUp={onUp}
      onPointerCancel={() => {
        pressed.current = null
      }}
      onPointerLeave={() => setHover(null)}
      onKeyDown={onKey}
    >
      {width > 0 && (
        <svg width={width} height={STRIP_HEIGHT} aria-hidden="true" focusable="false">
          <rect className="strip-ground" y={BELOW} width={width} height={STRIP_HEIGHT - BELOW} />
          {sound && <path className="strip-sound" d={sound} />}
          {lanes.map((lane) => (
            <path key={lane.speaker ?? ' others'} className="strip-lane" d={lane.d} />
          ))}
          {turn && (
            <rect
              className="strip-turn"
              x={msToX(turn.startMs, durationMs, width)}
              y={BELOW}
              width={Math.max(2, msToX(turn.endMs - turn.startMs, durationMs, width))}
              height={STRIP_HEIGHT - BELOW}
            />
          )}
          <path className="strip-stem" d={drawn.stems} />
          {drawn.paths.map(({ kind, filled, d }) => (
            <path
              key={`${kind} ${filled}`}
              className="strip-mark"
              data-kind={kind}
              data-filled={filled || undefined}
              d={d}
            />
          ))}
          {open && <circle className="strip-open" cx={open.x} cy={open.y} r="6.5" />}
        </svg>
      )}
      <div ref={head} className="strip-head" />
      {hover && width > 0 && (
        <StripTip
          x={hover.x}
          width={width}
          ms={xToMs(hover.x, durationMs, width)}
          claim={claimOf(hover.mark)}
          verdicts={verdicts}
        />
      )}
    </div>
  )
}

/** Where a key leads from here, as sliders do; null for any other key. */
function keyTarget(key: string, ms: number, durationMs: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return ms + 5000
    case 'ArrowLeft':
    case 'ArrowDown':
      return ms - 5000
    case 'PageUp':
      return ms + 60_000
    case 'PageDown':
      return ms - 60_000
    case 'Home':
      return 0
    case 'End':
      return durationMs
    default:
      return null
  }
}

function writeValue(slider: HTMLElement, ms: number, durationMs: number): void {
  const seconds = String(Math.floor(ms / 1000))
  if (slider.getAttribute('aria-valuenow') === seconds) return
  slider.setAttribute('aria-valuenow', seconds)
  slider.setAttribute('aria-valuetext', `${formatTimestamp(ms)} of ${formatTimestamp(durationMs)}`)
}
