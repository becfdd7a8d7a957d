import type { ParsedTurn } from '@/transcripts/model'
import type { Part } from '@/transcripts/schema'

/**
 * A transcript on its way out: what was said, by whom, when, and what stands above it. Nothing of the desk's own (claims,
 * notes, who loaded it) is in here, so no export can carry it.
 */
export type OutgoingTranscript = {
  title: string
  slug: string
  /** ISO 8601. */
  happenedOn: string | null
  place: string
  platform: string
  /** BCP 47. */
  language: string
  direction: 'ltr' | 'rtl'
  participants: { name: string; part: Part }[]
  turns: ParsedTurn[]
}

/** How much of a transcript a format can carry. Tests derive from it what must come back. */
export type Carries = {
  /** `names`: any name, and nobody stays nobody. `labels`: as `labels.ts` makes them, before the words. */
  speakers: 'names' | 'labels'
  /** What becomes of turns of nobody beside those of somebody: they stay so, or `Unknown Speaker` says so. */
  nobody: 'stays' | 'named'
  /** `speaker-changes`: turns of one speaker in a row come back as one, turns of nobody are cut anew. */
  turns: 'all' | 'speaker-changes'
  /** When a turn begins. */
  turnTimes: 'milliseconds' | 'seconds' | 'none'
  /** `measured`: where each measured word between spaces begins. `all`: also ends, and which are estimated. */
  wordTimes: 'all' | 'measured' | 'none'
  /** `plain`: words that look like markup (`<b>`) do not come back from it. */
  signs: 'all' | 'plain'
}

/** One format that a transcript can leave in. A new one is one file that exports such an object, and one line in `registry.ts`. */
export type ExportFormat = {
  /** Stable kebab-case id, as in an address: `?format=webvtt`. */
  id: string
  /** What an editor reads. */
  label: string
  /** One line on what it is good for and what it carries. */
  about: string
  /** Behind the file's name, without a dot before it. */
  extension: string
  mime: string
  /** True where words without times would be left out. */
  needsTimes: boolean
  carries: Carries
  write: (transcript: OutgoingTranscript) => string | Promise<Uint8Array>
}

/** Who speaks where the transcript names nobody, for formats that can name people and cannot un-name them. */
export const UNKNOWN_SPEAKER = 'Unknown Speaker'

/** True where any turn has a speaker. */
export function namesSomebody({ turns }: OutgoingTranscript): boolean {
  return turns.some((turn) => turn.speaker !== null)
}

/** True where every turn has its words' times. */
export function isTimed({ turns }: OutgoingTranscript): boolean {
  return turns.every((turn) => turn.wordStarts.length > 0)
}
