import type { ClaimView } from '@/claims/views'
import { useDesk } from '@/components/claims/desk-context'
import { WhereMade } from '@/components/claims/sources/where-made'
import { useReanchor } from '@/components/claims/use-reanchor'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { formatTimestamp } from '@/transcripts/timestamp'

/** What was said, by whom and when, and where it stands in the transcript. */
export function ClaimQuote({ claim, disabled }: { claim: ClaimView; disabled: boolean }) {
  const { show, play, mode, go } = useDesk()
  const moving = mode.kind === 'anchor' && mode.claimId === claim.id

  const reanchor = useReanchor(claim)

  return (
    <section aria-label="What was said" className="flex flex-col gap-2">
      <blockquote
        className="border-s-4 border-ink ps-3 font-serif text-xl leading-snug whitespace-pre-line"
        dir="auto"
      >
        “{claim.quote}”
      </blockquote>
      <p className="text-sm text-ink-soft">
        {claim.speaker}
        {claim.startMs !== null && `, ${formatTimestamp(claim.startMs)}`}
        {claim.startMs !== null && claim.endMs !== null && ` to ${formatTimestamp(claim.endMs)}`}
      </p>
      <WhereMade claim={claim} disabled={disabled} />
      {claim.needsAnchor && (
        <Notice
          tone="warning"
          title="The transcript changed under this quote"
          actions={
            <Button onClick={() => go({ kind: 'waiting' }, { focus: true })}>
              See where it may stand now
            </Button>
          }
        >
          Or select the words where it stands, then choose “Move claim {claim.number} here”. Until then it is
          not published again.
        </Notice>
      )}
      {claim.origin === 'interview' && (
        <div className="-ms-3.5 flex flex-wrap">
          {claim.anchor && !claim.needsAnchor && (
            <Button variant="quiet" onClick={() => show(claim)}>
              Show in the transcript
            </Button>
          )}
          {play && claim.startMs !== null && (
            <Button variant="quiet" onClick={() => play(claim.startMs ?? 0)}>
              Play
            </Button>
          )}
          <Button variant="quiet" disabled={disabled || moving} onClick={reanchor}>
            {moving ? 'Select the words…' : 'Move to other words'}
          </Button>
        </div>
      )}
    </section>
  )
}
