import type { Metadata } from 'next'
import { pageActor } from '@/app/_boundary/page'
import { SettingsNav } from '@/components/desk/settings/settings-nav'
import { SettingsForm } from '@/components/desk/settings-form.island'
import { PageHeader } from '@/components/ui/page-header'
import { readSettings } from '@/newsroom/settings'
import { preview, save } from './actions'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  await pageActor('admin')
  return (
    <>
      <PageHeader title="Settings">
        For the whole site. Readers see the name, the policy and the methodology.
      </PageHeader>
      <SettingsNav />
      <SettingsForm
        settings={await readSettings()}
        zones={Intl.supportedValuesOf('timeZone')}
        save={save}
        preview={preview}
      />
    </>
  )
}
