import 'server-only'
import type { WaitingClaim } from '@/claims/views'
import { db } from '@/platform/db'
import { NotFound } from '@/platform/errors'

/** The claims of an interview that wait to be anchored again. @throws NotFound */
export async function waitingClaims(interviewId: string): Promise<WaitingClaim[]> {
  const reader = db()
  if ((await reader.interview.count({ where: { id: interviewId } })) === 0)
    throw new NotFound('There is no such interview.')
  const claims = await reader.claim.findMany({
    where: { interviewId, needsAnchor: true },
    orderBy: { number: 'asc' },
  })
  return claims.map(({ id, number, quote, prefix, suffix, startMs }) => ({
    claimId: id,
    number,
    quote,
    prefix,
    suffix,
    startMs,
    proposals: [],
  }))
}
