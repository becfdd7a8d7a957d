import { route } from '@/app/_boundary/route'
import { askingAs, matchingClaims } from '@/claims/queue/queries'
import { readFilter } from '@/claims/queue/queue-filter'

/** Ids of all that a filter of the queue holds, in its order, as many as one change may take. */
export const GET = route(
  async ({ actor, url }) => ({
    ids: await matchingClaims(readFilter(Object.fromEntries(url.searchParams)), await askingAs(actor)),
  }),
  { maxBytes: 0 },
)
