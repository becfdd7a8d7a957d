import { randomUUID } from 'node:crypto'
import { deriveAnchor } from '@/claims/anchor'
import { db } from '@/platform/db'

/** Puts claims straight into the database, spread over an interview's turns, each worked out as far as a desk's usually is. */
export async function addClaims(interviewId: string, count: number): Promise<void> {
  const turns = await db().turn.findMany({
    where: { transcript: { interviewId } },
    orderBy: { position: 'asc' },
  })
  const verdicts = await db().verdict.findMany({ select: { key: true } })
  const { revision } = await db().interview.update({
    where: { id: interviewId },
    data: { nextClaimNumber: { increment: count }, revision: { increment: 1 } },
  })
  const data = Array.from({ length: count }, (_, index) => {
    const at = Math.floor((index * turns.length) / count)
    const turn = turns[at]
    if (!turn) throw new Error('The transcript has no turns.')
    const words = turn.text.split(' ').length
    const firstWord = (index * 7) % Math.max(1, words - 12)
    const selection = {
      firstTurnId: turn.id,
      firstWord,
      lastTurnId: turn.id,
      lastWord: Math.min(words - 1, firstWord + 11),
    }
    return {
      id: randomUUID(),
      interviewId,
      number: index + 1,
      revision,
      ...selection,
      ...deriveAnchor(turns.slice(Math.max(0, at - 1), at + 2), selection),
      claimReviewed: `Claim ${index + 1} in one sentence, as long as such a sentence usually is.`,
      verdictKey: verdicts[index % verdicts.length]?.key ?? null,
      explanation:
        'We looked for a source that bears this out and found two that speak to it, **neither** complete.',
    }
  })
  await db().claim.createMany({ data })
}
