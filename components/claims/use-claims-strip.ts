import { useEffect, useMemo, useState } from 'react'
import type { ClaimView } from '@/claims/views'
import { placeOf } from '@/components/claims/claim-marks'
import type { SpokenStretch } from '@/components/claims/claims-strip-geometry'
import { readPeaks } from '@/components/transcripts/player/read-peaks'
import type { PlayedRecording } from '@/components/transcripts/player/recording-played'
import type { Selected } from '@/components/transcripts/selected-words'
import type { TranscriptController } from '@/components/transcripts/transcript-controller'
import type { TranscriptWords } from '@/components/transcripts/word-cursor'

/** What the strip shows, as the transcript and its claims stand. `changes` grows with every turn that changes. */
export function useClaimsStrip(world: {
  recording: PlayedRecording | null
  durationMs: number | null
  transcript: TranscriptController | null
  changes: number
  claims: readonly ClaimView[]
}) {
  const { recording, transcript, changes, claims } = world

  // biome-ignore lint/correctness/useExhaustiveDependencies: turns change in place; `changes` says so
  const turns = useMemo(
    () => (transcript ? stretchesOf(transcript.page.words.turns, world.durationMs) : []),
    [transcript, changes, world.durationMs],
  )
  const stretches = useMemo(() => turns.filter((one) => one !== null), [turns])
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const timed = useMemo(
    () =>
      transcript
        ? claims.filter((claim) => claim.startMs !== null && placeOf(transcript.page.words, claim) !== null)
        : [],
    [transcript, changes, claims],
  )
  return {
    stretches,
    /** Claims that stand on words and have a time: those readers can be shown at a second. */
    claims: timed,
    /** The stretch of the turn the caret is in; null where it has no time. */
    turnOf: (selected: Selected) => turns[selected.focus.turn] ?? null,
    durationMs: world.durationMs ?? stretches.at(-1)?.endMs ?? null,
    peaks: usePeaks(recording),
  }
}

function usePeaks(recording: PlayedRecording | null): Uint8Array | null {
  const [peaks, setPeaks] = useState<Uint8Array | null>(null)
  const url = recording?.url
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page read anew brings the same recording as another object
  useEffect(() => {
    if (!recording) return
    const stop = new AbortController()
    readPeaks(recording, stop.signal).then(setPeaks, () => {
      // Left, or a sound that this browser cannot unpack: the strip shows the speakers.
    })
    return () => stop.abort()
  }, [url])
  return peaks
}

/** Each turn from its start to the next one's; null where a turn has no time. */
function stretchesOf(
  turns: readonly { speaker: string | null; startMs: number | null }[],
  durationMs: number | null,
): (SpokenStretch | null)[] {
  let next = durationMs
  const found: (SpokenStretch | null)[] = []
  for (let index = turns.length - 1; index >= 0; index -= 1) {
    const turn = turns[index]
    const startMs = turn?.startMs ?? null
    if (!turn || startMs === null) {
      found.push(null)
      continue
    }
    found.push({ speaker: turn.speaker, startMs, endMs: Math.max(startMs, next ?? startMs + 5000) })
    next = startMs
  }
  return found.reverse()
}

/** The claim before or after a moment: a little tolerance, so that stepping back leaves the one just gone to. */
export function claimBeside(
  claims: readonly ClaimView[],
  words: TranscriptWords,
  ms: number,
  by: -1 | 1,
): ClaimView | null {
  const timed = claims
    .flatMap((claim) =>
      claim.startMs === null || !placeOf(words, claim) ? [] : [{ claim, startMs: claim.startMs }],
    )
    .sort((a, b) => a.startMs - b.startMs || a.claim.number - b.claim.number)
  const found =
    by > 0
      ? timed.find(({ startMs }) => startMs > ms + 50)
      : timed.findLast(({ startMs }) => startMs < ms - 1500)
  return found?.claim ?? null
}
