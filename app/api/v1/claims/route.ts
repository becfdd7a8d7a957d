import { API } from '@/publishing/api/addresses'
import { nextAddress } from '@/publishing/api/cursor'
import { pageOf, placeIn } from '@/publishing/api/list-page'
import { listClaims } from '@/publishing/api/operations'
import { claimFrom } from '@/publishing/api/present'
import { claimsAfter } from '@/publishing/api/read'
import { preflight, publicApi } from '../_answer/answer'

export const GET = publicApi(listClaims, async ({ query, origin }) => {
  const rows = await claimsAfter(query, placeIn(query.cursor), query.limit + 1)
  const { shown, last } = pageOf(rows, query.limit)
  const next = nextAddress(origin, `${API}/claims`, query, last)
  return { value: { items: shown.map((row) => claimFrom(row.claim, row, origin)), next }, next }
})

export const OPTIONS = preflight
