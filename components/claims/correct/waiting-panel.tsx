import { ArrowLeft } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { WaitingClaim } from '@/claims/views'
import { fetchWaiting } from '@/components/claims/correct/fetch-history'
import { ProposalCard } from '@/components/claims/correct/proposal-card'
import { useDesk } from '@/components/claims/desk-context'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { formatTimestamp } from '@/transcripts/timestamp'

/** The claims that wait for their words, one after another. Nothing is put anywhere before somebody says so. */
export function WaitingPanel() {
  const { claims, go, view, correct } = useDesk()
  const waiting = claims.filter((claim) => claim.needsAnchor && claim.status !== 'dropped')
  const [known, setKnown] = useState<readonly WaitingClaim[] | null>(null)
  const [failed, setFailed] = useState(false)
  const [at, setAt] = useState(0)
  const heading = useRef<HTMLHeadingElement>(null)
  const claim = waiting[Math.min(at, waiting.length - 1)]
  const proposed = known?.find((one) => one.claimId === claim?.id)

  const load = useCallback(async () => {
    const found = await fetchWaiting(view.interviewId)
    setFailed(found === null)
    if (found) setKnown(found)
  }, [view.interviewId])

  // What is proposed depends on the words, so with every correction it is asked for anew.
  const { turnsMoment } = correct
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useEffect(() => {
    void load()
  }, [load, turnsMoment, waiting.length])

  function goTo(place: number) {
    setAt(place)
    heading.current?.focus()
  }

  return (
    <section aria-labelledby="waiting-title" className="flex flex-col gap-4 pb-24">
      <Button
        variant="quiet"
        className="-ms-2 self-start px-2"
        onClick={() => go({ kind: 'list' }, { focus: true })}
      >
        <ArrowLeft aria-hidden="true" className="size-4" />
        All claims
      </Button>
      <h2 id="waiting-title" ref={heading} tabIndex={-1} data-panel-heading className="font-serif text-xl">
        {claim
          ? `Claim ${claim.number} waits for its words, ${Math.min(at, waiting.length - 1) + 1} of ${waiting.length}`
          : 'No claim waits for its words'}
      </h2>
      {failed && (
        <Notice tone="danger" live actions={<Button onClick={load}>Try again</Button>}>
          The proposals could not be read.
        </Notice>
      )}
      {!claim && (
        <EmptyState title="Every claim stands on its words">
          Where a correction touches a quote, its claim comes here until somebody has said where its words are
          now.
        </EmptyState>
      )}
      {claim && (
        <>
          <p className="text-sm text-ink-soft">
            {claim.speaker}
            {proposed?.startMs != null && `, ${formatTimestamp(proposed.startMs)}`}. A correction changed the
            words under this quote. It is not published again until it is put back.
          </p>
          {claim.claimReviewed && (
            <p className="font-serif text-base leading-snug" dir="auto">
              {claim.claimReviewed}
            </p>
          )}
          {proposed ? (
            <ProposalCard
              key={`${claim.id}:${claim.version}`}
              claim={claim}
              waiting={proposed}
              onPut={() => goTo(at)}
            />
          ) : (
            !failed && <p role="status">Looking for the words…</p>
          )}
          {waiting.length > 1 && (
            <div className="flex flex-wrap gap-2 border-t border-rule pt-3">
              <Button disabled={at <= 0} onClick={() => goTo(at - 1)}>
                The one before
              </Button>
              <Button disabled={at >= waiting.length - 1} onClick={() => goTo(at + 1)}>
                Leave it, next
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  )
}
