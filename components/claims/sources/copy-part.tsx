import { useEffect, useRef, useState } from 'react'
import type { ClaimView, CopyView, EvidenceView } from '@/claims/views'
import { useDesk } from '@/components/claims/desk-context'
import { MomentText } from '@/components/claims/moment-text'
import { claimIn, send } from '@/components/claims/send'
import { sendBody } from '@/components/transcripts/load-send'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm.island'
import { FilePick } from '@/components/ui/file-pick'
import { FormError } from '@/components/ui/form-error'
import { Progress } from '@/components/ui/progress'

type Props = {
  claim: ClaimView
  item: EvidenceView
  disabled: boolean
  /** True where the page shall be kept at once; `onBegun` is called when that began. */
  begin: boolean
  onBegun: () => void
}

type Work = { what: 'page' | 'file'; share: number | null; stop: AbortController }

const ACCEPT =
  '.pdf,.html,.htm,.mhtml,.mht,.warc,.gz,.wacz,.txt,.csv,.json,.docx,.xlsx,.odt,.ods,image/*,audio/*,video/*'

/** The copy that is kept of a source: the page as it was, or a file of one's own. Only the desk can have it. */
export function CopyPart({ claim, item, disabled, begin, onBegun }: Props) {
  const { actions, accept, say } = useDesk()
  const [work, setWork] = useState<Work | null>(null)
  const [error, setError] = useState('')
  const place = `/api/claims/${claim.id}/sources/${item.id}/copy`
  const { copy } = item

  async function keep(what: Work['what'], address: string, body: File | null) {
    const stop = new AbortController()
    setWork({ what, share: body ? 0 : null, stop })
    setError('')
    say(what === 'page' ? 'Keeping the page.' : 'Sending the file.')
    const sent = await sendBody(address, body, {
      method: body ? 'PUT' : 'POST',
      signal: stop.signal,
      ...(body ? { onProgress: (share: number) => setWork({ what, share, stop }) } : {}),
    })
    setWork(null)
    const now = sent.ok ? claimIn(sent.body) : null
    if (now) accept(now)
    const told = sent.ok ? 'The copy is kept.' : sent.error.message
    if (!sent.ok && sent.error.kind !== 'stopped') setError(told)
    say(told)
  }
  const keepPage = () => void keep('page', `${place}/page`, null)
  const keepFile = (file: File) => void keep('file', `${place}?name=${encodeURIComponent(file.name)}`, file)

  const begun = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, where the form asked for it
  useEffect(() => {
    if (!begin || begun.current) return
    begun.current = true
    onBegun()
    keepPage()
  }, [begin])

  if (work)
    return (
      <div className="mt-1 flex flex-col items-start gap-1">
        <div className="w-full">
          <Progress
            label={work.what === 'page' ? 'Keeping the page…' : 'Sending the file…'}
            value={work.share}
          />
        </div>
        <Button variant="quiet" className="-ms-3.5" onClick={() => work.stop.abort()}>
          Stop
        </Button>
      </div>
    )
  return (
    <div className="mt-1 flex flex-col gap-1">
      {copy && <KeptCopy copy={copy} href={place} />}
      {!disabled && (
        <div className="-ms-3.5 flex flex-wrap items-start">
          {item.url && (
            <Button
              variant="quiet"
              onClick={keepPage}
              aria-label={`${copy ? 'Keep the page anew' : 'Keep the page'}: ${item.title}`}
            >
              {copy ? 'Keep the page anew' : 'Keep the page'}
            </Button>
          )}
          <FilePick
            label={copy ? 'Another file…' : 'Add a file…'}
            accept={ACCEPT}
            variant="quiet"
            onPick={keepFile}
          />
          {copy && (
            <Confirm
              trigger={
                <Button variant="quiet" aria-label={`Remove the copy: ${item.title}`}>
                  Remove the copy
                </Button>
              }
              title="Remove the kept copy?"
              confirmLabel="Remove it"
              danger
              onConfirm={async () => {
                const removed = await send(() => actions.removeCopy({ claimId: claim.id, itemId: item.id }))
                if (!removed.ok) return removed.error.message
                accept(removed.value)
                say('The copy is removed.')
                return null
              }}
            >
              “{copy.name}” is taken off this source. What the page says today may be something else.
            </Confirm>
          )}
        </div>
      )}
      <FormError message={error} />
    </div>
  )
}

function KeptCopy({ copy, href }: { copy: CopyView; href: string }) {
  return (
    <p className="text-ink-soft">
      Copy kept here:{' '}
      <a className="text-link break-words" href={href} download={copy.name}>
        {copy.name}
      </a>
      , {sizeOf(copy.bytes)}, <MomentText at={copy.at} />
      {copy.url ? ', from the page itself' : ', a file of our own'}
    </p>
  )
}

function sizeOf(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
