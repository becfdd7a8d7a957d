import { ArrowLeft, ChevronDown, ChevronUp } from 'lucide-react'
import type { ClaimView } from '@/claims/views'
import { STATUS_LABELS } from '@/claims/words-of-the-trade'
import { ChallengeChoice } from '@/components/claims/challenge-choice'
import { ClaimText } from '@/components/claims/claim-field'
import { ClaimQuote } from '@/components/claims/claim-quote'
import { ClaimSteps } from '@/components/claims/claim-steps'
import { useDesk } from '@/components/claims/desk-context'
import { EvidenceSection } from '@/components/claims/evidence-section'
import { ExplanationField } from '@/components/claims/explanation-field'
import { AgreementSection } from '@/components/claims/life/agreement-section'
import { ChangesSection } from '@/components/claims/life/changes-section'
import { HandedBackNote } from '@/components/claims/life/handed-back-note'
import { HearingSection } from '@/components/claims/life/hearing-section'
import { WorkFields } from '@/components/claims/life/work-fields'
import { ClaimPeople } from '@/components/claims/live/claim-people'
import { claimName, isProvisional } from '@/components/claims/outbox/provisional-claim'
import { ReplySection } from '@/components/claims/reply-section'
import { SaidBefore } from '@/components/claims/said-before/said-before'
import { STATUS_TONES } from '@/components/claims/status-tone'
import { TalkSection } from '@/components/claims/talk/talk-section'
import { TopicsField } from '@/components/claims/topics-field'
import { VerdictChoice } from '@/components/claims/verdict-choice'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { StatusBadge } from '@/components/ui/status-badge'

/** One claim with everything that is known and written about it. Whatever is typed saves by itself. */
export function OpenClaim({ claim }: { claim: ClaimView }) {
  const { go, claims } = useDesk()
  const disabled = !claim.abilities.edit.allowed
  // A repeat's check is its root's: read here, written there.
  const ownCheck = claim.said.repeatOf === null
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
          {claimName(claim)}
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
      <ClaimPeople claimId={claim.id} />
      {isProvisional(claim) && (
        <Notice>
          Not saved yet. The server could not be reached; the claim is kept in this browser and sent by
          itself. You can go on writing.
        </Notice>
      )}
      {!claim.abilities.edit.allowed && <Notice>{claim.abilities.edit.reason}</Notice>}
      <HandedBackNote claim={claim} />
      <ChangesSection claim={claim} />
      <ClaimQuote claim={claim} disabled={disabled} />
      <HearingSection claim={claim} />
      <WorkFields claim={claim} disabled={disabled} />
      {ownCheck && (
        <ClaimText
          claim={claim}
          field="claimReviewed"
          label="The claim as one sentence"
          hint="What is checked, so that it stands on its own."
          rows={2}
          disabled={disabled}
        />
      )}
      <SaidBefore key={`said-${claim.id}`} claim={claim} />
      {ownCheck && (
        <>
          <VerdictChoice claim={claim} disabled={disabled} />
          <ExplanationField claim={claim} disabled={disabled} />
          <EvidenceSection claim={claim} disabled={disabled} />
        </>
      )}
      <ChallengeChoice claim={claim} disabled={disabled} />
      {ownCheck && (
        <>
          <ReplySection claim={claim} disabled={disabled} />
          <TopicsField claim={claim} disabled={disabled} />
        </>
      )}
      <ClaimText
        claim={claim}
        field="internalNote"
        label="Internal note"
        hint="For the desk only; never published."
        rows={3}
        disabled={disabled}
      />
      <TalkSection claim={claim} />
      <AgreementSection claim={claim} />
      <ClaimSteps claim={claim} />
      <p className="text-sm text-ink-soft">
        {claim.createdBy ? `Flagged by ${claim.createdBy.name}. ` : ''}
        {claim.contributors.length > 0 &&
          `Written by ${claim.contributors.map((person) => person.name).join(', ')}.`}
      </p>
    </article>
  )
}
