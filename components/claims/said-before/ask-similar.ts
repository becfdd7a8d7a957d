import type { SaidHere, SimilarClaims } from '@/claims/similar/views'

/** What is asked about (claims/similar/schema.ts); `text` null for the words of the claim as they are stored. */
export type SimilarQuestion = {
  interviewId: string
  claimId: string | null
  turnId: string | null
  text: string | null
}

/** Letters that an address carries: those of Chinese take nine of it each. */
const CARRIED = 700

/** Earlier claims like these words; null where the server was not reached or the question was overtaken. */
export function askSimilar(question: SimilarQuestion, signal: AbortSignal): Promise<SimilarClaims | null> {
  const query = new URLSearchParams({ interviewId: question.interviewId })
  if (question.claimId) query.set('claimId', question.claimId)
  if (question.turnId) query.set('turnId', question.turnId)
  if (question.text !== null) query.set('text', Array.from(question.text).slice(0, CARRIED).join(''))
  return ask(`/api/claims/similar?${query}`, signal)
}

/** Everywhere that the same was said; null as above. */
export function askSaid(claimId: string, signal: AbortSignal): Promise<SaidHere[] | null> {
  return ask(`/api/claims/${claimId}/said`, signal)
}

async function ask<Answer>(address: string, signal: AbortSignal): Promise<Answer | null> {
  try {
    const response = await fetch(address, { signal })
    if (!response.ok) return null
    const answer: Answer = await response.json()
    return answer
  } catch {
    return null // no connection, or overtaken: nobody waits for this
  }
}
