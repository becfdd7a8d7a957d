'use client'
import { useRouter } from 'next/navigation'
import { EmbedPlayer } from '@/components/transcripts/embed-player.island'
import {
  AddressForm,
  EmbedForm,
  type SetAddress,
  type SetEmbed,
} from '@/components/transcripts/recording-sources.island'
import { RecordingUploadForm } from '@/components/transcripts/recording-upload.island'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm.island'
import { Tabs } from '@/components/ui/tabs.island'
import type { ServerAction } from '@/platform/action-result'
import { PROVIDERS } from '@/transcripts/embed'
import { formatTimestamp } from '@/transcripts/timestamp'
import type { InterviewHead, PendingUpload } from '@/transcripts/views'

type Props = {
  head: InterviewHead
  memberId: string
  pending: readonly PendingUpload[]
  setAddress: SetAddress
  setEmbed: SetEmbed
  remove: ServerAction<{ interviewId: string }, { revision: number }>
}

/** What readers and the desk listen to: a file kept here, the address of one elsewhere, or another's player. */
export function InterviewRecording({ head, memberId, pending, setAddress, setEmbed, remove }: Props) {
  const { recording } = head
  // What was typed for the recording before is of no use for the next one.
  const key = head.recordingUrl ?? recording?.embed?.id ?? ''
  return (
    <div className="flex flex-col gap-5 text-sm">
      {recording ? (
        <Current head={head} remove={remove} />
      ) : (
        <p className="text-ink-soft">None yet. With one, claims can be heard at their second.</p>
      )}
      <Tabs
        label={recording ? 'Replace it with' : 'Where the recording comes from'}
        initial={recording?.external ? 'address' : recording?.embed ? 'embed' : 'file'}
        tabs={[
          {
            key: 'file',
            label: 'A file',
            content: (
              <RecordingUploadForm
                interviewId={head.id}
                memberId={memberId}
                pending={pending}
                label={recording ? 'Replace with a file' : 'Choose a recording'}
              />
            ),
          },
          {
            key: 'address',
            label: 'An address',
            content: <AddressForm key={key} head={head} setAddress={setAddress} />,
          },
          {
            key: 'embed',
            label: 'YouTube or Vimeo',
            content: <EmbedForm key={key} head={head} setEmbed={setEmbed} />,
          },
        ]}
      />
    </div>
  )
}

function Current({ head, remove }: Pick<Props, 'head' | 'remove'>) {
  const router = useRouter()
  const { recording, recordingUrl } = head
  const embed = recording?.embed
  const facts = [
    embed ? `Played by ${PROVIDERS[embed.provider].name}` : null,
    recording?.external ? recordingUrl : embed ? null : recording?.mime,
    recording?.bytes ? `${(recording.bytes / 1_000_000).toFixed(1)} MB` : null,
    recording?.durationMs ? formatTimestamp(recording.durationMs) : null,
  ]
  return (
    <div className="flex flex-col gap-2">
      {embed ? (
        <EmbedPlayer key={embed.id} embed={embed} />
      ) : (
        // biome-ignore lint/a11y/useMediaCaption: the transcript beside it is the text of this recording
        <audio
          controls
          preload="metadata"
          src={recordingUrl ?? ''}
          className="w-full"
          aria-label="The recording"
        />
      )}
      <p className="break-words text-ink-soft">{facts.filter(Boolean).join(' · ')}</p>
      <div>
        <Confirm
          trigger={<Button variant="danger">Remove the recording</Button>}
          title="Remove the recording?"
          confirmLabel="Remove"
          danger
          onConfirm={async () => {
            const answer = await remove({ interviewId: head.id })
            if (!answer.ok) return answer.error.message
            router.refresh()
            return null
          }}
        >
          The desk can no longer play it. Pages already published keep theirs.
        </Confirm>
      </div>
    </div>
  )
}
