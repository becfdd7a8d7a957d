'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { ReplacementPreview as Preview, ReplacedSpeaker } from '@/claims/replacement-schema'
import { newRequestId } from '@/components/claims/request-id'
import { LoadFacts } from '@/components/transcripts/load-facts'
import { linesOf } from '@/components/transcripts/load-file-lines'
import { LoadProblems } from '@/components/transcripts/load-problems.island'
import type { Refused } from '@/components/transcripts/load-send'
import { ReplaceClaims } from '@/components/transcripts/replace/replace-claims'
import { ReplaceDifferences } from '@/components/transcripts/replace/replace-differences'
import { confirm, lookAt } from '@/components/transcripts/replace/replace-send'
import { ReplaceSpeakers } from '@/components/transcripts/replace/replace-speakers'
import { ReplaceWords } from '@/components/transcripts/replace/replace-words'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { Notice } from '@/components/ui/notice'
import { toastDone } from '@/components/ui/toaster.island'
import type { ParticipantView } from '@/transcripts/views'

type Props = {
  interviewId: string
  file: File
  first: Preview
  formats: readonly { id: string; label: string }[]
  participants: readonly ParticipantView[]
  language: string
  onFormat: (format: string) => void
  onStartAgain: () => void
}

/** What a file would change, and the button that changes it. */
export function ReplacePreview(props: Props) {
  const { interviewId, file, first, formats, participants, language, onFormat, onStartAgain } = props
  const router = useRouter()
  const heading = useRef<HTMLHeadingElement>(null)
  const [stepId] = useState(newRequestId)
  const [preview, setPreview] = useState(first)
  const [speakers, setSpeakers] = useState<ReplacedSpeaker[]>(() => decisionsOf(first))
  const [work, setWork] = useState<'looking' | 'replacing' | null>(null)
  const [share, setShare] = useState(0)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const [lines, setLines] = useState<readonly string[] | null>(null)

  useEffect(() => heading.current?.focus(), [])

  async function lookAgain(next: ReplacedSpeaker[]) {
    setSpeakers(next)
    setWork('looking')
    setRefusal(null)
    const seen = await lookAt(interviewId, file, preview.format, next, { onProgress: setShare })
    setWork(null)
    if (seen.ok) setPreview(seen.preview)
    else setRefusal(seen.error)
  }

  async function replace() {
    if (work !== null) return
    setWork('replacing')
    setRefusal(null)
    const done = await confirm(interviewId, stepId, file, preview, speakers, setShare)
    if (done.ok) {
      const waiting = preview.claims.filter(({ why }) => why !== null).length
      toastDone(
        waiting === 0
          ? 'The transcript was replaced; every claim stands on its words.'
          : `The transcript was replaced; ${claims(waiting)} words.`,
      )
      router.push(`/desk/interviews/${interviewId}`)
      return
    }
    setWork(null)
    setRefusal(done.error)
    if (done.preview) setPreview(done.preview)
  }

  const unchanged = preview.sameFile && preview.words.changed + preview.words.added + preview.words.gone === 0
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-2">
          <h2
            ref={heading}
            tabIndex={-1}
            className="font-serif text-2xl leading-tight break-words outline-none"
          >
            {preview.fileName}
          </h2>
          <Button variant="quiet" onClick={onStartAgain}>
            Take another file instead
          </Button>
        </div>
        <LoadFacts preview={preview} formats={formats} busy={work !== null} onFormat={onFormat} />
        <LoadProblems
          problems={preview.problems}
          lines={lines}
          onNeedLines={async () => setLines(await linesOf(file, preview.encoding))}
          onLine={null}
        />
        {preview.sameFile && (
          <Notice tone="info" title="This transcript was made from this very file">
            {unchanged
              ? 'Its words are the same as they stand now.'
              : 'Replacing it takes back what was corrected since.'}
          </Notice>
        )}
        {preview.earlier.length > 0 && (
          <Notice tone="warning" title="This file is the transcript of another interview">
            {preview.earlier.map(({ title }) => title).join(', ')}
          </Notice>
        )}
      </div>
      {preview.loadable && (
        <>
          <ReplaceWords words={preview.words} />
          <ReplaceClaims claims={preview.claims} language={language} />
          {preview.homelessNotes.length > 0 && (
            <Notice tone="danger" title="Notes or chapters would lose their place">
              {preview.homelessNotes.join(', ')}. The words beside them are not in this file. Remove them or
              put them at other turns, then choose the file again.
            </Notice>
          )}
          <ReplaceSpeakers
            found={preview.speakers}
            speakers={speakers}
            participants={participants}
            disabled={work !== null}
            onDecide={lookAgain}
          />
          <ReplaceDifferences differences={preview.differences} language={language} />
          <div className="sticky bottom-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-ink bg-paper py-3">
            <Button
              variant="primary"
              busy={work !== null}
              disabled={preview.homelessNotes.length > 0}
              onClick={replace}
            >
              {label(work, share)}
            </Button>
            <div className="min-w-0 flex-1 text-sm text-ink-soft">
              <FormError message={refusal?.message} />
              {!refusal && (
                <p className="hidden sm:block">
                  Readers go on seeing what was published. The history can take this back.
                </p>
              )}
            </div>
          </div>
        </>
      )}
    </div>
  )
}

function label(work: 'looking' | 'replacing' | null, share: number): string {
  if (work === null) return 'Replace the transcript'
  if (work === 'looking') return 'Comparing again…'
  return share < 1 ? `Sending ${Math.round(share * 100)} %` : 'Replacing…'
}

function claims(count: number): string {
  return count === 1 ? 'one claim waits for its' : `${count} claims wait for their`
}

function decisionsOf(preview: Preview): ReplacedSpeaker[] {
  return preview.speakers.map(({ label, participantId, name, part }) => ({
    label,
    participantId,
    name,
    part,
  }))
}
