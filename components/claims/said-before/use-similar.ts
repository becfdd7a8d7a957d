import { useEffect, useState } from 'react'
import type { SimilarClaim, SimilarClaims } from '@/claims/similar/views'
import { askSimilar, type SimilarQuestion } from '@/components/claims/said-before/ask-similar'

/** How long nothing may change before the server is asked: also the most often that it is. */
const PAUSE_MS = 500

/**
 * Earlier claims like what is selected, worded or open. Asked once typing rests; a question that was overtaken is given up, and
 * what was found stays in sight until there is a newer answer. Null where nothing was asked or answered yet.
 */
export function useSimilar(question: SimilarQuestion | null): SimilarClaims | null {
  const [found, setFound] = useState<{ key: string; claims: SimilarClaims } | null>(null)
  // What is asked is new at each rendering; only its words make it another question.
  const key = question === null ? '' : JSON.stringify(question)
  const about = question === null ? '' : `${question.interviewId} ${question.claimId ?? ''}`
  useEffect(() => {
    if (key === '') return
    const asked: SimilarQuestion = JSON.parse(key)
    const overtaken = new AbortController()
    const timer = setTimeout(async () => {
      const claims = await askSimilar(asked, overtaken.signal)
      if (claims) setFound({ key: about, claims })
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      overtaken.abort()
    }
  }, [key, about])
  return question !== null && found?.key === about ? found.claims : null
}

/** All that was found, the same person's first. */
export function allOf(found: SimilarClaims | null): SimilarClaim[] {
  return found ? [...found.samePerson, ...found.others] : []
}
