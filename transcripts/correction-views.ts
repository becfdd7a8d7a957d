import type { Decision } from '@/platform/decision'
import type { StepKind } from '@/transcripts/correction-schema'
import type { TurnView } from '@/transcripts/views'

/** What the desk sees of corrections. Moments are ISO 8601 in UTC. */

/**
 * Turns that changed after a revision, newest state, in order of the transcript; `removed` are ids that are gone.
 * `afterId` is the turn right before (null at the top), so that a browser can put in what is new without positions.
 */
export type TurnsDelta = { changed: (TurnView & { afterId: string | null })[]; removed: string[] }

/** One line of the transcript's history. */
export type StepView = {
  id: string
  /** 1 for the first step on this transcript. */
  number: number
  kind: StepKind
  /** What was done, in a sentence: `Changed “to” to “two” in a turn of Ada Byron`. */
  summary: string
  by: string
  byMe: boolean
  at: string
  /** Number of the step that this one takes back. */
  undoes: number | null
  /** True where a later step took this one back. */
  undone: boolean
  /** Refused with a sentence where the same words were changed again since. */
  undo: Decision
}

/** The transcript's history, newest first; `next` is the `before` of the next page, null at the end. */
export type HistoryPage = { steps: StepView[]; next: number | null }

/** Why a step cannot be taken back. */
export const ALREADY_UNDONE = 'This step was taken back already.'
export const OVERTAKEN = 'The same turns were changed again since. Take back the later steps first.'
