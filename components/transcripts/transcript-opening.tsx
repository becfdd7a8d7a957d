import type { FetchedTranscript } from '@/components/transcripts/fetch-transcript'
import { Button, buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** What stands in the transcript's place until it is there. */
export type Opening = 'loading' | 'open' | Extract<FetchedTranscript, { ok: false }>['why']

const REASONS = {
  unreachable: 'The server could not be reached.',
  refused: 'The server answered with an error.',
  'signed-out': 'You are no longer signed in.',
}

export function TranscriptOpening({ opening, onRetry }: { opening: Opening; onRetry: () => void }) {
  if (opening === 'open') return null
  if (opening === 'loading')
    return (
      <p role="status" className="px-4 py-6 text-sm text-ink-soft sm:px-6">
        Loading the transcript …
      </p>
    )
  return (
    <div className="p-4 sm:p-6">
      <Notice
        tone="danger"
        live
        title="The transcript could not be loaded."
        actions={
          opening === 'signed-out' ? (
            <a
              className={buttonClass('primary')}
              href={`/sign-in?callbackUrl=${encodeURIComponent(location.pathname + location.hash)}`}
            >
              Sign in again
            </a>
          ) : (
            <Button onClick={onRetry}>Try again</Button>
          )
        }
      >
        <p>{REASONS[opening]} What you wrote is kept in this browser.</p>
      </Notice>
    </div>
  )
}
