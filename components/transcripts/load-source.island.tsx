'use client'
import { FileUp } from 'lucide-react'
import { type DragEvent, useState } from 'react'
import { type Refused, refused } from '@/components/transcripts/load-send'
import { Button } from '@/components/ui/button'
import { FilePick } from '@/components/ui/file-pick'
import { Tabs } from '@/components/ui/tabs.island'
import { TextArea } from '@/components/ui/text-area'
import { MOST_BYTES } from '@/transcripts/parse-request'

const MOST_MB = MOST_BYTES / 1024 / 1024

type Props = {
  onFile: (file: File) => void
  onRefusal: (refusal: Refused | null) => void
}

/** Where a transcript comes from: a file dropped or chosen, or pasted text. */
export function LoadSource({ onFile, onRefusal }: Props) {
  function take(file: File | undefined) {
    if (!file) return
    const reason = whyNot(file)
    onRefusal(reason)
    if (!reason) onFile(file)
  }
  return (
    <Tabs
      label="Where the transcript is"
      tabs={[
        {
          key: 'file',
          label: 'File',
          content: <DropZone onTake={take} onRefusal={onRefusal} />,
        },
        { key: 'paste', label: 'Pasted text', content: <PasteBox onTake={take} /> },
      ]}
    />
  )
}

function whyNot(file: File): Refused | null {
  if (file.size === 0) return refused('empty', `“${file.name}” is empty. Choose another file.`)
  if (file.size <= MOST_BYTES) return null
  const size = Math.ceil(file.size / 1024 / 1024)
  return refused(
    'too-large',
    `“${file.name}” has ${size} MB; a transcript may have ${MOST_MB} MB. If it is a recording, load its transcript here and add the recording to the interview afterwards.`,
  )
}

function DropZone({
  onTake,
  onRefusal,
}: {
  onTake: (file: File | undefined) => void
  onRefusal: (refusal: Refused) => void
}) {
  const [over, setOver] = useState(false)

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const [item, ...more] = [...event.dataTransfer.items].filter((entry) => entry.kind === 'file')
    if (more.length > 0) return onRefusal(refused('many', 'Drop one file at a time.'))
    if (item?.webkitGetAsEntry()?.isDirectory)
      return onRefusal(refused('folder', 'That is a folder. Drop the transcript’s file itself.'))
    onTake(event.dataTransfer.files[0])
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way in; the file input inside is the first
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`flex min-h-56 flex-col items-center justify-center gap-3 border border-dashed px-4 py-8 text-center ${over ? 'border-accent bg-surface' : 'border-rule-strong'}`}
    >
      <FileUp aria-hidden="true" className="size-8 text-ink-soft" />
      <p className="font-serif text-xl pointer-coarse:hidden">Drop a transcript here</p>
      <FilePick label="Choose a file" onPick={onTake} />
      <p className="max-w-prose text-sm text-ink-soft">
        Up to {MOST_MB} MB. You see what was read before anything is stored.
      </p>
    </div>
  )
}

function PasteBox({ onTake }: { onTake: (file: File) => void }) {
  const [text, setText] = useState('')
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        onTake(new File([text], 'pasted.txt', { type: 'text/plain' }))
      }}
    >
      <TextArea
        label="Transcript"
        name="pasted"
        hint="A speaker’s name and a colon at the start of each turn; times such as [12:34] are understood. Captions can be pasted too."
        rows={10}
        value={text}
        onChange={(event) => setText(event.target.value)}
        spellCheck={false}
      />
      <div>
        <Button type="submit" variant="primary" disabled={text.trim() === ''}>
          Read this text
        </Button>
      </div>
    </form>
  )
}
