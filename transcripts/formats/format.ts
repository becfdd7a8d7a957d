import type { Cue, ParsedTranscript, ParsedTurn, Problem } from '@/transcripts/model'
import type { InlineTimes } from './caption-line'
import type { JsonReading } from './json-source'

/** A word's time as a format gives it; `estimated` where the file timed a neighbour and not this word. */
export type TimedWord = { text: string; startMs: number; endMs: number; estimated?: boolean }

/**
 * A cue on its way to a turn. `times` are the times inside its text where nobody has asked for words yet: see
 * `wordsOfCue`.  `startsTurn` is set where the file marks a change of speaker without naming one. Where a
 * caption was cut for that reason, `caption` of the first part is what the file says as one, and null of the others.
 */
export type ParsedCue = Omit<Cue, 'words'> & {
  words?: TimedWord[]
  times?: InlineTimes
  startsTurn?: boolean
  caption?: string | null
}

/** Cues as the file has them: captions that were cut between unnamed speakers are whole again. */
export function cuesAsWritten(cues: readonly ParsedCue[]): ParsedCue[] {
  const written: ParsedCue[] = []
  for (const cue of cues) {
    if (cue.caption === undefined) written.push(cue)
    else if (cue.caption !== null) {
      const { startMs, endMs, speaker, caption, line } = cue
      written.push({ startMs, endMs, speaker, text: caption, ...(line === undefined ? {} : { line }) })
    }
  }
  return written
}

/** What a format makes of a text. Never throws on content: whatever is wrong with it is in `problems`. */
export type FormatResult = {
  cues: ParsedCue[]
  meta?: ParsedTranscript['meta']
  problems: Problem[]
  /** Only where a file states whole turns with their words' times, so that none may be cut or timed anew. */
  turns?: ParsedTurn[]
}

/** A decoded file as formats see it: `\n` line ends, no BOM, no NUL. */
export type Source = {
  text: string
  /** The first 8,000 characters: enough to recognise most formats. */
  head: string
  fileName: string
  /** Lower case, without the dot; empty if the name has none. */
  extension: string
  /** The text as JSON, parsed at most once and only when somebody asks. */
  json: () => JsonReading
}

/** One transcript format. A new one is one file that exports such an object, and one line in `registry.ts`. */
export type Format = {
  /** Stable kebab-case id, stored with the transcript. */
  id: string
  /** What an editor reads, e.g. `WebVTT captions`. */
  label: string
  /** File name extensions without the dot. They only break ties: content decides. */
  extensions: readonly string[]
  /** How sure it is, 0 (not mine) to 1 (certain). Cheap: looks at `head` first. */
  detect: (source: Source) => number
  parse: (source: Source) => FormatResult
}
