import type { Metadata } from 'next'
import Link from 'next/link'
import { z } from 'zod'
import { pageActor } from '@/app/_boundary/page'
import { SettingHistoryList } from '@/components/desk/settings/setting-history.island'
import { SettingsNav } from '@/components/desk/settings/settings-nav'
import { PageHeader } from '@/components/ui/page-header'
import { settingHistory } from '@/newsroom/setting-history'
import { readSettings } from '@/newsroom/settings'
import { putBack } from './actions'

export const metadata: Metadata = { title: 'History of the settings' }

const KINDS = { site: 'Site and texts', scale: 'Verdicts', topics: 'Topics' } as const
const query = z.object({
  of: z.enum(['site', 'scale', 'topics']).catch('site'),
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .nullable()
    .catch(null),
})

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SettingHistoryPage({ searchParams }: Props) {
  const actor = await pageActor('admin')
  const { of, before } = query.parse(await searchParams)
  const [history, { timeZone }] = await Promise.all([settingHistory(actor, of, before), readSettings()])
  return (
    <>
      <PageHeader title="History of the settings">
        What was changed, by whom and when. Lines are only ever added.
      </PageHeader>
      <SettingsNav />
      <nav aria-label="History of" className="mb-6 flex flex-wrap gap-x-5 text-sm">
        {Object.entries(KINDS).map(([kind, label]) => (
          <Link
            key={kind}
            href={`/desk/settings/history?of=${kind}`}
            aria-current={kind === of ? 'page' : undefined}
            className="inline-flex min-h-9 pointer-coarse:min-h-11 items-center text-ink-soft hover:text-ink hover:underline aria-[current=page]:font-semibold aria-[current=page]:text-ink"
          >
            {label}
          </Link>
        ))}
      </nav>
      <SettingHistoryList
        key={`${of}${before}`}
        history={history}
        zone={timeZone}
        putBack={of === 'site' ? putBack : null}
      />
      {history.older && (
        <p className="mt-6">
          <Link className="text-link" href={`/desk/settings/history?of=${of}&before=${history.older}`}>
            Earlier changes
          </Link>
        </p>
      )}
    </>
  )
}
