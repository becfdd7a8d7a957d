import { type ListFilter, readListFilter, withQuery } from '@/publishing/list-filter'
import { tidyQuestion } from '@/publishing/search/asked'

export const KINDS = ['claim', 'said'] as const
/** A checked claim, or a turn of a transcript. */
export type Kind = (typeof KINDS)[number]
export const SORTS = ['relevance', 'newest'] as const
export type Sort = (typeof SORTS)[number]

/** What a reader asks of the search; all of it stands in the address. Days are ISO 8601. */
export type SearchFilter = ListFilter & {
  q: string
  kind?: Kind | undefined
  from?: string | undefined
  to?: string | undefined
  sort: Sort
}

/** Reads the question from an address's query; what is none of ours is left out. */
export function readSearchFilter(query: URLSearchParams): SearchFilter {
  return {
    ...readListFilter(query),
    q: tidyQuestion(query.get('q') ?? ''),
    kind: KINDS.find((one) => one === query.get('kind')),
    from: dayIn(query.get('from')),
    to: dayIn(query.get('to')),
    sort: SORTS.find((one) => one === query.get('sort')) ?? 'relevance',
  }
}

/** The address that asks the same. */
export function searchPath({ sort, ...filter }: SearchFilter, after?: string | null): string {
  return withQuery('/search', { ...filter, sort: sort === 'relevance' ? undefined : sort, after })
}

/** True where the question is narrowed by more than its words. */
export function searchNarrows({ q: _q, sort: _sort, ...rest }: SearchFilter): boolean {
  return Object.values(rest).some(Boolean)
}

function dayIn(text: string | null): string | undefined {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text ?? '')
  if (!found || !text) return undefined
  if (text < '0001') return undefined // PostgreSQL has no year 0
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : undefined
}
