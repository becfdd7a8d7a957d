import 'server-only'
import type { Actor } from '@/newsroom/roles'
import { now } from '@/platform/clock'
import { command } from '@/platform/command'
import type { Tx } from '@/platform/db'
import { Conflict, Invalid } from '@/platform/errors'
import { buildSnapshot } from '@/publishing/build-snapshot'
import { cardOf } from '@/publishing/card'
import { compareClaims, strongest, untold } from '@/publishing/compare'
import type { Draft } from '@/publishing/draft'
import { keepAppearances } from '@/publishing/keep-appearances'
import { loadDraft } from '@/publishing/load-draft'
import { canPublish } from '@/publishing/policy'
import { readiness } from '@/publishing/readiness'
import { type ChangeNote, publishSchema } from '@/publishing/schema'
import { hashOf } from '@/publishing/snapshot-hash'
import { type PageSnapshot, pageSnapshotSchema } from '@/publishing/snapshot-schema'
import { bumpRevision } from '@/transcripts/store'

/**
 * Publishes an interview, or publishes it again. Readiness is asked once more under the interview's lock, so nothing can
 * change between the check and the page.
 * @throws Conflict where the desk changed since the publisher looked; Invalid where something is missing or readers
 * would not be told of a change.
 */
export const publishInterview = command({
  input: publishSchema,
  load: async (tx, input) => {
    // The lock comes first; the draft is read as it stood before our own revision.
    await bumpRevision(tx, input.interviewId)
    return loadDraft(tx, input.interviewId)
  },
  allow: (actor: Actor) => canPublish(actor),
  run: async (tx, { actor, input, loaded: draft }) => {
    if (draft.revision - 1 !== input.revision)
      throw new Conflict(
        'The desk changed this interview while you were looking. Look at the list again, then publish.',
      )
    const publishedAt = now()
    const snapshot = decide(draft, publishedAt.toISOString(), input.changes)
    const kind = draft.lastNumber === 0 ? 'first' : strongest(input.changes.map((note) => note.kind))
    const publication = await tx.publication.create({
      data: {
        interviewId: input.interviewId,
        number: snapshot.number,
        kind,
        slug: snapshot.interview.slug,
        snapshot,
        card: cardOf(snapshot),
        snapshotHash: hashOf(snapshot),
        publishedById: actor.id,
        publishedAt,
      },
    })
    await tellReaders(tx, input.interviewId, publication.id, publishedAt, input.changes)
    await keepAppearances(tx, publication, snapshot)
    const claims = snapshot.claims.map((claim) => claim.number)
    return {
      value: { slug: snapshot.interview.slug, number: snapshot.number },
      audit: [
        {
          action: 'interview.published',
          subject: `“${snapshot.interview.title}”, publication ${snapshot.number}`,
          interviewId: input.interviewId,
          after: {
            number: snapshot.number,
            kind,
            claims,
            changes: input.changes,
            snapshotHash: publication.snapshotHash,
          },
        },
      ],
    }
  },
})

/** The document, if everything that readers are owed is there. @throws Invalid */
function decide(draft: Draft, publishedAt: string, notes: readonly ChangeNote[]): PageSnapshot {
  const blockers = readiness(draft, publishedAt).filter((item) => item.level === 'blocker')
  if (blockers[0])
    throw new Invalid(blockers[0].message, { readiness: blockers.map((item) => item.message).join(' ') })
  const snapshot = pageSnapshotSchema.parse(buildSnapshot(draft, publishedAt, notes))
  if (draft.lastPage) {
    requireKnownClaims([...draft.lastPage.claims, ...snapshot.claims], notes)
    const missing = untold(compareClaims(draft.lastPage, snapshot), notes)
    if (missing[0])
      throw new Invalid(
        missing[0].message,
        Object.fromEntries(missing.map(({ number, message }) => [`changes.claim-${number}`, message])),
      )
  } else if (notes.length > 0) throw new Invalid('Changes are told from the second publication on.')
  return snapshot
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

async function tellReaders(
  tx: Tx,
  interviewId: string,
  publicationId: string,
  at: Date,
  notes: readonly ChangeNote[],
): Promise<void> {
  await tx.publicChange.createMany({
    data: notes.map((note) => ({ ...note, interviewId, publicationId, at })),
  })
}
