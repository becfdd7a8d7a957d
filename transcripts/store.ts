import 'server-only'
import type { Tx } from '@/platform/db'
import { NotFound } from '@/platform/errors'

/**
 * Raises the interview's revision by one and returns the new one. The row stays locked until the transaction ends, so
 * changes to one interview happen one after another and a revision is never given twice.
 * @throws NotFound if there is no such interview.
 */
export async function bumpRevision(tx: Tx, interviewId: string): Promise<number> {
  const rows = await tx.$queryRaw<{ revision: number }[]>`
    UPDATE "Interview" SET "revision" = "revision" + 1 WHERE "id" = ${interviewId}::uuid RETURNING "revision"`
  const row = rows[0]
  if (!row) throw new NotFound('There is no such interview. It may have been removed.')
  return row.revision
}
