import { useState } from 'react'
import type { ClaimView } from '@/claims/views'
import { STATUS_LABELS, type Status } from '@/claims/words-of-the-trade'
import { useDesk } from '@/components/claims/desk-context'
import { HandBackForm } from '@/components/claims/life/hand-back-form'
import { standingId } from '@/components/claims/life/keep-focus'
import { stepActs } from '@/components/claims/life/step-acts'
import { useSteps } from '@/components/claims/life/use-steps'
import { MomentText } from '@/components/claims/moment-text'
import { STATUS_TONES } from '@/components/claims/status-tone'
import { useDrop } from '@/components/claims/use-drop'
import { useActs } from '@/components/desk/acts/acts.island'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { StatusBadge } from '@/components/ui/status-badge'

const MOVE_LABELS: Record<Status, string> = {
  flagged: 'Back to flagged',
  researching: 'Start research',
  awaitingReply: 'Await a reply',
  inReview: 'Send to review',
  approved: 'Approve',
  held: 'Hold',
  dropped: 'Drop',
}

/** Where the claim stands and where it may go from here: what is missing is listed before anybody tries. */
export function ClaimSteps({ claim }: { claim: ClaimView }) {
  const { saver, memberId, say } = useDesk()
  const { move, approve, busy, error } = useSteps(claim)
  const { drop, restore, refusal, dropping } = useDrop(claim)
  const [handingBack, setHandingBack] = useState(false)
  const { abilities } = claim
  const unsaved = saver.holds(claim.id)

  useActs(
    stepActs(claim, {
      move,
      approve,
      drop,
      restore,
      handBack: () => setHandingBack(true),
      assignToMe() {
        saver.edit(claim, 'assigneeId', memberId)
        void saver.flush()
        say(`Claim ${claim.number} is yours.`)
      },
      mine: claim.assignee?.id === memberId,
    }),
  )

  return (
    <section
      id={standingId(claim.id)}
      tabIndex={-1}
      aria-label={`Where this claim stands: ${STATUS_LABELS[claim.status]}`}
      className="flex flex-col gap-3 border-t-2 border-ink pt-3"
    >
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
        <Sentences title="Before it can be approved" sentences={claim.missing} />
      )}
      {claim.status !== 'dropped' && claim.status !== 'approved' && claim.warnings.length > 0 && (
        <Sentences title="Worth knowing first" sentences={claim.warnings} />
      )}
      {handingBack && abilities.handBack.allowed && (
        <HandBackForm claim={claim} onDone={() => setHandingBack(false)} />
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
        {abilities.handBack.allowed && !handingBack && (
          <Button onClick={() => setHandingBack(true)}>Hand back…</Button>
        )}
        {abilities.moves.map((to) => (
          <Button
            key={to}
            variant={to === 'inReview' ? 'primary' : 'secondary'}
            busy={busy}
            onClick={() => move(to)}
          >
            {MOVE_LABELS[to]}
          </Button>
        ))}
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
        {whyNot(claim, unsaved)}
      </p>
      <FormError message={error?.message ?? refusal} />
    </section>
  )
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  return (
    <div className="text-sm">
      <p className="font-semibold">{title}</p>
      <ul className="list-disc ps-5 text-ink-soft">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}

/** Why what stands next is not offered to this member; what is missing is listed above already. */
function whyNot({ status, abilities, missing }: ClaimView, unsaved: boolean): string {
  if (status === 'inReview' && !abilities.approve.allowed && !missing.includes(abilities.approve.reason))
    return abilities.approve.reason
  if (status === 'inReview' && abilities.approve.allowed && unsaved)
    return 'Your changes are being saved; then it can be approved.'
  const { movesRefused } = abilities
  if (movesRefused.length === 0 || status === 'dropped') return ''
  const moves = movesRefused.map((to) => `“${MOVE_LABELS[to]}”`).join(', ')
  return `For an editor: ${moves}.`
}
