import 'server-only'
import { challengeSchema } from '@/claims/words-of-the-trade'
import { db } from '@/platform/db'
import { questionOf, type Term, termsOf } from '@/publishing/search/asked'
import { Lanes } from '@/publishing/search/lanes'
import { type MarkedResult, markedResults, type ResultRow } from '@/publishing/search/marked-results'
import { readResultCursor, writeResultCursor } from '@/publishing/search/search-cursor'
import type { SearchFilter } from '@/publishing/search/search-filter'
import { respelt } from '@/publishing/search/spelling'
import { CANDIDATES, facetsQuery, resultsQuery, spellingsQuery } from '@/publishing/search/statements'
import { type Asking, askingOf, type Spelling } from '@/publishing/search/tsquery'

/** Search over everything that is published. Decision record 0036. */

/** How many; `more` where nobody counted on. */
export type Count = { count: number; more: boolean }
export type FacetCount = Count & { key: string; label: string; icon: string | null; colour: string | null }

export type SearchResults = {
  /** The question that was answered, where it is not the one that was asked: nothing says what was typed. */
  instead: string | null
  /** True where all of the question are words that every text says. */
  tooCommon: boolean
  results: MarkedResult[]
  claims: Count
  said: Count
  verdicts: FacetCount[]
  persons: FacetCount[]
  topics: FacetCount[]
  challenges: FacetCount[]
  older: string | null
}

const NOTHING: SearchResults = {
  instead: null,
  tooCommon: false,
  results: [],
  claims: { count: 0, more: false },
  said: { count: 0, more: false },
  verdicts: [],
  persons: [],
  topics: [],
  challenges: [],
  older: null,
}

/**
 * A page of results. The question's words have to be there all; where that finds nothing, words that nobody says are taken for
 * slips of the pen.
 * @param after cursor of the page before.
 */
export function search(
  filter: SearchFilter,
  page: { after?: string | null; limit: number },
): Promise<SearchResults> {
  return lanes.run(() => searchNow(filter, page))
}

const lanes = new Lanes(3, 60)

/** True while so many searches wait that another had better come back later. */
export const searchIsFull = () => lanes.full

async function searchNow(
  filter: SearchFilter,
  { after, limit }: { after?: string | null; limit: number },
): Promise<SearchResults> {
  const terms = termsOf(filter.q)
  const asking = await askingFor(terms)
  if (!asking.query) return { ...NOTHING, tooCommon: terms.some((term) => !term.not) && asking.known }
  const found = await answer(terms, asking, asking.query, filter, { after, limit })
  if (found.anything) return found.results
  const other = await respelt(terms, asking.each)
  const otherAsking = other && (await askingFor(other))
  if (!other || !otherAsking?.query) return found.results
  const second = await answer(other, otherAsking, otherAsking.query, filter, { after, limit })
  return second.anything ? { ...second.results, instead: questionOf(other) } : found.results
}

/** `known`: whether any interview is published whose dictionary could have been asked. */
async function askingFor(terms: readonly Term[]): Promise<Asking & { known: boolean }> {
  const spellings = await db().$queryRaw<Spelling[]>(spellingsQuery(terms))
  return { ...askingOf(terms, spellings), known: spellings.length > 0 }
}

type FacetRow = {
  facet: string
  key: string
  count: number
  label: string | null
  icon: string | null
  colour: string | null
}

async function answer(
  terms: readonly Term[],
  asking: Asking,
  query: string,
  filter: SearchFilter,
  { after, limit }: { after?: string | null | undefined; limit: number },
): Promise<{ results: SearchResults; anything: boolean }> {
  const key = readResultCursor(after)
  const [rows, facets] = await Promise.all([
    db().$queryRaw<ResultRow[]>(resultsQuery(query, filter, { after: key, limit: limit + 1 })),
    db().$queryRaw<FacetRow[]>(facetsQuery(query, filter)),
  ])
  const all = (kind: string) => facets.find((row) => row.facet === 'all' && row.key === kind)?.count ?? 0
  // Where not all was looked at, there may be more of everything.
  const [moreClaims, moreSaid] = [all('claim') >= CANDIDATES, all('said') >= CANDIDATES]
  const facet = (name: string, more: boolean): FacetCount[] =>
    facets.flatMap(({ facet: of, label, ...row }) =>
      of === name ? [{ ...row, label: label ?? row.key, more }] : [],
    )
  const last = rows.length > limit ? rows[limit - 1] : undefined
  const claims = rows[0]?.claims ?? 0
  const turns = rows[0]?.turns ?? 0
  return {
    anything: all('claim') + all('said') > 0,
    results: {
      ...NOTHING,
      results: await markedResults(rows.slice(0, limit), terms, asking.lexemes),
      claims: { count: claims, more: claims >= CANDIDATES },
      said: { count: turns, more: turns >= CANDIDATES },
      verdicts: facet('verdict', moreClaims),
      persons: facet('person', moreClaims || moreSaid),
      topics: facet('topic', moreClaims),
      challenges: facet('challenged', moreClaims).filter(
        ({ key: kind }) => challengeSchema.safeParse(kind).success,
      ),
      older: last ? writeResultCursor(last) : null,
    },
  }
}
