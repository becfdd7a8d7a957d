import type { Metadata } from 'next'
import { pageActor } from '@/app/_boundary/page'
import { InterviewList } from '@/components/transcripts/interview-list'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { listInterviews } from '@/transcripts/queries'

export const metadata: Metadata = { title: 'Interviews' }

export default async function InterviewsPage() {
  await pageActor('reporter')
  const interviews = await listInterviews()
  const load = (
    <LinkButton href="/desk/interviews/new" variant="primary">
      Load a transcript
    </LinkButton>
  )
  return (
    <>
      <PageHeader title="Interviews" actions={load} />
      {interviews.length === 0 ? (
        <EmptyState title="No interviews yet" action={load}>
          <p>
            Load a transcript to begin: captions, a recogniser’s export or plain text. You see what was read
            before anything is stored.
          </p>
        </EmptyState>
      ) : (
        <InterviewList interviews={interviews} />
      )}
    </>
  )
}
