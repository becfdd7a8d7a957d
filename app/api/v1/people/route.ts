import { personPath } from '@/publishing/addresses'
import { API } from '@/publishing/api/addresses'
import { nextAddress, pageOf } from '@/publishing/api/list-page'
import { listPeople } from '@/publishing/api/operations'
import { peopleAfter } from '@/publishing/api/read-names'
import { preflight, publicApi } from '../_answer/answer'

export const GET = publicApi(listPeople, async ({ query, origin }) => {
  const { shown, older } = pageOf(await peopleAfter(query.cursor, query.limit + 1), query.limit)
  const next = nextAddress(origin, `${API}/people`, query, older)
  const items = shown.map(({ cursor: _cursor, ...person }) => ({
    ...person,
    url: `${origin}${personPath(person.slug)}`,
  }))
  return { value: { items, next }, next }
})

export const OPTIONS = preflight
