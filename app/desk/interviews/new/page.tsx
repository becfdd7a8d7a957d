import type { Metadata } from 'next'
import { pageActor } from '@/app/_boundary/page'
import { LoadTranscript } from '@/components/transcripts/load-transcript.island'
import { PageHeader } from '@/components/ui/page-header'
import { formats } from '@/transcripts/formats/registry'
import { knownPersons } from '@/transcripts/queries'

export const metadata: Metadata = { title: 'Load a transcript' }

export default async function NewInterviewPage() {
  await pageActor('reporter')
  const persons = await knownPersons()
  return (
    <>
      <PageHeader kicker="New interview" title="Load a transcript">
        Captions, a recogniser’s export or a transcript as text.
      </PageHeader>
      <LoadTranscript formats={formats.map(({ id, label }) => ({ id, label }))} persons={persons} />
    </>
  )
}
