import { Invalid } from '@/platform/errors'
import { buildSnapshot } from '@/publishing/build-snapshot'
import { compareClaims, untold } from '@/publishing/compare'
import type { Draft } from '@/publishing/draft'
import { readiness } from '@/publishing/readiness'
import type { ChangeNote } from '@/publishing/schema'
import { type PageSnapshot, pageSnapshotSchema } from '@/publishing/snapshot-schema'

/**
 * The document that a publication at `publishedAt` (ISO 8601 in UTC) stores, if everything that readers are owed is there.
 * Publishing now and planning for later ask the same.
 * @throws Invalid where something is missing or readers would not be told of a change.
 */
export function decidePage(draft: Draft, publishedAt: string, notes: readonly ChangeNote[]): PageSnapshot {
  const blockers = readiness(draft, publishedAt).filter((item) => item.level === 'blocker')
  if (blockers[0])
    throw new Invalid(blockers[0].message, { readiness: blockers.map((item) => item.message).join(' ') })
  const snapshot = pageSnapshotSchema.parse(buildSnapshot(draft, publishedAt, notes))
  if (draft.lastPage) requireTold(draft.lastPage, snapshot, notes)
  else if (notes.length > 0) throw new Invalid('Changes are told from the second publication on.')
  return snapshot
}

/** Readers are told of everything that they are owed between two pages, and of nothing that is on neither. @throws Invalid */
export function requireTold(before: PageSnapshot, after: PageSnapshot, notes: readonly ChangeNote[]): void {
  requireKnownClaims([...before.claims, ...after.claims], notes)
  const missing = untold(compareClaims(before, after), notes)
  if (missing[0])
    throw new Invalid(
      missing[0].message,
      Object.fromEntries(missing.map(({ number, message }) => [`changes.claim-${number}`, message])),
    )
}

/** Readers are told of claims that they met or meet now: a note on any other number is a slip. @throws Invalid */
function requireKnownClaims(claims: PageSnapshot['claims'], notes: readonly ChangeNote[]): void {
  const known = new Set(claims.map((claim) => claim.number))
  const stray = notes.find((note) => note.claimNumber !== null && !known.has(note.claimNumber))
  if (stray)
    throw new Invalid(`There is no claim ${stray.claimNumber} on this page. Choose the claim that changed.`, {
      changes: 'Choose the claim that changed.',
    })
}
