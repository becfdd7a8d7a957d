import { useState } from 'react'
import type { SimilarClaim } from '@/claims/similar/views'
import type { ClaimView } from '@/claims/views'
import { useDesk } from '@/components/claims/desk-context'
import { isProvisional } from '@/components/claims/outbox/provisional-claim'
import { repeatActs } from '@/components/claims/said-before/repeat-acts'
import { SaidTimes } from '@/components/claims/said-before/said-times'
import { SharedCheck } from '@/components/claims/said-before/shared-check'
import { deskPath, SimilarLine } from '@/components/claims/said-before/similar-line'
import { headingId, type Repeating, useRepeat } from '@/components/claims/said-before/use-repeat'
import { allOf, useSimilar } from '@/components/claims/said-before/use-similar'
import { useActs } from '@/components/desk/acts/acts.island'
import { Button, buttonClass } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { Notice } from '@/components/ui/notice'

/** Whether the same was said before: what reads like it, the check that it shares, and how often it was said. */
export function SaidBefore({ claim }: { claim: ClaimView }) {
  const { view, saver } = useDesk()
  const repeating = useRepeat(claim)
  const typed = saver.value(claim, 'claimReviewed')
  const found = useSimilar(
    claim.said.repeatOf || isProvisional(claim) || claim.status === 'dropped'
      ? null
      : {
          interviewId: view.interviewId,
          claimId: claim.id,
          turnId: null,
          text: typeof typed === 'string' && typed !== claim.claimReviewed ? `${typed} ${claim.quote}` : null,
        },
  )
  const all = allOf(found)
  useActs(repeatActs(claim, all[0] ?? null, repeating))
  return (
    <section aria-labelledby={headingId(claim.id)} className="flex flex-col gap-2">
      <h3 id={headingId(claim.id)} tabIndex={-1} className="text-sm font-semibold">
        Said before
      </h3>
      {claim.said.repeatOf ? (
        <Shared claim={claim} of={claim.said.repeatOf} repeating={repeating} />
      ) : (
        <Similar
          claim={claim}
          all={all}
          same={found?.samePerson.length ?? 0}
          asked={found !== null}
          repeating={repeating}
        />
      )}
      <SaidTimes claim={claim} />
      <ChangedRepeats claim={claim} repeating={repeating} />
      <FormError message={repeating.refusal} />
    </section>
  )
}

/** A repeat: where it was checked, that check to read, and what can be done about it. */
function Shared({
  claim,
  of,
  repeating,
}: {
  claim: ClaimView
  of: NonNullable<ClaimView['said']['repeatOf']>
  repeating: Repeating
}) {
  const disabled = !claim.abilities.edit.allowed || repeating.busy
  return (
    <>
      <p className="text-sm">
        Checked once, in{' '}
        <a className="text-link" href={deskPath(of)}>
          {of.interviewTitle}, claim {of.number}
        </a>
        . Change the check there; it holds for every time that this was said.
      </p>
      {of.state === 'changed' && (
        <Notice tone="warning" title="The check changed since this claim was approved">
          Readers go on seeing what was approved here. Approve this claim again to show the check as it is
          now.
        </Notice>
      )}
      {of.state === 'open' && (
        <p className="text-sm text-ink-soft">That check is not approved as it stands, so this claim waits.</p>
      )}
      <SharedCheck claim={claim} />
      <div className="flex flex-wrap gap-2">
        <Button disabled={disabled} onClick={() => repeating.part()}>
          Part the two
        </Button>
        <Button disabled={disabled} onClick={() => repeating.reuse({ rootId: of.claimId })}>
          Use it as a start instead
        </Button>
      </div>
    </>
  )
}

/** What reads like a claim; shut at first, because most claims are new. */
function Similar({
  claim,
  all,
  same,
  asked,
  repeating,
}: {
  claim: ClaimView
  all: readonly SimilarClaim[]
  /** How many of them, the first, are by the same person. */
  same: number
  asked: boolean
  repeating: Repeating
}) {
  const [open, setOpen] = useState(false)
  const disabled = !claim.abilities.edit.allowed || repeating.busy
  const count = all.length === 1 ? '1 earlier claim reads' : `${all.length} earlier claims read`
  const line = (similar: SimilarClaim) => (
    <SimilarLine key={similar.claimId} claim={similar}>
      <Button variant="quiet" disabled={disabled} onClick={() => repeating.link(similar)}>
        Same claim: share its check
      </Button>
      <Button variant="quiet" disabled={disabled} onClick={() => repeating.reuse(similar)}>
        Use as a start
      </Button>
      <a className={buttonClass('quiet')} href={deskPath(similar)} target="_blank" rel="noreferrer">
        Open
        <span className="sr-only">
          {' '}
          claim {similar.number} of {similar.interviewTitle} in a new tab
        </span>
      </a>
    </SimilarLine>
  )
  return (
    <>
      <p role="status" className="text-sm text-ink-soft">
        {all.length > 0 ? `${count} like this.` : asked ? 'Nothing like it was flagged before.' : ''}
      </p>
      {all.length > 0 && (
        <Button className="self-start" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Hide' : all.length === 1 ? 'Show it' : 'Show them'}
        </Button>
      )}
      {open && same > 0 && (
        <div>
          <h4 className="text-sm font-semibold">By the same person</h4>
          <ul>{all.slice(0, same).map(line)}</ul>
        </div>
      )}
      {open && all.length > same && (
        <div>
          {same > 0 && <h4 className="text-sm font-semibold">By others</h4>}
          <ul>{all.slice(same).map(line)}</ul>
        </div>
      )}
    </>
  )
}

/** Repeats that were approved with the check as it was before this one was approved anew. */
function ChangedRepeats({ claim, repeating }: { claim: ClaimView; repeating: Repeating }) {
  const count = claim.said.changed.length
  if (count === 0) return null
  const repeats = count === 1 ? '1 repeat was' : `${count} repeats were`
  return (
    <Notice
      tone="warning"
      title={`${repeats} approved with the check as it was before`}
      actions={
        <Button disabled={repeating.busy} onClick={() => repeating.approveRepeats()}>
          {count === 1 ? 'Approve it again' : `Approve all ${count} again`}
        </Button>
      }
    >
      Their pages go on showing that until they are approved again and published.
    </Notice>
  )
}
