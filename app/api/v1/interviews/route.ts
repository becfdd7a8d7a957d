import { API } from '@/publishing/api/addresses'
import { nextAddress, pageOf } from '@/publishing/api/list-page'
import { listInterviews } from '@/publishing/api/operations'
import { summaryFrom } from '@/publishing/api/present'
import { cardsAfter } from '@/publishing/api/read'
import { preflight, publicApi } from '../_answer/answer'

export const GET = publicApi(listInterviews, async ({ query, origin }) => {
  const { shown, older } = pageOf(await cardsAfter(query.cursor, query.limit + 1), query.limit)
  const next = nextAddress(origin, `${API}/interviews`, query, older)
  return { value: { items: shown.map(({ card }) => summaryFrom(card, origin)), next }, next }
})

export const OPTIONS = preflight
