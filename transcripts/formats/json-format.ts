import type { ParsedTranscript } from '@/transcripts/model'
import type { Format } from './format'
import { looksLikeJson } from './json-source'
import { ProblemList } from './problem-list'
import { cueOfSegment, type Segment } from './segments'

/** What one recogniser's JSON needs: how it is known, and where its segments are. */
export type JsonFormat = {
  id: string
  label: string
  /** How sure it is that this value is its own, 0 to 1. */
  recognises: (value: unknown) => number
  read: (value: unknown, problems: ProblemList) => { segments: Segment[]; meta?: ParsedTranscript['meta'] }
}

/** A format whose files are one JSON value: reading, markup, empty segments and missing times are dealt with here. */
export function jsonFormat({ id, label, recognises, read }: JsonFormat): Format {
  return {
    id,
    label,
    extensions: ['json'],
    detect(source) {
      if (!looksLikeJson(source.head)) return 0
      const reading = source.json()
      return reading.ok ? recognises(reading.value) : 0
    },
    parse(source) {
      const reading = source.json()
      if (!reading.ok) return { cues: [], problems: [reading.problem] }
      const problems = new ProblemList()
      const { segments, meta } = read(reading.value, problems)
      const cues = segments.flatMap((segment) => cueOfSegment(segment, problems) ?? [])
      const untimed = segments.find((segment) => segment.startMs === null && segment.text.trim() !== '')
      if (untimed && cues.some((cue) => cue.startMs !== null)) {
        const message = 'A segment has no start; its words take the time of their neighbours.'
        problems.add('missing-time', 'warning', message, untimed)
      }
      return { cues, meta: meta ?? {}, problems: problems.list() }
    },
  }
}
