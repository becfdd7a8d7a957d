import { API, placesOf } from '@/publishing/api/addresses'
import { nextAddress, pageOf } from '@/publishing/api/list-page'
import { listChanges } from '@/publishing/api/operations'
import { changeFrom } from '@/publishing/api/present'
import { changesAfter } from '@/publishing/api/read'
import { preflight, publicApi } from '../_answer/answer'

export const GET = publicApi(listChanges, async ({ query, origin }) => {
  const { shown, older } = pageOf(await changesAfter(query.cursor, query.limit + 1), query.limit)
  const next = nextAddress(origin, `${API}/changes`, query, older)
  const items = shown.map(({ slug, title, change }) => ({
    ...changeFrom(change),
    interview: { slug, title, ...placesOf(origin, slug) },
  }))
  return { value: { items, next }, next }
})

export const OPTIONS = preflight
