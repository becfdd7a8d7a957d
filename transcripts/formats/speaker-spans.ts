/** A stretch of a recording that a recogniser gives to one speaker, in milliseconds. */
export type SpeakerSpan = { startMs: number; endMs: number; speaker: string | null }

/** Looks up who speaks at rising times; both are in order, so it walks once. A time in a gap belongs to nobody. */
export function speakerByTime(spans: readonly SpeakerSpan[]): (startMs: number | null) => string | null {
  let at = 0
  return (startMs) => {
    if (startMs === null) return null
    while (at < spans.length - 1 && (spans[at]?.endMs ?? 0) <= startMs) at += 1
    const span = spans[at]
    return span && span.startMs <= startMs && startMs < span.endMs ? span.speaker : null
  }
}
