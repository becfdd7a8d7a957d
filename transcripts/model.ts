/**
 * The transcript model: what every importer produces and everything else stands on.
 *
 * Times are integer milliseconds from the start of the recording. A time that is not known is `null`, never 0.
 */

import type { Part } from './schema'

/** How bad a problem is. `error` stops the load; `warning` and `info` are shown and do not. */
export type Severity = 'error' | 'warning' | 'info'

/** Something worth telling the editor about a file. Bad content is a problem, never an exception. */
export type Problem = {
  /** Stable kebab-case identifier, e.g. `cue-ends-before-it-starts`. */
  code: string
  severity: Severity
  /** One-based line in the decoded text, where the format has lines. */
  line: number | null
  /** JSON path such as `segments[12].start`, where the format is JSON. */
  path: string | null
  /** A sentence for the editor: what is wrong and what to do. */
  message: string
}

/** A word as a file gives it. `estimated` is true where the time was spread over a cue and not measured. */
export type Word = {
  text: string
  startMs: number | null
  endMs: number | null
  estimated: boolean
}

/** What the file says, in file order, markup removed and entities decoded. */
export type Cue = {
  startMs: number | null
  endMs: number | null
  speaker: string | null
  text: string
  /** Word times, where the format carries them. Joined with single spaces they equal `text`. */
  words?: { text: string; startMs: number; endMs: number }[]
  /** One-based line in the file, for problems. */
  line?: number
}

/** One uninterrupted stretch by one speaker, as parsed: text plus one time per word (see `wordsOf`). */
export type ParsedTurn = {
  speaker: string | null
  startMs: number | null
  endMs: number | null
  /** Plain text; words separated by single spaces, no line breaks. */
  text: string
  /** Either empty (untimed) or exactly one entry per word of `wordsOf(text)`, never decreasing. */
  wordStarts: number[]
  /** Same length as `wordStarts`; `wordStarts[i] <= wordEnds[i]`. */
  wordEnds: number[]
  /** Same length as `wordStarts`. */
  wordEstimated: boolean[]
}

/** The outcome of parsing a file: what it says (`cues`), what Claimline makes of it (`turns`), what is wrong. */
export type ParsedTranscript = {
  /** Format id of the registry, e.g. `webvtt`, `youtube-vtt`, `srt`, `whisper-json`, `press-text`; null if none fits. */
  format: string | null
  /** Label of the character encoding that was used to decode the bytes, e.g. `utf-8`, `utf-16le`. */
  encoding: string | null
  /** What the file says of itself, where it does: title, date (ISO), place, language (BCP 47), each speaker's part. */
  meta: {
    title?: string
    place?: string
    platform?: string
    date?: string
    language?: string
    sourceUrl?: string
    parts?: { speaker: string; part: Part }[]
  }
  cues: Cue[]
  turns: ParsedTurn[]
  problems: Problem[]
}
