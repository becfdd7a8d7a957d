import 'server-only'
import type { Actor } from '@/newsroom/roles'
import { now } from '@/platform/clock'
import { db } from '@/platform/db'
import { NotFound } from '@/platform/errors'
import { buildSnapshot } from '@/publishing/build-snapshot'
import { compareClaims } from '@/publishing/compare'
import { diffPages } from '@/publishing/diff/diff-pages'
import type { DiffView, Side } from '@/publishing/diff/diff-view'
import type { Draft } from '@/publishing/draft'
import { earlierPage } from '@/publishing/earlier-page'
import { loadDraft } from '@/publishing/load-draft'
import { canPublish } from '@/publishing/policy'
import { earlierAsNext, standsAlready, warningsOf } from '@/publishing/roll-forward'
import type { PageSnapshot } from '@/publishing/snapshot-schema'

/**
 * Two publications of an interview word by word, or one and what is at the desk.
 * @throws NotFound where there is no such interview or one of the two is no page.
 */
export async function diffView(
  actor: Actor,
  interviewId: string,
  { before, after }: { before: Side; after: Side },
): Promise<DiffView> {
  const draft = await loadDraft(db(), interviewId)
  const at = now().toISOString()
  const [old, young] = [
    await sideOf(interviewId, before, draft, at),
    await sideOf(interviewId, after, draft, at),
  ]
  const publications = await db().publication.findMany({
    where: { interviewId, kind: { not: 'takedown' } },
    orderBy: { number: 'desc' },
    select: { number: true, kind: true, publishedAt: true, publishedBy: { select: { name: true } } },
  })
  return {
    interviewId,
    title: draft.interview.title,
    slug: draft.interview.slug,
    revision: draft.revision,
    timeZone: draft.site.timeZone,
    before,
    after,
    publications: publications.map(({ number, kind, publishedAt, publishedBy }) => ({
      number,
      kind,
      at: publishedAt.toISOString(),
      by: publishedBy?.name ?? 'Claimline',
    })),
    diff: diffPages(old, young),
    restore: after === 'desk' || standsAlready(draft, young) ? null : restoreOf(actor, draft, young, at),
  }
}

async function sideOf(interviewId: string, side: Side, draft: Draft, at: string): Promise<PageSnapshot> {
  if (side === 'desk') return buildSnapshot(draft, at, [])
  // Read already: a page of five hours is megabytes.
  const page = draft.lastPage?.number === side ? draft.lastPage : await earlierPage(db(), interviewId, side)
  if (!page) throw new NotFound('No page was published under this number.')
  return page
}

function restoreOf(actor: Actor, draft: Draft, earlier: PageSnapshot, at: string): DiffView['restore'] {
  const next = earlierAsNext(draft, earlier, at, [])
  return {
    number: earlier.number,
    differences: draft.lastPage ? compareClaims(draft.lastPage, next) : [],
    warnings: warningsOf(draft, earlier),
    decision: canPublish(actor),
  }
}
