import { ArrowLeft, ChevronDown, ChevronUp } from 'lucide-react'
import type { ClaimView } from '@/claims/views'
import { STATUS_LABELS } from '@/claims/words-of-the-trade'
import { ChallengeChoice } from '@/components/claims/challenge-choice'
import { ClaimText, FieldConflict, useClaimField } from '@/components/claims/claim-field'
import { ClaimQuote } from '@/components/claims/claim-quote'
import { ClaimSteps } from '@/components/claims/claim-steps'
import { useDesk } from '@/components/claims/desk-context'
import { EvidenceSection } from '@/components/claims/evidence-section'
import { ExplanationField } from '@/components/claims/explanation-field'
import { ReplySection } from '@/components/claims/reply-section'
import { STATUS_TONES } from '@/components/claims/status-tone'
import { TalkSection } from '@/components/claims/talk/talk-section'
import { TopicsField } from '@/components/claims/topics-field'
import { VerdictChoice } from '@/components/claims/verdict-choice'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { SelectField } from '@/components/ui/select-field'
import { StatusBadge } from '@/components/ui/status-badge'

/** One claim with everything that is known and written about it. Whatever is typed saves by itself. */
export function OpenClaim({ claim }: { claim: ClaimView }) {
  const { go, claims } = useDesk()
  const disabled = !claim.abilities.edit.allowed
  const place = claims.findIndex((one) => one.id === claim.id)
  const neighbour = (step: number) => claims[place + step]
  const goTo = (other: ClaimView | undefined) =>
    other && go({ kind: 'claim', claimId: other.id }, { focus: true })
  return (
    <article aria-labelledby="open-claim-title" className="flex flex-col gap-6 pb-24">
      <header className="flex items-center gap-1 border-b border-rule pb-2">
        <Button variant="quiet" className="-ms-2 px-2" onClick={() => go({ kind: 'list' }, { focus: true })}>
          <ArrowLeft aria-hidden="true" className="size-4" />
          All claims
        </Button>
        <h2 id="open-claim-title" tabIndex={-1} data-panel-heading className="ms-auto font-serif text-xl">
          Claim {claim.number}
        </h2>
        <Button
          variant="quiet"
          className="px-2"
          aria-label="Claim before"
          disabled={!neighbour(-1)}
          onClick={() => goTo(neighbour(-1))}
        >
          <ChevronUp aria-hidden="true" className="size-5" />
        </Button>
        <Button
          variant="quiet"
          className="px-2"
          aria-label="Next claim"
          disabled={!neighbour(1)}
          onClick={() => goTo(neighbour(1))}
        >
          <ChevronDown aria-hidden="true" className="size-5" />
        </Button>
      </header>
      <p className="-mt-3 flex flex-wrap gap-x-4">
        <StatusBadge tone={STATUS_TONES[claim.status]}>{STATUS_LABELS[claim.status]}</StatusBadge>
        {claim.approval && !claim.approval.current && claim.status !== 'dropped' && (
          <span className="text-sm text-ink-soft">Changed since it was approved</span>
        )}
      </p>
      {!claim.abilities.edit.allowed && <Notice>{claim.abilities.edit.reason}</Notice>}
      <ClaimQuote claim={claim} disabled={disabled} />
      <ClaimText
        claim={claim}
        field="claimReviewed"
        label="The claim as one sentence"
        hint="What is checked, so that it stands on its own."
        rows={2}
        disabled={disabled}
      />
      <VerdictChoice claim={claim} disabled={disabled} />
      <ExplanationField claim={claim} disabled={disabled} />
      <EvidenceSection claim={claim} disabled={disabled} />
      <ChallengeChoice claim={claim} disabled={disabled} />
      <ReplySection claim={claim} disabled={disabled} />
      <TopicsField claim={claim} disabled={disabled} />
      <AssigneeField claim={claim} disabled={disabled} />
      <ClaimText
        claim={claim}
        field="internalNote"
        label="Internal note"
        hint="For the desk only; never published."
        rows={3}
        disabled={disabled}
      />
      <TalkSection claim={claim} />
      <ClaimSteps claim={claim} />
      <p className="text-sm text-ink-soft">
        {claim.createdBy ? `Flagged by ${claim.createdBy.name}. ` : ''}
        {claim.contributors.length > 0 &&
          `Written by ${claim.contributors.map((person) => person.name).join(', ')}.`}
      </p>
    </article>
  )
}

function AssigneeField({ claim, disabled }: { claim: ClaimView; disabled: boolean }) {
  const { view } = useDesk()
  const { text, error, set } = useClaimField(claim, 'assigneeId')
  const nameOf = (id: unknown) => view.members.find((member) => member.id === id)?.name
  // Somebody who left the desk still stands here until the work is handed on.
  const gone = claim.assignee && !nameOf(claim.assignee.id) ? [claim.assignee] : []
  return (
    <div className="flex flex-col gap-2">
      <SelectField
        label="Assigned to"
        name="assignee"
        id={`assignee-${claim.id}`}
        value={text}
        error={error}
        disabled={disabled}
        options={[
          { value: '', label: 'Nobody' },
          ...[...view.members, ...gone].map((member) => ({ value: member.id, label: member.name })),
        ]}
        onChange={(event) => set(event.target.value || null)}
      />
      <FieldConflict
        claim={claim}
        field="assigneeId"
        what="Who it is assigned to"
        show={(id) => nameOf(id) ?? 'Nobody'}
      />
    </div>
  )
}
