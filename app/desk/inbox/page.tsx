import type { Metadata } from 'next'
import { pageActor } from '@/app/_boundary/page'
import { byDay } from '@/claims/inbox/days'
import { inboxPage } from '@/claims/inbox/queries'
import { inboxFilterSchema } from '@/claims/inbox/schema'
import { Inbox } from '@/components/desk/inbox/inbox.island'
import { InboxFilters } from '@/components/desk/inbox/inbox-filters'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { readSettings } from '@/newsroom/settings'
import { now } from '@/platform/clock'
import { markAllRead, markNotices, unmarkAllRead } from './actions'

export const metadata: Metadata = { title: 'Inbox' }

type Props = { searchParams: Promise<{ show?: string | string[]; after?: string | string[] }> }

/** What concerns the member who is signed in, the newest first. */
export default async function InboxPage({ searchParams }: Props) {
  const actor = await pageActor()
  const asked = await searchParams
  const filter = inboxFilterSchema.parse(asked.show)
  const after = typeof asked.after === 'string' ? asked.after : null
  const [page, { timeZone }] = await Promise.all([inboxPage(actor.id, { filter, after }), readSettings()])
  const address = (next: string | null) => {
    const query = new URLSearchParams({
      ...(filter === 'all' ? {} : { show: filter }),
      ...(next ? { after: next } : {}),
    })
    return `/desk/inbox${query.size > 0 ? `?${query}` : ''}`
  }
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title="Inbox" actions={<LinkButton href="/desk/inbox/settings">Your notices</LinkButton>}>
        What concerns you: claims assigned to you or handed back, talk that names you, deadlines that are
        near.
      </PageHeader>
      <InboxFilters filter={filter} />
      <Inbox
        // Another page of it is another list, with marks of its own.
        key={`${filter} ${after} ${page.notices[0]?.id}`}
        days={byDay(page.notices, timeZone, now())}
        timeZone={timeZone}
        filter={filter}
        unread={page.unread}
        actions={{ markNotices, markAllRead, unmarkAllRead }}
      />
      {(page.next || after) && (
        <nav aria-label="Pages of the inbox" className="mt-6 flex flex-wrap gap-2">
          {after && <LinkButton href={address(null)}>Newest</LinkButton>}
          {page.next && (
            <LinkButton href={address(page.next)} prefetch={false}>
              Earlier
            </LinkButton>
          )}
        </nav>
      )}
    </div>
  )
}
