'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import { z } from 'zod'
import { InterviewAbout } from '@/components/transcripts/interview-about'
import {
  aboutOf,
  castOf,
  changeSpeaker,
  decisionsOf,
  giveTurns,
  type LoadDraft,
  speakerInTurn,
  speakersOf,
  withoutVoice,
} from '@/components/transcripts/load-draft'
import { forgetDraft, keepDraft, keptDraft } from '@/components/transcripts/load-draft-kept'
import { LoadEarlier } from '@/components/transcripts/load-earlier'
import { LoadFacts } from '@/components/transcripts/load-facts'
import { linesOf } from '@/components/transcripts/load-file-lines'
import { LoadFileView } from '@/components/transcripts/load-file-view'
import { LoadProblems } from '@/components/transcripts/load-problems.island'
import { type Refused, refused, sendBody } from '@/components/transcripts/load-send'
import { LoadSpeakers, newVoice } from '@/components/transcripts/load-speakers'
import { LoadTurns, type TurnRun } from '@/components/transcripts/load-turns.island'
import { Button } from '@/components/ui/button'
import { CheckboxField } from '@/components/ui/checkbox-field'
import { FormError } from '@/components/ui/form-error'
import { Tabs } from '@/components/ui/tabs.island'
import { earlierLoadSchema, type Preview } from '@/transcripts/preview-schema'
import { loadDecisionsSchema } from '@/transcripts/schema'
import type { PersonName } from '@/transcripts/views'

type Props = {
  file: File
  preview: Preview
  formats: readonly { id: string; label: string }[]
  persons: readonly PersonName[]
  onFormat: (format: string) => void
  onStartAgain: () => void
}

/** What was read, what the editor makes of it, and the button that saves both. */
export function LoadPreview({ file, preview, formats, persons, onFormat, onStartAgain }: Props) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const [draft, setDraft] = useState<LoadDraft>(() => keptDraft(preview.contentHash))
  const [earlier, setEarlier] = useState(preview.earlier)
  const [share, setShare] = useState<number | null>(null)
  const [refusal, setRefusal] = useState<Refused | null>(null)

  const [newest, setNewest] = useState<string | null>(null)
  const [lines, setLines] = useState<readonly string[] | null>(null)
  const [wanted, setWanted] = useState<{ line: number } | null>(null)
  const [side, setSide] = useState('turns')

  const about = aboutOf(draft, preview)
  const rows = speakersOf(draft, preview)
  const errors = refusal?.fields ?? {}
  // A word processor's file is an archive: its lines say nothing to anybody.
  const hasLines = preview.encoding !== null && preview.format !== 'docx'
  const faulty = useMemo(
    () => new Set(preview.problems.flatMap(({ places }) => places.flatMap(({ line }) => line ?? []))),
    [preview.problems],
  )

  async function readLines() {
    if (lines === null) setLines(await linesOf(file, preview.encoding))
  }

  function showLine(line: number) {
    setSide('file')
    setWanted({ line })
    void readLines()
  }

  function addVoiceFor(run: TurnRun) {
    const voice = newVoice()
    setDraft(giveTurns({ ...draft, voices: [...draft.voices, voice] }, preview, { ...run, key: voice.key }))
    setNewest(voice.key)
  }

  // Somebody new is named before anything else.
  useEffect(() => {
    if (newest) document.getElementById(newest)?.focus()
  }, [newest])

  useEffect(() => heading.current?.focus(), [])
  useEffect(() => keepDraft(preview.contentHash, draft), [preview.contentHash, draft])
  useEffect(() => {
    if (refusal) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refusal])

  async function save(event: FormEvent) {
    event.preventDefault()
    if (share !== null) return
    const outcome = await saveLoad(file, preview, draft, (sent) => setShare(sent))
    if (outcome.ok) {
      forgetDraft(preview.contentHash)
      router.push(`/desk/interviews/${outcome.id}`)
      return
    }
    setShare(null)
    setRefusal(outcome.error)
    const known = z.array(earlierLoadSchema).safeParse(outcome.error.current)
    if (known.success) setEarlier(known.data)
  }

  return (
    <form ref={form} onSubmit={save} noValidate className="flex flex-col gap-6">
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-2">
          <h2 ref={heading} tabIndex={-1} className="font-serif text-2xl leading-tight outline-none">
            {preview.fileName}
          </h2>
          <Button variant="quiet" onClick={onStartAgain}>
            Load another file instead
          </Button>
        </div>
        <LoadFacts preview={preview} formats={formats} busy={share !== null} onFormat={onFormat} />
        <LoadProblems
          problems={preview.problems}
          lines={lines}
          onNeedLines={readLines}
          onLine={hasLines ? showLine : null}
        />
        {!preview.loadable && hasLines && wanted && (
          <LoadFileView lines={lines} wanted={wanted} faulty={faulty} />
        )}
      </div>
      {preview.loadable && (
        <>
          <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
            <div className="flex min-w-0 flex-col gap-8">
              <Part title="About the interview">
                <InterviewAbout
                  values={about}
                  errors={errors}
                  onChange={(field, value) =>
                    setDraft({ ...draft, about: { ...draft.about, [field]: value } })
                  }
                />
                <CheckboxField
                  className="mt-4"
                  label="A machine wrote these words"
                  name="machineMade"
                  hint="Speech recognition or automatic captions. Then somebody replays the clip before a claim on them is approved."
                  checked={draft.machineMade ?? preview.machineMade}
                  onChange={(event) => setDraft({ ...draft, machineMade: event.target.checked })}
                />
              </Part>
              <Part
                title={rows.length === 1 ? 'Who speaks' : `Who speaks: ${rows.length} labels in the file`}
              >
                <LoadSpeakers
                  rows={rows}
                  persons={persons}
                  errors={errors}
                  onChange={(index, change) => setDraft(changeSpeaker(draft, rows, index, change))}
                  voices={draft.voices}
                  onVoices={(voices) => {
                    setDraft({ ...draft, voices })
                    if (voices.length > draft.voices.length) setNewest(voices.at(-1)?.key ?? null)
                  }}
                  onRemoveVoice={(key) => setDraft(withoutVoice(draft, key))}
                />
              </Part>
            </div>
            <Part title="What was read" className="self-start lg:sticky lg:top-4">
              <Tabs
                label="What was read"
                shown={hasLines ? side : 'turns'}
                onShow={(key) => {
                  setSide(key)
                  if (key === 'file') void readLines()
                }}
                tabs={[
                  {
                    key: 'turns',
                    label: 'Turns',
                    content: (
                      <LoadTurns
                        turns={preview.turns}
                        total={preview.counts.turns}
                        speakerOf={speakerInTurn(draft, preview)}
                        cast={castOf(draft, preview)}
                        onGive={(run) => setDraft(giveTurns(draft, preview, run))}
                        onNewVoice={addVoiceFor}
                        language={about.language}
                      />
                    ),
                  },
                  ...(hasLines
                    ? [
                        {
                          key: 'file',
                          label: 'The file itself',
                          content: <LoadFileView lines={lines} wanted={wanted} faulty={faulty} />,
                        },
                      ]
                    : []),
                ]}
              />
            </Part>
          </div>
          <LoadEarlier
            earlier={earlier}
            again={draft.loadAgain}
            onChange={(loadAgain) => setDraft({ ...draft, loadAgain })}
            error={refusal?.kind === 'conflict' ? refusal.message : undefined}
          />
          <div className="sticky bottom-0 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-ink bg-paper py-3">
            <Button type="submit" variant="primary" busy={share !== null}>
              {share === null
                ? 'Save as a new interview'
                : share < 1
                  ? `Sending ${Math.round(share * 100)} %`
                  : 'Saving…'}
            </Button>
            <div className="min-w-0 flex-1 text-sm text-ink-soft">
              <FormError message={refusal?.message} />
              {!refusal && (
                <p className="hidden sm:block">
                  Nothing is stored before you save. Readers see nothing until you publish.
                </p>
              )}
            </div>
          </div>
        </>
      )}
    </form>
  )
}

function Part({
  title,
  className = '',
  children,
}: {
  title: string
  className?: string
  children: React.ReactNode
}) {
  return (
    <section className={`min-w-0 ${className}`}>
      <h3 className="mb-3 font-serif text-xl">{title}</h3>
      {children}
    </section>
  )
}

const savedSchema = z.object({ id: z.string() })

/** Sends the file again with the decisions; what the schema refuses is refused here, before anything is sent. */
async function saveLoad(
  file: File,
  preview: Preview,
  draft: LoadDraft,
  onProgress: (share: number) => void,
): Promise<{ ok: true; id: string } | { ok: false; error: Refused }> {
  const decisions = decisionsOf(draft, preview)
  const checked = loadDecisionsSchema.safeParse(decisions)
  if (!checked.success) {
    const fields = Object.fromEntries(
      checked.error.issues.map((issue) => [issue.path.join('.'), issue.message]),
    )
    return { ok: false, error: { ...refused('invalid', checked.error.issues[0]?.message ?? ''), fields } }
  }
  onProgress(0)
  const form = new FormData()
  form.append('decisions', JSON.stringify(decisions))
  if (preview.format) form.append('format', preview.format)
  form.append('file', file)
  const sent = await sendBody('/api/interviews', form, { onProgress })
  if (!sent.ok) return sent
  const saved = savedSchema.safeParse(sent.body)
  if (saved.success) return { ok: true, id: saved.data.id }
  return {
    ok: false,
    error: refused('fault', 'It was saved, but the answer could not be read. See the list of interviews.'),
  }
}
