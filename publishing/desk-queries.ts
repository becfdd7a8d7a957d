import 'server-only'
import type { Actor } from '@/newsroom/roles'
import { now } from '@/platform/clock'
import { db } from '@/platform/db'
import { buildSnapshot } from '@/publishing/build-snapshot'
import { compareClaims } from '@/publishing/compare'
import { loadDraft } from '@/publishing/load-draft'
import { canPublish, canTakeDown } from '@/publishing/policy'
import { readiness } from '@/publishing/readiness'
import type { PageSnapshot } from '@/publishing/snapshot-schema'
import type { PublishView } from '@/publishing/views'

/** What would be published now, what stands in the way, and what was published before. @throws NotFound */
export async function publishView(actor: Actor, interviewId: string): Promise<PublishView> {
  const draft = await loadDraft(db(), interviewId)
  const at = now().toISOString()
  const next = buildSnapshot(draft, at, [])
  const publications = await db().publication.findMany({
    where: { interviewId },
    orderBy: { number: 'desc' },
    select: { number: true, kind: true, publishedAt: true, publishedBy: { select: { name: true } } },
  })
  const published = draft.lastNumber > 0 && !draft.takenDown
  return {
    interviewId,
    title: draft.interview.title,
    slug: draft.interview.slug,
    revision: draft.revision,
    items: readiness(draft, at),
    claims: next.claims.map(({ number, claimReviewed, verdict }) => ({
      number,
      claimReviewed,
      verdict: verdict.label,
    })),
    differences: draft.lastPage ? compareClaims(draft.lastPage, next) : [],
    state: published ? 'published' : draft.takenDown ? 'taken-down' : 'unpublished',
    publications: publications.map((row) => ({
      number: row.number,
      kind: row.kind,
      at: row.publishedAt.toISOString(),
      by: row.publishedBy?.name ?? 'Claimline',
    })),
    abilities: { publish: canPublish(actor), takeDown: canTakeDown(actor, { published }) },
  }
}

/** The page as it would be published now, for a member's eyes. @throws NotFound */
export async function previewSnapshot(interviewId: string): Promise<PageSnapshot> {
  return buildSnapshot(await loadDraft(db(), interviewId), now().toISOString(), [])
}
