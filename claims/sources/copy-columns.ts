import 'server-only'
import { z } from 'zod'
import type { Tx } from '@/platform/db'

/** A source as the trail keeps it when it is removed. */
const removedSchema = z.object({
  id: z.uuid(),
  copyHash: z.string(),
  copy: z.object({
    name: z.string(),
    mime: z.string(),
    bytes: z.number(),
    at: z.iso.datetime(),
    url: z.string().nullable(),
  }),
})

/** The columns of the copy that a removed source of this claim had; none where it had none, or is asked for by nobody. */
export async function copyOfRemoved(tx: Tx, claimId: string, removedId: string | null) {
  if (!removedId) return {}
  const entry = await tx.auditEntry.findFirst({
    where: { claimId, action: 'evidence.removed', before: { path: ['id'], equals: removedId } },
    orderBy: { id: 'desc' },
    select: { before: true },
  })
  const removed = removedSchema.safeParse(entry?.before)
  if (!removed.success) return {}
  const { copy, copyHash } = removed.data
  return {
    copyHash,
    copyName: copy.name,
    copyMime: copy.mime,
    copyBytes: copy.bytes,
    copyAt: new Date(copy.at),
    copyUrl: copy.url,
  }
}
