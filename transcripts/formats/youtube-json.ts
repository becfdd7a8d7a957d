import { jsonFormat } from './json-format'
import { isRecord, listOf, numberOf, textOf } from './json-source'
import type { Segment } from './segments'

/**
 * Captions of the video platform in its own JSON (`json3`): `events[{tStartMs, dDurationMs, segs[{utf8, tOffsetMs}]}]`,
 * milliseconds. An event with `aAppend` is the line end of the rolling display, and says nothing.
 */
export const youtubeJson = jsonFormat({
  id: 'youtube-json',
  label: 'Video platform captions (json3)',
  recognises(value) {
    const event = listOf(value, 'events')?.find(isRecord)
    return event && 'tStartMs' in event ? 0.97 : 0
  },
  read(value) {
    const segments = (listOf(value, 'events') ?? []).flatMap((event, index): Segment[] => {
      const parts = listOf(event, 'segs') ?? []
      const startMs = numberOf(event, 'tStartMs') ?? 0
      const endMs = startMs + (numberOf(event, 'dDurationMs') ?? 0)
      const text = parts.map((part) => textOf(part, 'utf8') ?? '').join('')
      if (text.trim() === '') return []
      const isTimed = parts.some((part) => numberOf(part, 'tOffsetMs') !== null)
      const words = parts.map((part, nth) => {
        const next = numberOf(parts[nth + 1], 'tOffsetMs')
        return {
          text: textOf(part, 'utf8') ?? '',
          startMs: startMs + (numberOf(part, 'tOffsetMs') ?? 0),
          endMs: next === null ? endMs : startMs + next,
        }
      })
      return [{ text, startMs, endMs, speaker: null, words: isTimed ? words : [], path: `events[${index}]` }]
    })
    return { segments }
  },
})
