import { useState } from 'react'
import { needsReason } from '@/claims/policy'
import type { ClaimView } from '@/claims/views'
import { STATUS_LABELS, type Status } from '@/claims/words-of-the-trade'
import { useDesk } from '@/components/claims/desk-context'
import { MomentText } from '@/components/claims/moment-text'
import { STATUS_TONES } from '@/components/claims/status-tone'
import { useDrop } from '@/components/claims/use-drop'
import { useSend } from '@/components/claims/use-send'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { StatusBadge } from '@/components/ui/status-badge'
import { TextArea } from '@/components/ui/text-area'

const MOVE_LABELS: Record<Status, string> = {
  flagged: 'Back to flagged',
  researching: 'Start research',
  awaitingReply: 'Await a reply',
  inReview: 'Send to review',
  approved: 'Approve',
  held: 'Hold',
  dropped: 'Drop',
}

const UNSAVED_FORMS = [
  { kind: 'evidence', section: 'evidence-title', thing: 'a source' },
  { kind: 'reply', section: 'replies-title', thing: 'a right of reply' },
] as const

/** Where the claim stands and where it may go from here: what is missing is listed before anybody tries. */
export function ClaimSteps({ claim }: { claim: ClaimView }) {
  const { actions, accept, saver, store, say } = useDesk()
  const { run, busy, error, setError } = useSend()
  const { drop, restore, refusal, dropping } = useDrop(claim)
  const [reasonFor, setReasonFor] = useState<Status | null>(null)
  const [reason, setReason] = useState('')
  const { abilities } = claim
  const unsaved = saver.holds(claim.id)

  /** A source or reply that is written and not saved would stay behind: true stops the step and leads there. */
  function stoppedByForm(): boolean {
    const open = UNSAVED_FORMS.map(({ kind, section, thing }) => ({
      thing,
      form:
        store.names(`form:${claim.id}:${kind}:`).length > 0
          ? document.querySelector(`[aria-labelledby="${section}-${claim.id}"] form`)
          : null,
    })).find(({ form }) => form !== null)
    if (!open) return false
    const message = `You are still writing ${open.thing}. Save it or cancel it first; nothing was sent.`
    setError({ kind: 'unsaved', message, fields: {} })
    say(message)
    open.form?.querySelector<HTMLElement>('input, select, textarea')?.focus()
    return true
  }

  async function move(to: Status) {
    if (to === 'inReview' && stoppedByForm()) return
    if (needsReason(claim.status, to) && reasonFor !== to) {
      setReasonFor(to)
      return
    }
    const moved = await run(() => actions.moveClaim({ claimId: claim.id, from: claim.status, to, reason }))
    if (!moved) return
    setReasonFor(null)
    setReason('')
    accept(moved.value)
    say(`Claim ${claim.number} is now: ${STATUS_LABELS[moved.value.status]}.`)
  }

  async function approve() {
    const approved = await run(() => actions.approveClaim({ claimId: claim.id, version: claim.version }))
    if (!approved) return
    accept(approved.value)
    say(`Claim ${claim.number} approved.`)
  }

  return (
    <section aria-label="Where this claim stands" className="flex flex-col gap-3 border-t-2 border-ink pt-3">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <StatusBadge tone={STATUS_TONES[claim.status]}>{STATUS_LABELS[claim.status]}</StatusBadge>
        {claim.approval && (
          <p className="text-sm text-ink-soft">
            {claim.approval.current ? 'Approved' : 'Changed since it was approved'} by {claim.approval.by},{' '}
            <MomentText at={claim.approval.at} />
          </p>
        )}
      </div>
      {claim.status !== 'dropped' && claim.missing.length > 0 && (
        <div className="text-sm">
          <p className="font-semibold">Before it can be approved</p>
          <ul className="list-disc ps-5 text-ink-soft">
            {claim.missing.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      {reasonFor && (
        <TextArea
          label="Why it goes back"
          name="reason"
          id={`reason-${claim.id}`}
          rows={2}
          hint="The writer reads this among the comments."
          value={reason}
          error={error?.fields.reason}
          onChange={(event) => setReason(event.target.value)}
          autoFocus
        />
      )}
      <div className="flex flex-wrap gap-2">
        {claim.status === 'inReview' && (
          <Button
            variant="primary"
            busy={busy}
            disabled={!abilities.approve.allowed || unsaved}
            aria-describedby={`approve-why-${claim.id}`}
            onClick={approve}
          >
            Approve
          </Button>
        )}
        {abilities.moves.map((to) => (
          <Button
            key={to}
            variant={to === 'inReview' ? 'primary' : 'secondary'}
            busy={busy}
            onClick={() => move(to)}
          >
            {to === 'researching' && needsReason(claim.status, to) ? 'Send back' : MOVE_LABELS[to]}
          </Button>
        ))}
        {reasonFor && (
          <Button
            variant="quiet"
            onClick={() => {
              setReasonFor(null)
              setError(null)
            }}
          >
            Leave it
          </Button>
        )}
        {claim.status === 'dropped' ? (
          <Button disabled={!abilities.restore.allowed} busy={dropping} onClick={restore}>
            Restore
          </Button>
        ) : (
          <Button variant="quiet" disabled={!abilities.drop.allowed} busy={dropping} onClick={drop}>
            Drop
          </Button>
        )}
      </div>
      <p id={`approve-why-${claim.id}`} className="text-sm text-ink-soft empty:hidden">
        {claim.status === 'inReview' &&
        !abilities.approve.allowed &&
        !claim.missing.includes(abilities.approve.reason)
          ? abilities.approve.reason
          : ''}
        {claim.status === 'inReview' && abilities.approve.allowed && unsaved
          ? 'Your changes are being saved; then it can be approved.'
          : ''}
      </p>
      <FormError message={error?.message ?? refusal} />
    </section>
  )
}
