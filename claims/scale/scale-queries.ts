import 'server-only'
import type { ScaleVerdict } from '@/claims/scale/scale-views'
import { db, type Reader } from '@/platform/db'

/** The whole scale in its order, retired verdicts included. */
export async function readScale(reader: Reader = db()): Promise<ScaleVerdict[]> {
  const [rows, approved] = await Promise.all([
    reader.verdict.findMany({
      orderBy: { position: 'asc' },
      include: { _count: { select: { claims: true, opinions: true } } },
    }),
    reader.$queryRaw<{ key: string }[]>`
      SELECT DISTINCT "content" #>> '{verdict,key}' AS "key" FROM "ClaimApproval"`,
  ])
  const everApproved = new Set(approved.map(({ key }) => key))
  return rows.map(({ retiredAt, position: _position, _count, ...verdict }) => ({
    ...verdict,
    retired: retiredAt !== null,
    claims: _count.claims,
    used: _count.claims > 0 || _count.opinions > 0 || everApproved.has(verdict.key),
  }))
}
