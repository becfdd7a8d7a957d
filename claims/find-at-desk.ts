import 'server-only'
import type { FoundAtDesk } from '@/claims/views'
import { db } from '@/platform/db'
import { likeText } from '@/platform/like'

const MOST = 6

/**
 * Interviews, and claims that were not dropped, whose title, sentence or quote holds the words as typed; a number also
 * finds the claims with that number. The latest first, at most six of each; none for no words.
 */
export async function findAtDesk(words: string): Promise<FoundAtDesk[]> {
  if (words === '') return []
  const holds = { contains: likeText(words), mode: 'insensitive' } as const
  const number = /^#?(\d{1,6})$/.exec(words)?.[1]
  const [interviews, claims] = await Promise.all([
    db().interview.findMany({
      where: { title: holds },
      select: { id: true, title: true },
      orderBy: { createdAt: 'desc' },
      take: MOST,
    }),
    db().claim.findMany({
      where: {
        status: { not: 'dropped' },
        OR: [
          { claimReviewed: holds },
          { quote: holds },
          ...(number === undefined ? [] : [{ number: Number(number) }]),
        ],
      },
      select: { number: true, quote: true, claimReviewed: true, interviewId: true },
      orderBy: { updatedAt: 'desc' },
      take: MOST,
    }),
  ])
  return [
    ...interviews.map(({ id, title }) => ({ href: `/desk/interviews/${id}`, title, kind: 'Interview' })),
    ...claims.map(({ number: of, quote, claimReviewed, interviewId }) => ({
      href: `/desk/interviews/${interviewId}#claim-${of}`,
      title: claimReviewed || `“${quote}”`,
      kind: `Claim ${of}`,
    })),
  ]
}
