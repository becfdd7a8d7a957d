import { topicPath } from '@/publishing/addresses'
import { API } from '@/publishing/api/addresses'
import { nextAddress } from '@/publishing/api/cursor'
import { pageOf, placeIn } from '@/publishing/api/list-page'
import { listTopics } from '@/publishing/api/operations'
import { topicsAfter } from '@/publishing/api/read-names'
import { preflight, publicApi } from '../_answer/answer'

export const GET = publicApi(listTopics, async ({ query, origin }) => {
  const { shown, last } = pageOf(await topicsAfter(placeIn(query.cursor), query.limit + 1), query.limit)
  const next = nextAddress(origin, `${API}/topics`, query, last)
  const items = shown.map(({ place: _place, ...topic }) => ({
    ...topic,
    url: `${origin}${topicPath(topic.slug)}`,
  }))
  return { value: { items, next }, next }
})

export const OPTIONS = preflight
