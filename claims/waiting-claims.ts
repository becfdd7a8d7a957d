import 'server-only'
import { ProposalFinder } from '@/claims/propose-anchor'
import type { WaitingClaim } from '@/claims/views'
import { db } from '@/platform/db'
import { NotFound } from '@/platform/errors'

/** The claims of an interview that wait to be anchored again. @throws NotFound */
export async function waitingClaims(interviewId: string): Promise<WaitingClaim[]> {
  const reader = db()
  if ((await reader.interview.count({ where: { id: interviewId } })) === 0)
    throw new NotFound('There is no such interview.')
  const claims = await reader.claim.findMany({
    where: { interviewId, needsAnchor: true, status: { not: 'dropped' } },
    orderBy: { number: 'asc' },
  })
  if (claims.length === 0) return []
  const finder = new ProposalFinder(
    await reader.turn.findMany({
      where: { transcript: { interviewId } },
      orderBy: { position: 'asc' },
      select: { id: true, position: true, text: true, wordStarts: true, wordEnds: true },
    }),
  )
  return claims.map(({ id, number, quote, prefix, suffix, startMs, ...claim }) => {
    const { firstTurnId, firstWord, lastTurnId, lastWord } = claim
    const stands = firstTurnId !== null && firstWord !== null && lastTurnId !== null && lastWord !== null
    return {
      claimId: id,
      number,
      quote,
      prefix,
      suffix,
      startMs,
      proposals: stands
        ? finder.propose({ firstTurnId, firstWord, lastTurnId, lastWord, quote, prefix, suffix })
        : [],
    }
  })
}
