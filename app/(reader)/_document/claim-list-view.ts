import 'server-only'
import type { ClaimListView } from '@/components/reader/claim-list'
import { readCursor } from '@/publishing/cursor'
import type { ListFilter } from '@/publishing/list-filter'
import { publishedClaimCounts, publishedClaimsPage } from '@/publishing/published-claims'

const A_PAGE = 25

/** What an address's query asks of a list that begins with its newest; `key` is the same for all addresses that ask the same. */
export function placeIn(request: Request): {
  query: URLSearchParams
  after: string
  cursor: ReturnType<typeof readCursor>
} {
  const query = new URL(request.url).searchParams
  const cursor = readCursor(query.get('after'))
  return { query, cursor, after: cursor ? (query.get('after') ?? '') : '' }
}

/**
 * A page of claims with its counts.
 * @param own what the list is of by its address, e.g. one person; `filter` is what the reader narrows it to.
 */
export async function claimListView(
  path: string,
  {
    own,
    filter,
    cursor,
    timeZone,
  }: {
    own: ListFilter
    filter: ListFilter
    cursor: ReturnType<typeof readCursor>
    timeZone: string
  },
): Promise<ClaimListView> {
  const whole = { ...filter, ...own }
  const [{ rows, newer, older }, counts] = await Promise.all([
    publishedClaimsPage(whole, { cursor, limit: A_PAGE }),
    publishedClaimCounts(whole),
  ])
  return { path, filter, claims: rows, newer, older, counts, timeZone }
}
