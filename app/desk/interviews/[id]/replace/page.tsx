import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { idParam } from '@/app/_boundary/id-param'
import { pageActor } from '@/app/_boundary/page'
import { ReplaceTranscript } from '@/components/transcripts/replace/replace-transcript.island'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { formats } from '@/transcripts/formats/registry'
import { interviewHead } from '@/transcripts/queries'

export const metadata: Metadata = { title: 'Replace the transcript' }

export default async function ReplaceTranscriptPage({ params }: { params: Promise<{ id: string }> }) {
  await pageActor('reporter')
  const head = await interviewHead(idParam((await params).id))
  if (!head) notFound()
  return (
    <>
      <PageHeader
        kicker="Replace the transcript"
        title={head.title}
        actions={
          <>
            <LinkButton href={`/desk/interviews/${head.id}`}>Workspace</LinkButton>
            <LinkButton href={`/desk/interviews/${head.id}/details`}>Details</LinkButton>
          </>
        }
      >
        A better transcript of the same recording. Times, speakers and claims move over to its words; you see
        first what changes.
      </PageHeader>
      {head.transcript ? (
        <ReplaceTranscript
          interviewId={head.id}
          formats={formats.map(({ id, label }) => ({ id, label }))}
          participants={head.participants}
          language={head.language}
        />
      ) : (
        <EmptyState title="There is no transcript to replace">Load one as a new interview.</EmptyState>
      )}
    </>
  )
}
