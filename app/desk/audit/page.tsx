import type { Metadata } from 'next'
import { pageActor } from '@/app/_boundary/page'
import { AuditTrail } from '@/components/desk/audit-trail'
import { PageHeader } from '@/components/ui/page-header'
import { auditFilterSchema } from '@/newsroom/audit-filter'
import { listAuditChoices, listAuditEntries } from '@/newsroom/audit-queries'
import { readSettings } from '@/newsroom/settings'

export const metadata: Metadata = { title: 'Audit' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AuditPage({ searchParams }: Props) {
  const actor = await pageActor('editor')
  const filter = auditFilterSchema.parse(await searchParams)
  const [page, choices, { timeZone }] = await Promise.all([
    listAuditEntries(actor, filter),
    listAuditChoices(actor, filter),
    readSettings(),
  ])
  return (
    <>
      <PageHeader title="Audit">Who changed what, and when. Lines are only ever added.</PageHeader>
      <AuditTrail page={page} choices={choices} filter={filter} zone={timeZone} />
    </>
  )
}
