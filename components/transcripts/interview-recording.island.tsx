'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useRef, useState } from 'react'
import { sendBody } from '@/components/transcripts/load-send'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm.island'
import { FilePick } from '@/components/ui/file-pick'
import { FormError } from '@/components/ui/form-error'
import { Progress } from '@/components/ui/progress'
import { TextField } from '@/components/ui/text-field'
import { useAction } from '@/components/ui/use-action.island'
import type { ServerAction } from '@/platform/action-result'
import { formatTimestamp } from '@/transcripts/timestamp'
import type { InterviewHead } from '@/transcripts/views'

type Props = {
  head: InterviewHead
  setAddress: ServerAction<{ interviewId: string; url: string }, { revision: number }>
  remove: ServerAction<{ interviewId: string }, { revision: number }>
}

const MOST_BYTES = 2_000_000_000

/** What readers and the desk listen to: a file kept here, or the address of one elsewhere. */
export function InterviewRecording({ head, setAddress, remove }: Props) {
  const router = useRouter()
  const [share, setShare] = useState<number | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const stop = useRef<AbortController | null>(null)

  async function upload(file: File) {
    if (file.size > MOST_BYTES)
      return setRefusal(`“${file.name}” is larger than 2 GB. Use its address instead.`)
    setRefusal(null)
    setShare(0)
    stop.current = new AbortController()
    const length = await lengthOf(file)
    const query = length === null ? '' : `?durationMs=${length}`
    const options = { method: 'PUT', onProgress: setShare, signal: stop.current.signal } as const
    const sent = await sendBody(`/api/interviews/${head.id}/recording${query}`, file, options)
    setShare(null)
    if (sent.ok) router.refresh()
    else setRefusal(sent.error.message)
  }

  return (
    <div className="flex flex-col gap-4 text-sm">
      {head.recordingUrl ? (
        <Player head={head} remove={remove} />
      ) : (
        <p className="text-ink-soft">None yet. With one, claims can be heard at their second.</p>
      )}
      {share === null ? (
        <FilePick
          label={head.recordingUrl ? 'Replace with a file' : 'Choose a recording'}
          hint="MP3, M4A, WAV, Ogg, FLAC, MP4 or WebM, up to 2 GB."
          accept="audio/*,video/*"
          onPick={upload}
        />
      ) : (
        <div className="flex flex-col gap-2" role="status">
          <Progress
            label={share < 1 ? 'Sending the recording' : 'Keeping it'}
            value={share < 1 ? share : null}
          />
          <div>
            <Button onClick={() => stop.current?.abort()}>Stop</Button>
          </div>
        </div>
      )}
      <FormError message={refusal} />
      <AddressForm key={head.recordingUrl} head={head} setAddress={setAddress} />
    </div>
  )
}

function Player({ head, remove }: Pick<Props, 'head' | 'remove'>) {
  const router = useRouter()
  const { recording, recordingUrl } = head
  const facts = [
    recording?.external ? recordingUrl : recording?.mime,
    recording?.bytes ? `${(recording.bytes / 1_000_000).toFixed(1)} MB` : null,
    recording?.durationMs ? formatTimestamp(recording.durationMs) : null,
  ]
  return (
    <div className="flex flex-col gap-2">
      {/* biome-ignore lint/a11y/useMediaCaption: the transcript beside it is the text of this recording */}
      <audio controls preload="metadata" src={recordingUrl ?? ''} className="w-full" />
      <p className="text-ink-soft">{facts.filter(Boolean).join(' · ')}</p>
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

function AddressForm({ head, setAddress }: Pick<Props, 'head' | 'setAddress'>) {
  const router = useRouter()
  const [url, setUrl] = useState(head.recording?.external ? (head.recordingUrl ?? '') : '')
  const { run, busy, error } = useAction(setAddress)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (await run({ interviewId: head.id, url })) router.refresh()
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-2">
      <TextField
        label="Or its address elsewhere"
        name="url"
        type="url"
        placeholder="https://"
        hint="Of the audio or video file itself, not of a page that plays it."
        value={url}
        onChange={(event) => setUrl(event.target.value)}
        error={error?.fields.url ?? error?.message}
      />
      <div>
        <Button type="submit" busy={busy} disabled={url.trim() === ''}>
          Use this address
        </Button>
      </div>
    </form>
  )
}

/** Length in milliseconds as this browser measures it, or null where it cannot play the file. */
function lengthOf(file: File): Promise<number | null> {
  return new Promise((resolve) => {
    const audio = document.createElement('audio')
    const address = URL.createObjectURL(file)
    const done = (length: number | null) => {
      URL.revokeObjectURL(address)
      resolve(length)
    }
    audio.preload = 'metadata'
    audio.onloadedmetadata = () =>
      done(Number.isFinite(audio.duration) && audio.duration > 0 ? Math.round(audio.duration * 1000) : null)
    audio.onerror = () => done(null)
    audio.src = address
  })
}
