import type { Metadata } from 'next'
import { pageActor } from '@/app/_boundary/page'
import { readTopics } from '@/claims/topics/topic-queries'
import { SettingsNav } from '@/components/desk/settings/settings-nav'
import { TopicsEditor } from '@/components/desk/settings/topics-editor.island'
import { PageHeader } from '@/components/ui/page-header'
import { mergeTopics, removeTopic, renameTopic } from './actions'

export const metadata: Metadata = { title: 'Topics' }

export default async function TopicsPage() {
  await pageActor('admin')
  return (
    <>
      <PageHeader title="Topics">What claims are about. Readers browse by them.</PageHeader>
      <SettingsNav />
      <TopicsEditor topics={await readTopics()} actions={{ renameTopic, mergeTopics, removeTopic }} />
    </>
  )
}
