import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { idParam } from '@/app/_boundary/id-param'
import { pageActor } from '@/app/_boundary/page'
import { DownloadMenu } from '@/components/transcripts/download-menu'
import { InterviewFacts } from '@/components/transcripts/interview-facts'
import { InterviewForm } from '@/components/transcripts/interview-form.island'
import { InterviewParticipants } from '@/components/transcripts/interview-participants'
import { InterviewPicture } from '@/components/transcripts/interview-picture.island'
import { InterviewRecording } from '@/components/transcripts/interview-recording.island'
import { InterviewSection } from '@/components/transcripts/interview-section'
import { MachineMade } from '@/components/transcripts/machine-made.island'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { readSettings } from '@/newsroom/settings'
import { countOutgoing } from '@/transcripts/exports/read-outgoing'
import { exportChoices } from '@/transcripts/exports/write-transcript'
import { canSayMachineMade } from '@/transcripts/policy'
import { interviewHead } from '@/transcripts/queries'
import { pendingUploads } from '@/transcripts/upload-store'
import {
  describePicture,
  editInterview,
  removePicture,
  removeRecording,
  saveParticipant,
  setMachineMade,
  setRecordingAddress,
  setRecordingEmbed,
} from './actions'

export const metadata: Metadata = { title: 'Details' }

export default async function InterviewDetailsPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor('reporter')
  const head = await interviewHead(idParam((await params).id))
  if (!head) notFound()
  const [{ timeZone }, pending] = await Promise.all([readSettings(), pendingUploads(actor, head.id)])
  return (
    <>
      <PageHeader
        kicker="Details"
        title={head.title}
        actions={
          <>
            <LinkButton href={`/desk/interviews/${head.id}`}>Workspace</LinkButton>
            <LinkButton href={`/desk/interviews/${head.id}/publish`}>Publish</LinkButton>
          </>
        }
      />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <InterviewSection title="About the interview">
          <InterviewForm key={head.version} head={head} zone={timeZone} save={editInterview} />
        </InterviewSection>
        <div className="flex min-w-0 flex-col gap-10">
          <InterviewSection title="Who speaks">
            <InterviewParticipants
              interviewId={head.id}
              participants={head.participants}
              save={saveParticipant}
            />
          </InterviewSection>
          <InterviewSection title="Recording">
            <InterviewRecording
              head={head}
              memberId={actor.id}
              pending={pending}
              setAddress={setRecordingAddress}
              setEmbed={setRecordingEmbed}
              remove={removeRecording}
            />
          </InterviewSection>
          <InterviewSection title="Picture">
            <InterviewPicture head={head} describe={describePicture} remove={removePicture} />
          </InterviewSection>
          <InterviewSection title="Transcript">
            <InterviewFacts head={head} />
            {head.transcript && (
              <MachineMade
                interviewId={head.id}
                machineMade={head.transcript.machineMade}
                may={canSayMachineMade(actor)}
                save={setMachineMade}
              />
            )}
            {head.transcript && (
              <div className="py-3">
                <LinkButton href={`/desk/interviews/${head.id}/replace`}>Replace the transcript</LinkButton>
              </div>
            )}
            {head.transcript && (
              <DownloadMenu interviewId={head.id} choices={exportChoices(await countOutgoing(head.id))} />
            )}
          </InterviewSection>
        </div>
      </div>
    </>
  )
}
