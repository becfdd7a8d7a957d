import 'server-only'
import type { QueueClaim, QueueColumns } from '@/claims/queue/plan-change'
import { lockFamilies, touchFamily } from '@/claims/repeat/family'
import { recordContentChange, topicIds } from '@/claims/store'
import type { Tx } from '@/platform/db'
import { NotFound } from '@/platform/errors'

/** How the changes of many claims read and write. */

/**
 * The claims in the order asked for. The interviews of all that share their checks are locked first, in the order of ids, as for
 * a change of one claim: changes that share interviews stand in a line and never wait for one another.
 * @throws NotFound where there is none of them.
 */
export async function loadForChange(tx: Tx, claimIds: readonly string[]): Promise<QueueClaim[]> {
  const ids = [...new Set(claimIds)]
  await lockFamilies(tx, ids)
  const rows = await tx.claim.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      interviewId: true,
      number: true,
      revision: true,
      claimReviewed: true,
      quote: true,
      repeatOfId: true,
      createdById: true,
      status: true,
      droppedFrom: true,
      handedBackAt: true,
      sentById: true,
      assigneeId: true,
      priority: true,
      dueAt: true,
      topics: { select: { topic: { select: { name: true } } } },
      contributors: { select: { memberId: true } },
    },
  })
  if (rows.length === 0) throw new NotFound('There are no such claims.')
  const found = new Map(
    rows.map(({ topics, contributors, ...claim }): [string, QueueClaim] => [
      claim.id,
      {
        ...claim,
        topics: topics.map(({ topic }) => topic.name).sort(),
        contributorIds: contributors.map(({ memberId }) => memberId),
      },
    ]),
  )
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** Ids of all who may be given work. */
export async function activeMembers(tx: Tx): Promise<Set<string>> {
  const rows = await tx.member.findMany({ where: { deactivatedAt: null }, select: { id: true } })
  return new Set(rows.map(({ id }) => id))
}

/** Titles by id. */
export async function interviewTitles(tx: Tx, claims: readonly QueueClaim[]): Promise<Map<string, string>> {
  const rows = await tx.interview.findMany({
    where: { id: { in: [...new Set(claims.map((claim) => claim.interviewId))] } },
    select: { id: true, title: true },
  })
  return new Map(rows.map((row) => [row.id, row.title]))
}

/** Each interview's revision rises once, whatever number of its claims are written. @returns the new ones by id. */
export async function raiseRevisions(
  tx: Tx,
  interviewIds: readonly string[],
): Promise<(interviewId: string) => number> {
  const rows = await tx.$queryRaw<{ id: string; revision: number }[]>`
    UPDATE "Interview" SET "revision" = "revision" + 1 WHERE "id" = ANY(${[...new Set(interviewIds)]}::text[]::uuid[])
    RETURNING "id", "revision"`
  const revisions = new Map(rows.map((row) => [row.id, row.revision]))
  return (interviewId) => {
    const revision = revisions.get(interviewId)
    if (revision === undefined) throw new NotFound('There is no such interview. It may have been removed.')
    return revision
  }
}

export type Write = { claim: QueueClaim; revision: number; columns: QueueColumns; topics?: string[] }

/** Writes them: topics claim by claim, as they are content; where a claim stands, in one statement for all alike. */
export async function writeClaims(tx: Tx, memberId: string, writes: readonly Write[]): Promise<void> {
  const alike = new Map<string, { ids: string[]; data: QueueColumns & { revision: number } }>()
  const ids = new Map<string, string>()
  // All of them at once, as their rows are locked in one order: claim by claim, two changes could each hold what the other wants.
  await topicIds(
    tx,
    writes.flatMap(({ topics }) => topics ?? []),
  )
  for (const { claim, revision, columns, topics } of writes) {
    if (topics) {
      const topicRows = []
      for (const name of topics) {
        const id = ids.get(name) ?? (await topicIds(tx, [name]))[0]
        if (id === undefined) continue
        ids.set(name, id)
        topicRows.push({ claimId: claim.id, topicId: id })
      }
      await tx.claimTopic.deleteMany({ where: { claimId: claim.id } })
      await tx.claimTopic.createMany({ data: topicRows, skipDuplicates: true })
      await recordContentChange(tx, { claim, revision, memberId }, columns)
      continue
    }
    const data = { ...columns, revision }
    const key = JSON.stringify(data)
    const group = alike.get(key) ?? { ids: [], data }
    group.ids.push(claim.id)
    alike.set(key, group)
  }
  for (const { ids: same, data } of alike.values())
    await tx.claim.updateMany({ where: { id: { in: same } }, data })
  await tellFamilies(tx, writes)
}

/** Where a claim stands decides whether its check holds for those that share it, and how often the same was said. */
async function tellFamilies(tx: Tx, writes: readonly Write[]): Promise<void> {
  const moved = new Map(
    writes.flatMap(({ claim, columns: { status } }) =>
      status === undefined ? [] : [[claim.id, [claim.status, status].includes('dropped')] as const],
    ),
  )
  if (moved.size === 0) return
  const sharing = await tx.claim.findMany({
    where: { id: { in: [...moved.keys()] }, OR: [{ repeatOfId: { not: null } }, { repeats: { some: {} } }] },
    select: { id: true },
  })
  for (const { id } of sharing) await touchFamily(tx, id, moved.get(id) ? 'all' : 'nobody')
}
