import { API } from '@/publishing/api/addresses'
import { nextAddress } from '@/publishing/api/cursor'
import { pageOf, placeIn } from '@/publishing/api/list-page'
import { listInterviews } from '@/publishing/api/operations'
import { summaryFrom } from '@/publishing/api/present'
import { cardsAfter } from '@/publishing/api/read'
import { preflight, publicApi } from '../_answer/answer'

export const GET = publicApi(listInterviews, async ({ query, origin }) => {
  const { shown, last } = pageOf(await cardsAfter(placeIn(query.cursor), query.limit + 1), query.limit)
  const next = nextAddress(origin, `${API}/interviews`, query, last)
  return { value: { items: shown.map(({ card }) => summaryFrom(card, origin)), next }, next }
})

export const OPTIONS = preflight
