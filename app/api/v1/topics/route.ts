import { topicPath } from '@/publishing/addresses'
import { API } from '@/publishing/api/addresses'
import { nextAddress, pageOf } from '@/publishing/api/list-page'
import { listTopics } from '@/publishing/api/operations'
import { topicsAfter } from '@/publishing/api/read-names'
import { preflight, publicApi } from '../_answer/answer'

export const GET = publicApi(listTopics, async ({ query, origin }) => {
  const { shown, older } = pageOf(await topicsAfter(query.cursor, query.limit + 1), query.limit)
  const next = nextAddress(origin, `${API}/topics`, query, older)
  const items = shown.map(({ cursor: _cursor, ...topic }) => ({
    ...topic,
    url: `${origin}${topicPath(topic.slug)}`,
  }))
  return { value: { items, next }, next }
})

export const OPTIONS = preflight
