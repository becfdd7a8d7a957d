import { z } from 'zod'
import { checkedClaimSchema } from '@/claims/checked-claim'

/**
 * A publication's document: everything that any public page, feed or data file may show, and nothing else. Stored once,
 * never changed. Dates are ISO 8601 days, moments ISO 8601 in UTC, times in the recording integer milliseconds.
 */

const moment = z.iso.datetime()

const personSchema = z.object({
  /** Address of the person's page; null for an unnamed voice such as an audience member. */
  slug: z.string().nullable(),
  name: z.string(),
  affiliation: z.string(),
  description: z.string(),
})

export const snapshotTurnSchema = z.object({
  /** The database's id; the page addresses a turn by its position, `#t0`. */
  id: z.string(),
  /** Index into `participants`; null where the speaker is not known. */
  participant: z.number().int().min(0).nullable(),
  text: z.string(),
  startMs: z.number().int().min(0).nullable(),
  endMs: z.number().int().min(0).nullable(),
  /** One start and end a word of `wordsOf(text)`, or empty where the turn is untimed. */
  wordStarts: z.array(z.number().int().min(0)),
  wordEnds: z.array(z.number().int().min(0)),
})
export type SnapshotTurn = z.infer<typeof snapshotTurnSchema>

/** A claim placed in the published transcript: turns by position. */
export const snapshotClaimSchema = checkedClaimSchema.omit({ anchor: true, challenge: true }).extend({
  place: z
    .object({
      firstTurn: z.number().int().min(0),
      firstWord: z.number().int().min(0),
      lastTurn: z.number().int().min(0),
      lastWord: z.number().int().min(0),
    })
    .nullable(),
  challenge: checkedClaimSchema.shape.challenge
    .omit({ turnId: true })
    .extend({ turn: z.number().int().min(0).nullable() }),
})
export type SnapshotClaim = z.infer<typeof snapshotClaimSchema>

export const publicChangeSchema = z.object({
  kind: z.enum(['update', 'clarification', 'correction']),
  /** What was wrong, in a correction; empty in other changes and in corrections from before this was asked. */
  wrong: z.string().default(''),
  note: z.string(),
  /** Null where the change is to the page as a whole. */
  claimNumber: z.number().int().min(1).nullable(),
  at: moment,
  /** Publication in which readers first saw it. */
  publication: z.number().int().min(1),
})
export type SnapshotChange = z.infer<typeof publicChangeSchema>

export const pageSnapshotSchema = z.object({
  v: z.literal(1),
  kind: z.literal('page'),
  number: z.number().int().min(1),
  firstPublishedAt: moment,
  publishedAt: moment,
  site: z.object({ name: z.string(), timeZone: z.string() }),
  interview: z.object({
    slug: z.string(),
    title: z.string(),
    standfirst: z.string(),
    dateline: z.string(),
    happenedOn: z.iso.date().nullable(),
    place: z.string(),
    platform: z.string(),
    language: z.string(),
    direction: z.enum(['ltr', 'rtl']),
    bylines: z.array(z.string()),
    contributors: z.array(z.string()),
    picture: z
      .object({
        fileHash: z.string(),
        mime: z.string(),
        width: z.number().int(),
        height: z.number().int(),
        alt: z.string(),
        caption: z.string(),
        credit: z.string(),
      })
      .nullable(),
    recording: z
      .object({
        /** SHA-256 in storage, or null where the recording is at `url` or in `embed`. */
        fileHash: z.string().nullable(),
        url: z.string().nullable(),
        mime: z.string(),
        durationMs: z.number().int().nullable(),
        /** Somebody else's player, which readers load by a click; then neither `fileHash` nor `url` is set. */
        embed: z
          .object({ provider: z.enum(['youtube', 'vimeo']), id: z.string() })
          .nullable()
          .default(null),
      })
      .nullable(),
  }),
  participants: z.array(
    personSchema.extend({ part: z.enum(['interviewer', 'interviewee', 'moderator', 'guest', 'audience']) }),
  ),
  turns: z.array(snapshotTurnSchema),
  /** In the order of the words; claims made elsewhere last. */
  claims: z.array(snapshotClaimSchema),
  background: z.array(z.object({ turn: z.number().int().min(0), title: z.string(), html: z.string() })),
  /** Where a long interview is cut: the turn that a chapter begins with, in order. */
  chapters: z.array(z.object({ turn: z.number().int().min(0), title: z.string() })).default([]),
  /** Newest first. */
  changes: z.array(publicChangeSchema),
})
export type PageSnapshot = z.infer<typeof pageSnapshotSchema>

/** What remains of a page that was taken down: its address, the notice, and nothing of what it said. */
export const takedownSnapshotSchema = z.object({
  v: z.literal(1),
  kind: z.literal('takedown'),
  number: z.number().int().min(1),
  slug: z.string(),
  notice: z.string(),
  takenDownAt: moment,
  site: z.object({ name: z.string(), timeZone: z.string() }),
})
export type TakedownSnapshot = z.infer<typeof takedownSnapshotSchema>

export const snapshotSchema = z.discriminatedUnion('kind', [pageSnapshotSchema, takedownSnapshotSchema])
export type Snapshot = z.infer<typeof snapshotSchema>
