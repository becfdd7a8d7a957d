'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import {
  discardUpload,
  finishUpload,
  RecordingUpload,
  type UploadState,
} from '@/components/transcripts/recording-upload'
import { amountSent, timeLeft } from '@/components/transcripts/upload-pace'
import { Button } from '@/components/ui/button'
import { FilePick } from '@/components/ui/file-pick'
import { FormError } from '@/components/ui/form-error'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { toastDone } from '@/components/ui/toaster.island'
import { MOST_RECORDING_BYTES } from '@/transcripts/recording-size'
import type { PendingUpload } from '@/transcripts/views'

type Props = {
  interviewId: string
  memberId: string
  /** What this member began earlier and did not finish. */
  pending: readonly PendingUpload[]
  label: string
}

/** Chooses a file and sends it: how far it is, pause, and what an earlier visit left. */
export function RecordingUploadForm({ interviewId, memberId, pending, label }: Props) {
  const router = useRouter()
  const upload = useRef<RecordingUpload | null>(null)
  const [state, setState] = useState<UploadState | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)

  // What had the keyboard goes as sending begins and ends; it stays in this place, not at the top of the page.
  const box = useRef<HTMLDivElement>(null)
  const sending = state !== null
  const wasSending = useRef(sending)
  useEffect(() => {
    if (wasSending.current === sending) return
    wasSending.current = sending
    if (document.activeElement === document.body) box.current?.focus({ preventScroll: true })
  }, [sending])

  // Leaving the page stops sending; what has arrived is there on return.
  useEffect(() => () => upload.current?.leave(), [])

  function show(next: UploadState) {
    setState(next.kind === 'refused' || next.kind === 'kept' ? null : next)
    if (next.kind === 'refused') setRefusal(next.message)
    if (next.kind === 'kept') {
      toastDone('The recording is kept')
      router.refresh()
    }
  }

  function choose(file: File) {
    if (file.size > MOST_RECORDING_BYTES)
      return setRefusal(`“${file.name}” is larger than 2 GB. Use its address instead.`)
    if (file.size === 0) return setRefusal(`“${file.name}” is empty.`)
    setRefusal(null)
    upload.current = new RecordingUpload(file, { interviewId, memberId }, show)
    void upload.current.start()
  }

  async function cancel() {
    setState(null)
    await upload.current?.cancel()
    router.refresh()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of one question
    <div
      ref={box}
      role="group"
      aria-label="Sending a file"
      tabIndex={-1}
      className="flex flex-col gap-4 outline-none"
    >
      {state === null ? (
        <>
          <FilePick
            label={label}
            hint="MP3, M4A, WAV, Ogg, FLAC, MP4 or WebM, up to 2 GB."
            accept="audio/*,video/*"
            onPick={choose}
          />
          {pending.map((one) => (
            <Unfinished key={one.id} upload={one} interviewId={interviewId} onRefusal={setRefusal} />
          ))}
        </>
      ) : (
        <Sending
          state={state}
          onPause={() => upload.current?.pause()}
          onResume={() => upload.current?.resume()}
          onCancel={cancel}
        />
      )}
      <FormError message={refusal} />
    </div>
  )
}

const TITLES: Partial<Record<UploadState['kind'], string>> = {
  sending: 'Sending',
  waiting: 'Connection lost, trying again:',
  paused: 'Paused:',
  lost: 'Stopped:',
  keeping: 'Keeping',
}

function Sending({
  state,
  onPause,
  onResume,
  onCancel,
}: {
  state: UploadState
  onPause: () => void
  onResume: () => void
  onCancel: () => void
}) {
  const { kind, fileName, sent, total, secondsLeft, from, message } = state
  const stopped = kind === 'paused' || kind === 'lost'
  const left = kind === 'sending' ? timeLeft(secondsLeft) : null
  return (
    <div className="flex flex-col gap-3">
      <Progress
        label={`${TITLES[kind] ?? ''} “${fileName}”`}
        value={kind === 'keeping' ? null : sent / total}
        detail={[kind === 'keeping' ? 'measuring and storing it' : amountSent(sent, total), left]
          .filter(Boolean)
          .join(' · ')}
      />
      {from > 0 && <p className="text-ink-soft">Goes on where it stopped, at {amountSent(from, total)}.</p>}
      <p role="status" className={stopped ? '' : 'sr-only'}>
        {message ?? spoken(state)}
      </p>
      {kind !== 'keeping' && (
        <div className="flex flex-wrap gap-2">
          {stopped ? (
            <Button variant="primary" onClick={onResume}>
              Go on
            </Button>
          ) : (
            <Button onClick={onPause}>Pause</Button>
          )}
          <Button onClick={onCancel}>Cancel</Button>
        </div>
      )}
      {kind !== 'keeping' && (
        <p className="text-ink-soft">
          You may leave this page: sending stops then, and goes on when you choose the same file again within
          a day.
        </p>
      )}
    </div>
  )
}

/** What a screen reader says: a word a quarter, not a word a second. */
function spoken({ kind, sent, total }: UploadState): string {
  if (kind === 'sending') return `${Math.floor((sent / total) * 4) * 25} percent sent`
  if (kind === 'waiting') return 'The connection was lost. Trying again.'
  if (kind === 'paused') return 'Paused. What has arrived is kept.'
  return 'All of it has arrived and is being kept.'
}

function Unfinished({
  upload,
  interviewId,
  onRefusal,
}: {
  upload: PendingUpload
  interviewId: string
  onRefusal: (message: string | null) => void
}) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const path = `/api/interviews/${interviewId}/uploads/${upload.id}`
  const whole = upload.received === upload.bytes

  async function act(work: () => Promise<string | null>) {
    setBusy(true)
    onRefusal(await work())
    setBusy(false)
    router.refresh()
  }
  const finish = () => act(() => finishUpload(path))
  const discard = () =>
    act(() =>
      discardUpload(path).then(
        () => null,
        () => 'The server could not be reached. Try again.',
      ),
    )

  return (
    <Notice
      title={`“${upload.fileName}” ${whole ? 'has arrived' : `arrived in part: ${amountSent(upload.received, upload.bytes)}`}`}
      actions={
        <>
          {whole && (
            <Button variant="primary" busy={busy} onClick={finish}>
              Use it
            </Button>
          )}
          <Button busy={busy} onClick={discard}>
            Give it up
          </Button>
        </>
      }
    >
      {whole
        ? 'It is not the recording yet.'
        : 'Choose the same file again, and it goes on where it stopped.'}
    </Notice>
  )
}
