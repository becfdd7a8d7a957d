import type { Decision } from '@/platform/decision'
import type { Embed } from '@/transcripts/embed'
import type { Part } from '@/transcripts/schema'

/** What the desk sees of interviews. Days and moments are ISO 8601 (moments in UTC), times in the recording milliseconds. */

export type InterviewLine = {
  id: string
  slug: string
  title: string
  happenedOn: string | null
  createdAt: string
  wordCount: number
  durationMs: number | null
  /** Claims by status, in the order of the desk's statuses; none that count zero. */
  claims: { status: string; count: number }[]
  publication: { number: number; takenDown: boolean; at: string } | null
}

export type ParticipantView = {
  id: string
  name: string
  part: Part
  sourceLabel: string | null
  personId: string | null
  affiliation: string
  description: string
  turns: number
}

/** The fields of an interview that people write. */
export type InterviewFields = {
  slug: string
  title: string
  standfirst: string
  dateline: string
  happenedOn: string | null
  place: string
  platform: string
  language: string
  embargoUntil: string | null
  bylines: string[]
  contributors: string[]
}

/** The interview without its turns. */
export type InterviewHead = InterviewFields & {
  id: string
  direction: 'ltr' | 'rtl'
  revision: number
  version: number
  /** Address that plays the recording at the desk: a route of ours, or where it lives. */
  recordingUrl: string | null
  recordingMime: string | null
  /** `embed`: somebody else's player plays it, and `recordingUrl` is null. */
  recording: {
    external: boolean
    embed: Embed | null
    mime: string
    bytes: number | null
    durationMs: number | null
  } | null
  picture: {
    url: string
    mime: string
    width: number
    height: number
    alt: string
    caption: string
    credit: string
  } | null
  participants: ParticipantView[]
  transcript: {
    format: string
    encoding: string
    fileName: string
    wordCount: number
    /** A machine wrote the words. */
    machineMade: boolean
    durationMs: number | null
    loadedAt: string
    loadedBy: string | null
  } | null
  /** Number of the publication that readers see now; null where they see none. */
  published: number | null
  /** False once an address was published. */
  canChangeSlug: Decision
}

/** One turn as the workspace shows it. */
export type TurnView = {
  id: string
  position: number
  speaker: string | null
  text: string
  startMs: number | null
  endMs: number | null
}

/** One turn with everything an anchor needs. */
export type AnchorTurn = TurnView & { wordStarts: number[]; wordEnds: number[] }

/** Times of the words of each turn that has any; arrays are indexed as `wordsOf(text)`. */
export type WordTimes = Record<string, { starts: number[]; ends: number[] }>

/** An earlier load of the same bytes. */
export type EarlierLoad = { id: string; title: string; loadedAt: string; loadedBy: string | null }

export type PersonName = { name: string; affiliation: string }

/** A recording that has arrived in part. */
export type PendingUpload = { id: string; fileName: string; bytes: number; received: number }
