'use client'
import { useRef, useState } from 'react'
import type { ReplacementPreview as Preview } from '@/claims/replacement-schema'
import type { Refused } from '@/components/transcripts/load-send'
import { LoadSource } from '@/components/transcripts/load-source.island'
import { ReplacePreview } from '@/components/transcripts/replace/replace-preview.island'
import { held, lookAt } from '@/components/transcripts/replace/replace-send'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { Progress } from '@/components/ui/progress'
import type { ParticipantView } from '@/transcripts/views'

type Props = {
  interviewId: string
  formats: readonly { id: string; label: string }[]
  participants: readonly ParticipantView[]
  language: string
}

/** From a file to another transcript of the same interview: choose, look at what would change, replace. */
export function ReplaceTranscript({ interviewId, formats, participants, language }: Props) {
  const [read, setRead] = useState<{ file: File; preview: Preview } | null>(null)
  /** Share sent while sending; null where nothing is under way; 1 while the server reads and compares. */
  const [progress, setProgress] = useState<number | null>(null)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const stop = useRef<AbortController | null>(null)

  async function look(chosen: File, format: string | null) {
    setRefusal(null)
    setProgress(0)
    stop.current = new AbortController()
    const file = await held(chosen)
    const outcome =
      file instanceof File
        ? await lookAt(interviewId, file, format, null, {
            onProgress: setProgress,
            signal: stop.current.signal,
          })
        : { ok: false as const, error: file }
    setProgress(null)
    if (outcome.ok && file instanceof File) setRead({ file, preview: outcome.preview })
    else if (!outcome.ok) setRefusal(outcome.error)
  }

  if (read && progress === null)
    return (
      <>
        <FormError message={refusal?.message} />
        <ReplacePreview
          key={`${read.preview.contentHash} ${read.preview.format}`}
          interviewId={interviewId}
          file={read.file}
          first={read.preview}
          formats={formats}
          participants={participants}
          language={language}
          onFormat={(format) => look(read.file, format)}
          onStartAgain={() => setRead(null)}
        />
      </>
    )
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <FormError message={refusal?.message} />
      {progress === null ? (
        <LoadSource onFile={(file) => look(file, null)} onRefusal={setRefusal} />
      ) : (
        <div
          role="status"
          className="flex min-h-56 flex-col justify-center gap-3 border border-rule px-4 py-8 sm:px-8"
        >
          <Progress
            label={progress < 1 ? 'Sending the file' : 'Comparing it with the transcript, word by word'}
            value={progress < 1 ? progress : null}
            {...(progress < 1 ? {} : { detail: 'A few seconds' })}
          />
          <p className="text-sm text-ink-soft">Nothing is changed yet. You see what would change first.</p>
          <div>
            <Button onClick={() => stop.current?.abort()}>Stop</Button>
          </div>
        </div>
      )}
    </div>
  )
}
