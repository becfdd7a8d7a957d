import { useRef, useState } from 'react'
import type { ClaimView, EvidenceView } from '@/claims/views'
import { BASIS_LABELS, EVIDENCE_KIND_LABELS, STANCE_LABELS } from '@/claims/words-of-the-trade'
import { useDesk } from '@/components/claims/desk-context'
import { EvidenceFormPanel } from '@/components/claims/evidence-form'
import { useRemoval } from '@/components/claims/use-removal'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'

/** The sources under a claim; experts of opposite stance stand side by side. */
export function EvidenceSection({ claim, disabled }: { claim: ClaimView; disabled: boolean }) {
  const { store } = useDesk()
  const [editing, setEditing] = useState<string | null>(
    // What an earlier page left unsent is open again.
    () => store.names(`form:${claim.id}:evidence:`)[0]?.split(':').at(-1) ?? null,
  )
  const adding = useRef<HTMLButtonElement>(null)
  const experts = claim.evidence.filter((item) => item.kind === 'expert')
  const disagree =
    experts.some((item) => item.stance === 'supports') && experts.some((item) => item.stance === 'disputes')
  const others = disagree ? claim.evidence.filter((item) => item.kind !== 'expert') : claim.evidence

  function close() {
    setEditing(null)
    requestAnimationFrame(() => adding.current?.focus())
  }

  const row = (item: EvidenceView) =>
    editing === item.id ? (
      <EvidenceFormPanel key={item.id} claim={claim} item={item} onDone={close} />
    ) : (
      <Source
        key={item.id}
        claim={claim}
        item={item}
        disabled={disabled}
        onEdit={() => setEditing(item.id)}
      />
    )

  return (
    <section aria-labelledby={`evidence-title-${claim.id}`} className="flex flex-col gap-3">
      <h3 id={`evidence-title-${claim.id}`} className="text-sm font-semibold">
        Evidence
      </h3>
      {claim.evidence.length === 0 && editing !== 'new' && (
        <p className="text-sm text-ink-soft">
          No source yet. A verdict that rates needs at least one that readers may see.
        </p>
      )}
      {disagree && (
        <div className="border-y border-verdict-disputed py-2">
          <h4 className="text-sm font-semibold text-verdict-disputed">Experts disagree</h4>
          <div className="mt-2 grid gap-3 sm:grid-cols-2">{experts.map(row)}</div>
        </div>
      )}
      {others.map(row)}
      {editing === 'new' ? (
        <EvidenceFormPanel claim={claim} item={null} onDone={close} />
      ) : (
        <Button ref={adding} className="self-start" disabled={disabled} onClick={() => setEditing('new')}>
          Add a source
        </Button>
      )}
    </section>
  )
}

function Source({
  claim,
  item,
  disabled,
  onEdit,
}: {
  claim: ClaimView
  item: EvidenceView
  disabled: boolean
  onEdit: () => void
}) {
  const { actions } = useDesk()
  const { id, ...fields } = item
  const { remove, busy, error } = useRemoval({
    done: 'Source removed',
    remove: () => actions.removeEvidence({ claimId: claim.id, itemId: id }),
    restore: (requestId) =>
      actions.saveEvidence({ claimId: claim.id, evidenceId: null, requestId, from: null, to: fields }),
  })

  return (
    <article className="border-s-2 border-rule-strong ps-3 text-sm">
      <p className="text-ink-soft">
        {EVIDENCE_KIND_LABELS[item.kind]} · {STANCE_LABELS[item.stance]}
        {item.primary && ' · Primary source'}
        {item.internal && <strong className="text-danger"> · For the desk only</strong>}
      </p>
      {item.expert && (
        <p>
          <strong>{item.expert.name}</strong>
          {item.expert.affiliation && `, ${item.expert.affiliation}`}
          {item.expert.basis && <span className="text-ink-soft"> ({BASIS_LABELS[item.expert.basis]})</span>}
        </p>
      )}
      <p className="font-semibold">
        {item.url ? (
          <a className="text-link" href={item.url} target="_blank" rel="noreferrer noopener">
            {item.title}
          </a>
        ) : (
          item.title
        )}
      </p>
      {(item.publisher || item.publishedOn) && (
        <p className="text-ink-soft">{[item.publisher, item.publishedOn].filter(Boolean).join(' · ')}</p>
      )}
      {item.quote && <blockquote className="mt-1 font-serif text-base">{item.quote}</blockquote>}
      <div className="-ms-3.5 mt-1 flex flex-wrap">
        <Button variant="quiet" disabled={disabled} onClick={onEdit} aria-label={`Change ${item.title}`}>
          Change
        </Button>
        <Button
          variant="quiet"
          disabled={disabled}
          busy={busy}
          onClick={remove}
          aria-label={`Remove ${item.title}`}
        >
          Remove
        </Button>
        {item.archivedUrl && (
          <a
            className="text-link self-center px-3.5"
            href={item.archivedUrl}
            target="_blank"
            rel="noreferrer noopener"
          >
            Archived
          </a>
        )}
      </div>
      <FormError message={error?.message} />
    </article>
  )
}
