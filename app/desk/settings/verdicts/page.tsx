import type { Metadata } from 'next'
import { pageActor } from '@/app/_boundary/page'
import { readScale } from '@/claims/scale/scale-queries'
import { ScaleEditor } from '@/components/desk/settings/scale-editor.island'
import { SettingsNav } from '@/components/desk/settings/settings-nav'
import { PageHeader } from '@/components/ui/page-header'
import { orderScale, removeVerdict, retireVerdict, saveVerdict } from './actions'

export const metadata: Metadata = { title: 'Verdicts' }

export default async function VerdictsPage() {
  await pageActor('admin')
  return (
    <>
      <PageHeader title="Verdicts">
        Your own scale. A verdict that is in use can be renamed or retired, never removed.
      </PageHeader>
      <SettingsNav />
      <ScaleEditor
        scale={await readScale()}
        actions={{ saveVerdict, orderScale, retireVerdict, removeVerdict }}
      />
    </>
  )
}
