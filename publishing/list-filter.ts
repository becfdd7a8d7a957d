import { type Challenge, challengeSchema } from '@/claims/words-of-the-trade'
import { mayBeSlug } from '@/publishing/asked-slug'

/** What readers narrow lists of claims by; all of it stands in the address. Slugs and keys are as publications spell them. */
export type ListFilter = {
  verdict?: string | undefined
  person?: string | undefined
  topic?: string | undefined
  challenged?: Challenge | undefined
}

function slugIn(text: string | null): string | undefined {
  return text && mayBeSlug(text) ? text : undefined
}

/** Reads the filter from an address's query; what is none of ours is left out. */
export function readListFilter(query: URLSearchParams): ListFilter {
  const challenged = query.get('challenged')
  return {
    verdict: slugIn(query.get('verdict')),
    person: slugIn(query.get('person')),
    topic: slugIn(query.get('topic')),
    challenged: challengeSchema.options.find((one) => one === challenged),
  }
}

/** An address with its query, in one order, so that the same list has one address. Empty values are left out. */
export function withQuery(path: string, query: Record<string, string | null | undefined>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`
}

/** True where anything is narrowed. */
export function narrows({ verdict, person, topic, challenged }: ListFilter): boolean {
  return Boolean(verdict || person || topic || challenged)
}
