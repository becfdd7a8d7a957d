import type { Metadata } from 'next'
import { pageActor } from '@/app/_boundary/page'
import { askingAs, type PageAt, queueChoices, queueCounts, queuePage } from '@/claims/queue/queries'
import { readFilter } from '@/claims/queue/queue-filter'
import { readPlace } from '@/claims/queue/queue-order'
import { savedFilters } from '@/claims/queue/saved-filters'
import { Queue } from '@/components/claims/queue/queue.island'
import { PageHeader } from '@/components/ui/page-header'
import * as actions from './actions'

export const metadata: Metadata = { title: 'Claims' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The queue: claims of all interviews, narrowed and ordered as the address says. */
export default async function ClaimsPage({ searchParams }: Props) {
  const actor = await pageActor()
  const asked = await searchParams
  const filter = readFilter(asked)
  const asking = await askingAs(actor)
  const place = (name: 'after' | 'before') => {
    const text = asked[name]
    return readPlace(filter.sort, typeof text === 'string' ? text : undefined)
  }
  const [after, before] = [place('after'), place('before')]
  const at: PageAt = after ? { after } : before ? { before } : { start: true }
  const saved = await savedFilters(actor)
  const [page, counts, choices] = await Promise.all([
    queuePage(filter, at, asking),
    queueCounts(filter, saved, asking),
    queueChoices(filter),
  ])
  return (
    <>
      <PageHeader title="Claims" />
      <Queue
        page={page}
        counts={counts}
        saved={saved}
        choices={choices}
        filter={filter}
        member={{ id: actor.id, name: actor.name }}
        at={asking.at.toISOString()}
        zone={asking.zone}
        actions={actions}
      />
    </>
  )
}
