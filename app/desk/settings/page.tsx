import type { Metadata } from 'next'
import { pageActor } from '@/app/_boundary/page'
import { SettingsForm } from '@/components/desk/settings-form.island'
import { PageHeader } from '@/components/ui/page-header'
import { readSettings } from '@/newsroom/settings'
import { save } from './actions'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  await pageActor('admin')
  return (
    <>
      <PageHeader title="Settings">
        For the whole site. Readers see the name, the policy and the methodology.
      </PageHeader>
      <SettingsForm settings={await readSettings()} zones={Intl.supportedValuesOf('timeZone')} save={save} />
    </>
  )
}
