'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { type Refused, sendBody } from '@/components/transcripts/load-send'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm.island'
import { FilePick } from '@/components/ui/file-pick'
import { FormError } from '@/components/ui/form-error'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import { toastDone } from '@/components/ui/toaster.island'
import type { ServerAction } from '@/platform/action-result'
import type { InterviewHead } from '@/transcripts/views'

type Words = { alt: string; caption: string; credit: string }
type Props = {
  head: InterviewHead
  describe: ServerAction<Words & { interviewId: string }, { revision: number }>
  remove: ServerAction<{ interviewId: string }, { revision: number }>
}

const UNREACHABLE: Refused = {
  kind: 'unreachable',
  message: 'The server could not be reached. What you typed is still here; try again.',
  fields: {},
}

/** The picture at the top of the page, with the words that go with it. */
export function InterviewPicture({ head, describe, remove }: Props) {
  const router = useRouter()
  const { picture } = head
  const [file, setFile] = useState<File | null>(null)
  const [words, setWords] = useState<Words>({
    alt: picture?.alt ?? '',
    caption: picture?.caption ?? '',
    credit: picture?.credit ?? '',
  })
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refused | null>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const error = await save()
    setBusy(false)
    setRefusal(error)
    if (error) return
    setFile(null)
    toastDone('Saved')
    router.refresh()
  }

  async function save(): Promise<Refused | null> {
    if (!file) {
      const answer = await describe({ interviewId: head.id, ...words }).catch(() => null)
      if (!answer) return UNREACHABLE
      return answer.ok ? null : answer.error
    }
    const form = new FormData()
    for (const [name, value] of Object.entries(words)) form.append(name, value)
    form.append('file', file)
    const sent = await sendBody(`/api/interviews/${head.id}/picture`, form)
    return sent.ok ? null : sent.error
  }

  const bind = (name: keyof Words) => ({
    name,
    id: `picture-${name}`,
    value: words[name],
    error: refusal?.fields[name],
    onChange: (event: { target: { value: string } }) => setWords({ ...words, [name]: event.target.value }),
  })
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4 text-sm">
      {picture && (
        // biome-ignore lint/performance/noImgElement: a desk-only file behind sign-in, which an image service cannot fetch
        <img
          src={picture.url}
          alt={picture.alt}
          width={picture.width}
          height={picture.height}
          className="h-auto max-h-80 w-full bg-surface object-contain"
        />
      )}
      <FilePick
        label={picture ? 'Replace the picture' : 'Choose a picture'}
        hint={file ? `Chosen: ${file.name}. Save to keep it.` : 'JPEG, PNG or WebP, up to 20 MB.'}
        accept="image/jpeg,image/png,image/webp"
        onPick={(chosen) => {
          setRefusal(null)
          setFile(chosen)
        }}
      />
      {(picture || file) && (
        <>
          <TextArea
            label="Description"
            hint="For people who cannot see the picture: what it shows."
            rows={2}
            required
            {...bind('alt')}
          />
          <TextArea label="Caption" optional rows={2} {...bind('caption')} />
          <TextField label="Credit" optional {...bind('credit')} />
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit" busy={busy}>
              {busy ? 'Saving…' : 'Save the picture'}
            </Button>
            {picture && (
              <Confirm
                trigger={<Button variant="danger">Remove the picture</Button>}
                title="Remove the picture?"
                confirmLabel="Remove"
                danger
                onConfirm={async () => {
                  const answer = await remove({ interviewId: head.id })
                  if (!answer.ok) return answer.error.message
                  setWords({ alt: '', caption: '', credit: '' })
                  router.refresh()
                  return null
                }}
              >
                Pages already published keep theirs.
              </Confirm>
            )}
          </div>
        </>
      )}
      <FormError message={refusal?.message} />
    </form>
  )
}
