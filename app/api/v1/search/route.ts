import { RateLimited } from '@/platform/errors'
import { API } from '@/publishing/api/addresses'
import { nextAddress } from '@/publishing/api/list-page'
import { wrongCursor } from '@/publishing/api/name-cursor'
import { searchPublished } from '@/publishing/api/operations'
import { foundFrom } from '@/publishing/api/present-found'
import { tidyQuestion } from '@/publishing/search/asked'
import { search, searchIsFull } from '@/publishing/search/search'
import { readResultCursor } from '@/publishing/search/search-cursor'
import { preflight, publicApi } from '../_answer/answer'

export const GET = publicApi(searchPublished, async ({ query, origin }) => {
  const { limit, cursor = null, ...filter } = query
  if (cursor !== null && !readResultCursor(cursor)) throw wrongCursor()
  if (searchIsFull()) throw new RateLimited('Many searches wait already. Ask again in a moment.', 5)
  const asked = { ...filter, q: tidyQuestion(filter.q) }
  const { results, older, instead, tooCommon, claims, said } = await search(asked, { after: cursor, limit })
  const next = nextAddress(origin, `${API}/search`, query, older)
  const items = results.map((found) => foundFrom(found, origin))
  return { value: { items, next, instead, tooCommon, claims, said }, next }
})

export const OPTIONS = preflight
