import { z } from 'zod'
import type { PageSnapshot } from '@/publishing/snapshot-schema'

/** One place in which a check is shown to readers: made of a publication's own document, so of nothing that is not public. */
export const appearanceSchema = z.object({
  slug: z.string(),
  /** The claim's number on that page. */
  number: z.number().int().min(1),
  title: z.string(),
  /** Day on which it was said, where that is known. */
  on: z.iso.date().nullable(),
  speaker: z.string(),
  quote: z.string(),
  /** Second and turn in the published transcript; null for a claim made elsewhere, or where it has no time. */
  startMs: z.number().int().min(0).nullable(),
  turn: z.number().int().min(0).nullable(),
  /** Where it was made, if not in the interview. */
  elsewhere: z.object({ title: z.string(), url: z.string() }).nullable(),
})
export type Appearance = z.infer<typeof appearanceSchema>

/** Everywhere that the claims of a page were said, by the claim's number, in order of days; only of those said more than once. */
export type SaidAgain = ReadonlyMap<number, readonly Appearance[]>

/** The places in which this page shows checks that may be shared, by check. */
export function appearancesOf(
  page: PageSnapshot,
): { checkId: string; number: number; appearance: Appearance }[] {
  const { slug, title, happenedOn } = page.interview
  return page.claims.flatMap(({ checkId, number, speaker, quote, startMs, place, appearance: made }) =>
    checkId === null
      ? []
      : [
          {
            checkId,
            number,
            appearance: {
              slug,
              number,
              title,
              on: made ? made.on : happenedOn,
              speaker: speaker.name,
              quote,
              startMs: place ? startMs : null,
              turn: place?.firstTurn ?? null,
              elsewhere: made ? { title: made.title, url: made.url } : null,
            },
          },
        ],
  )
}

/** By day, unknown days last; then by page and by number, so that the same claims always stand in one order. */
export function inOrderOfDays(a: Appearance, b: Appearance): number {
  return (a.on ?? '9999').localeCompare(b.on ?? '9999') || a.slug.localeCompare(b.slug) || a.number - b.number
}
