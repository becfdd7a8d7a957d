import { useEffect, useState } from 'react'
import type { SaidHere } from '@/claims/similar/views'
import type { ClaimView } from '@/claims/views'
import { STATUS_LABELS } from '@/claims/words-of-the-trade'
import { askSaid } from '@/components/claims/said-before/ask-similar'
import { deskPath } from '@/components/claims/said-before/similar-line'
import { Button } from '@/components/ui/button'
import { formatTimestamp } from '@/transcripts/timestamp'

/** How often the same was said, and where; the list is fetched when somebody opens it. */
export function SaidTimes({ claim }: { claim: ClaimView }) {
  const [open, setOpen] = useState(false)
  const { times } = claim.said
  if (times < 2) return null
  return (
    <div>
      <Button
        variant="quiet"
        className="-ms-3.5"
        aria-expanded={open}
        onClick={() => setOpen((before) => !before)}
      >
        Said {times} times
      </Button>
      {open && <Places key={`${claim.id} ${times}`} claim={claim} />}
    </div>
  )
}

function Places({ claim }: { claim: ClaimView }) {
  const [places, setPlaces] = useState<SaidHere[] | 'lost' | null>(null)
  const [asked, setAsked] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` asks again
  useEffect(() => {
    const gone = new AbortController()
    askSaid(claim.id, gone.signal)
      .then((answer) => gone.signal.aborted || setPlaces(answer ?? 'lost'))
      .catch(() => undefined)
    return () => gone.abort()
  }, [claim.id, asked])
  if (places === 'lost')
    return (
      <p role="alert" className="text-sm">
        The list could not be read. <Button onClick={() => setAsked(asked + 1)}>Try again</Button>
      </p>
    )
  if (!places) return <p className="text-sm text-ink-soft">Looking where…</p>
  return (
    <ol className="flex flex-col gap-2 text-sm">
      {places.map((place) => (
        <li key={place.claimId} className="border-s-2 border-rule ps-3">
          <p className="line-clamp-2 font-serif text-base leading-snug wrap-anywhere" dir="auto">
            “{place.quote}”
          </p>
          <p className="text-ink-soft" dir="auto">
            {place.claimId === claim.id ? (
              <b className="text-ink">This claim</b>
            ) : (
              <a className="text-link" href={deskPath(place)} target="_blank" rel="noreferrer">
                {place.interviewTitle}, claim {place.number}
              </a>
            )}
            {place.startMs !== null && `, ${formatTimestamp(place.startMs)}`}
            {place.saidOn && ` · ${place.saidOn}`} · {place.speaker}
            {place.root && ' · checked there'} ·{' '}
            {place.published ? 'published' : STATUS_LABELS[place.status].toLowerCase()}
          </p>
        </li>
      ))}
    </ol>
  )
}
