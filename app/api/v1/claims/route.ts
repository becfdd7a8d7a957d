import { API } from '@/publishing/api/addresses'
import { nextAddress, pageOf } from '@/publishing/api/list-page'
import { listClaims } from '@/publishing/api/operations'
import { claimFrom } from '@/publishing/api/present'
import { claimsAfter } from '@/publishing/api/read'
import { preflight, publicApi } from '../_answer/answer'

export const GET = publicApi(listClaims, async ({ query, origin }) => {
  const rows = await claimsAfter(query, query.cursor, query.limit + 1)
  const { shown, older } = pageOf(rows, query.limit)
  const next = nextAddress(origin, `${API}/claims`, query, older)
  return { value: { items: shown.map((row) => claimFrom(row.claim, row, origin)), next }, next }
})

export const OPTIONS = preflight
