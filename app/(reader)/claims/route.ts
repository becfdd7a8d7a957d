import { createElement } from 'react'
import { claimListView, placeIn } from '@/app/(reader)/_document/claim-list-view'
import { siteDocument } from '@/app/(reader)/_document/respond'
import { ClaimsPage } from '@/components/reader/claims-page'
import { narrows, readListFilter, withQuery } from '@/publishing/list-filter'
import { publishedPeople, publishedTopics } from '@/publishing/published-people'

/** Most choices in a list to choose from; further people and topics have their pages. */
const CHOICES = 300

/** Every published claim, newest check first, narrowed by verdict, person, topic and challenge. */
export function GET(request: Request): Promise<Response> {
  const { query, cursor, after } = placeIn(request)
  const filter = readListFilter(query)
  return siteDocument(
    request,
    `claims ${JSON.stringify(filter)} ${after}`,
    async ({ settings }) => {
      const [list, people, topics] = await Promise.all([
        claimListView('/claims', { own: {}, filter, cursor, timeZone: settings.timeZone }),
        publishedPeople(CHOICES),
        publishedTopics(CHOICES),
      ])
      const verdict = list.counts.verdicts.find((one) => one.key === filter.verdict)
      return {
        head: {
          title: verdict ? `Claims: ${verdict.label}` : 'Claims',
          description: 'Claims from interviews, with what we found.',
          path: withQuery('/claims', { ...filter, after }),
          index: !narrows(filter) && !after,
        },
        body: createElement(ClaimsPage, {
          title: verdict?.label ?? 'Claims',
          lead:
            verdict?.definition ??
            'What was presented as fact in the interviews we checked, newest check first.',
          list,
          people: people
            .filter((one) => one.claims > 0)
            .map(({ slug, name }) => ({ key: slug, label: name })),
          topics: topics.map(({ slug, name }) => ({ key: slug, label: name })),
        }),
      }
    },
    { chosen: narrows(filter) || after !== '' },
  )
}
