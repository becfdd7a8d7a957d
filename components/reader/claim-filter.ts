/**
 * Which claims a reader wants to see, as it stands in the page's address: `?verdict=false&speaker=…&topic=…&challenged=…`. The page's
 * bytes are the same whatever it says; the page's own script hides what does not match.
 */

export const FILTER_KEYS = ['verdict', 'speaker', 'topic', 'challenged'] as const
export type FilterKey = (typeof FILTER_KEYS)[number]
/** What is asked for; a key that is absent asks for nothing. */
export type ClaimFilter = Partial<Record<FilterKey, string>>

/** What a claim is, as its note says in the page; `topic` may be several. */
export type ClaimFacts = Record<Exclude<FilterKey, 'topic'>, string> & { topic: readonly string[] }

/** The filter of an address's query; empty values ask for nothing. */
export function filterFrom(query: string): ClaimFilter {
  const asked = new URLSearchParams(query)
  const filter: ClaimFilter = {}
  for (const key of FILTER_KEYS) {
    const value = asked.get(key)
    if (value) filter[key] = value
  }
  return filter
}

/** The query with this filter and everything else that stood in it; empty, or with its question mark. */
export function queryWith(query: string, filter: ClaimFilter): string {
  const params = new URLSearchParams(query)
  for (const key of FILTER_KEYS) {
    const value = filter[key]
    if (value) params.set(key, value)
    else params.delete(key)
  }
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

export function isFiltering(filter: ClaimFilter): boolean {
  return FILTER_KEYS.some((key) => filter[key])
}

/** Whether a claim is among those asked for. */
export function matches(filter: ClaimFilter, facts: ClaimFacts): boolean {
  return FILTER_KEYS.every((key) => {
    const wanted = filter[key]
    if (!wanted) return true
    if (key === 'topic') return facts.topic.includes(wanted)
    return facts[key] === wanted
  })
}

/** "7 of 37 claims shown"; "All 37 claims shown" where nothing is left out. */
export function shownInWords(shown: number, all: number): string {
  if (shown === all) return all === 1 ? '1 claim shown' : `All ${all} claims shown`
  return `${shown} of ${all} claims shown`
}
