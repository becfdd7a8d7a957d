import { Invalid } from '@/platform/errors'
import { requireTold } from '@/publishing/decide-page'
import type { Draft } from '@/publishing/draft'
import type { ChangeNote } from '@/publishing/schema'
import { type PageSnapshot, pageSnapshotSchema } from '@/publishing/snapshot-schema'

/**
 * The document of an earlier publication as the next one: its text, claims and files as they were, its number, moments and
 * site as they are now, and everything that readers were ever told.
 */
export function earlierAsNext(
  draft: Draft,
  earlier: PageSnapshot,
  publishedAt: string,
  notes: readonly ChangeNote[],
): PageSnapshot {
  const number = draft.lastNumber + 1
  return pageSnapshotSchema.parse({
    ...earlier,
    number,
    publishedAt,
    firstPublishedAt: draft.lastPage?.firstPublishedAt ?? earlier.firstPublishedAt,
    site: draft.site,
    interview: { ...earlier.interview, slug: draft.interview.slug },
    changes: [...notes.map((note) => ({ ...note, at: publishedAt, publication: number })), ...draft.changes],
  })
}

/**
 * The document, if it may go out. Readiness is not asked: this text was ready once, and what changed at the desk since is
 * what the editor was warned of.
 * @throws Invalid where it stands already, is under embargo, or readers would not be told enough.
 */
export function decideEarlier(
  draft: Draft,
  earlier: PageSnapshot,
  publishedAt: string,
  notes: readonly ChangeNote[],
): PageSnapshot {
  if (standsAlready(draft, earlier)) throw new Invalid('This is the text that readers see now.')
  if (draft.embargoUntil && draft.embargoUntil > publishedAt)
    throw new Invalid(`Under embargo until ${draft.embargoUntil}.`)
  const next = earlierAsNext(draft, earlier, publishedAt, notes)
  if (draft.lastPage) requireTold(draft.lastPage, next, notes)
  return next
}

/** True for the newest page, unless it was taken down. */
export function standsAlready(draft: Draft, earlier: PageSnapshot): boolean {
  return !draft.takenDown && draft.lastPage?.number === earlier.number
}

/** What an editor must know before an earlier text goes out again, each by name; empty where nothing speaks against it. */
export function warningsOf(draft: Draft, earlier: PageSnapshot): string[] {
  const claims = new Map(draft.claims.map((claim) => [claim.number, claim]))
  const shown = draft.takenDown ? new Set() : new Set(draft.lastPage?.claims.map(({ number }) => number))
  const ofClaims = earlier.claims.flatMap(({ number, claimReviewed }) => {
    const claim = claims.get(number)
    const name = `Claim ${number}, “${claimReviewed}”,`
    if (!claim || claim.status === 'dropped')
      return [`${name} was dropped at the desk since. Readers would see it again.`]
    if (claim.needsAnchor) return [`${name} waits at the desk: its words were corrected since.`]
    if (!shown.has(number) && !draft.takenDown)
      return [`${name} is not on the page now. Readers would see it again.`]
    return []
  })
  const turns = new Map(draft.turns.map((turn) => [turn.id, turn.text]))
  const other = earlier.turns.filter(({ id, text }) => turns.get(id) !== text).length
  return [
    ...ofClaims,
    ...(other === 0
      ? []
      : [
          `${other === 1 ? 'One turn of the transcript was' : `${other} turns of the transcript were`} corrected at the desk since. Readers would see the words from before.`,
        ]),
  ]
}
