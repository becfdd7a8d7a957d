'use client'
import { useRef, useState } from 'react'
import { LoadGuide } from '@/components/transcripts/load-guide'
import { LoadPreview } from '@/components/transcripts/load-preview.island'
import { type Refused, refused, sendBody } from '@/components/transcripts/load-send'
import { LoadSource } from '@/components/transcripts/load-source.island'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { Progress } from '@/components/ui/progress'
import { type Preview, previewSchema } from '@/transcripts/preview-schema'
import type { PersonName } from '@/transcripts/views'

type Props = {
  formats: readonly { id: string; label: string }[]
  persons: readonly PersonName[]
}

type Read = { file: File; preview: Preview }

/** From a file to an interview: choose or paste, look at what was read, name the speakers, save. */
export function LoadTranscript({ formats, persons }: Props) {
  const [read, setRead] = useState<Read | null>(null)
  /** Share sent while sending; null where nothing is under way; 1 while the server reads. */
  const [progress, setProgress] = useState<number | null>(null)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const stop = useRef<AbortController | null>(null)

  async function look(chosen: File, format: string | null) {
    setRefusal(null)
    setProgress(0)
    stop.current = new AbortController()
    const outcome = await lookAt(chosen, format, setProgress, stop.current.signal)
    setProgress(null)
    if (outcome.ok) setRead(outcome.read)
    else setRefusal(outcome.error)
  }

  function startAgain() {
    setRead(null)
    setRefusal(null)
  }

  if (read && progress === null)
    return (
      <>
        <FormError message={refusal?.message} />
        <LoadPreview
          key={read.preview.contentHash}
          {...read}
          formats={formats}
          persons={persons}
          onFormat={(format) => look(read.file, format)}
          onStartAgain={startAgain}
        />
      </>
    )
  return (
    <div className="flex flex-col gap-4">
      <FormError message={refusal?.message} />
      {progress === null ? (
        <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
          <LoadSource onFile={(file) => look(file, null)} onRefusal={setRefusal} />
          <LoadGuide kinds={formats.map(({ label }) => label)} />
        </div>
      ) : (
        <div
          role="status"
          className="flex min-h-56 max-w-3xl flex-col justify-center gap-3 border border-rule px-4 py-8 sm:px-8"
        >
          <Progress
            label={progress < 1 ? 'Sending the file' : 'Reading the transcript'}
            value={progress < 1 ? progress : null}
            {...(progress < 1 ? {} : { detail: 'A few seconds' })}
          />
          <p className="text-sm text-ink-soft">
            Nothing is stored yet. If you leave this page now, load the file again later.
          </p>
          <div>
            <Button onClick={() => stop.current?.abort()}>Stop</Button>
          </div>
        </div>
      )}
    </div>
  )
}

type Outcome = { ok: true; read: Read } | { ok: false; error: Refused }

/** Sends the file for a look. The bytes are taken into memory first, so what is saved later is what was looked at. */
async function lookAt(
  chosen: File,
  format: string | null,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Outcome> {
  let file: File
  try {
    file = new File([await chosen.arrayBuffer()], chosen.name, { type: chosen.type })
  } catch {
    return { ok: false, error: refused('unreadable', `“${chosen.name}” could not be read. Choose it again.`) }
  }
  const form = new FormData()
  if (format) form.append('format', format)
  form.append('file', file)
  const sent = await sendBody('/api/transcripts/preview', form, { onProgress, signal })
  if (!sent.ok) return sent
  const preview = previewSchema.safeParse(sent.body)
  if (preview.success) return { ok: true, read: { file, preview: preview.data } }
  return {
    ok: false,
    error: refused('fault', 'The server answered with something unexpected. Load the page again.'),
  }
}
