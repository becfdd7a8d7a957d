import 'server-only'
import type { AuditDraft, AuditJson } from '@/platform/audit'
import type { Prisma, Tx } from '@/platform/db'
import { cardOf } from '@/publishing/card'
import { strongest } from '@/publishing/compare'
import { keepPublic } from '@/publishing/keep-public'
import { stopWaitingPlan } from '@/publishing/plan/store'
import type { ChangeNote } from '@/publishing/schema'
import { hashOf } from '@/publishing/snapshot-hash'
import type { Snapshot } from '@/publishing/snapshot-schema'

/** A document that goes out now. `by` is the member whose decision it was. */
export type Outgoing = {
  interviewId: string
  snapshot: Snapshot
  changes: readonly ChangeNote[]
  by: string | null
  at: Date
}

/**
 * Stores a document as the interview's newest publication, with what readers are told of it: the one way in which anything
 * becomes public or stops being so. The interview is locked by the caller (`bumpRevision`). A plan that still waits was made
 * for what stood before, and is stopped.
 * @returns what an audit row says of it, and the rows of what it stopped.
 */
export async function storePublication(
  tx: Tx,
  { interviewId, snapshot, changes, by, at }: Outgoing,
): Promise<{ told: { [key: string]: AuditJson }; stopped: AuditDraft[] }> {
  const { number } = snapshot
  const kind = kindOf(snapshot, changes)
  const publication = await tx.publication.create({
    data: {
      interviewId,
      number,
      kind,
      slug: snapshot.kind === 'page' ? snapshot.interview.slug : snapshot.slug,
      snapshot,
      card: snapshot.kind === 'page' ? cardOf(snapshot) : {},
      snapshotHash: hashOf(snapshot),
      publishedById: by,
      publishedAt: at,
    },
  })
  await tx.publicChange.createMany({
    data: changes.map((note) => ({ ...note, interviewId, publicationId: publication.id, at })),
  })
  await keepPublic(tx, publication, snapshot)
  const reason =
    kind === 'takedown' ? 'The page was taken down.' : `Publication ${number} went out in the meantime.`
  return {
    stopped: await stopWaitingPlan(tx, interviewId, { reason, at, by }),
    told: {
      number,
      kind,
      claims: snapshot.kind === 'page' ? snapshot.claims.map((claim) => claim.number) : [],
      changes: changes.map(({ kind, wrong = '', note, claimNumber }) => ({ kind, wrong, note, claimNumber })),
      snapshotHash: publication.snapshotHash,
    },
  }
}

function kindOf(
  snapshot: Snapshot,
  changes: readonly ChangeNote[],
): Prisma.PublicationUncheckedCreateInput['kind'] {
  if (snapshot.kind === 'takedown') return 'takedown'
  return snapshot.number === 1 ? 'first' : strongest(changes.map((note) => note.kind))
}
