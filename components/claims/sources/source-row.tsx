import type { ClaimView, EvidenceView } from '@/claims/views'
import { BASIS_LABELS, EVIDENCE_KIND_LABELS, STANCE_LABELS } from '@/claims/words-of-the-trade'
import { useDesk } from '@/components/claims/desk-context'
import { sourceFields } from '@/components/claims/form-shapes'
import { CopyPart } from '@/components/claims/sources/copy-part'
import { useRemoval } from '@/components/claims/use-removal'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'

type Props = {
  claim: ClaimView
  item: EvidenceView
  disabled: boolean
  onEdit: () => void
  /** True where the form asked to keep its page. */
  keepPage: boolean
  onKeepingPage: () => void
}

/** A dispute stands in red and support in green at the margin; the words say the same. */
const EDGES = { disputes: 'border-danger', supports: 'border-ok', context: 'border-rule-strong' }

/** One source under a claim, as it stands. */
export function SourceRow({ claim, item, disabled, onEdit, keepPage, onKeepingPage }: Props) {
  const { actions } = useDesk()
  const { remove, busy, error } = useRemoval({
    done: 'Source removed',
    remove: () => actions.removeEvidence({ claimId: claim.id, itemId: item.id }),
    restore: (requestId) =>
      actions.saveEvidence({
        claimId: claim.id,
        evidenceId: null,
        requestId,
        from: null,
        to: sourceFields(item),
        personId: item.personId,
        copyOf: item.copy ? item.id : null,
      }),
  })

  return (
    <article className={`border-s-2 ps-3 text-sm ${EDGES[item.stance]}`}>
      <p className="text-ink-soft">
        {STANCE_LABELS[item.stance]} · {EVIDENCE_KIND_LABELS[item.kind]}
        {item.primary && ' · Primary source'}
        {item.internal && <strong className="text-danger"> · For the desk only</strong>}
      </p>
      {item.expert && (
        <p>
          <strong>{item.expert.name}</strong>
          {item.expert.affiliation && `, ${item.expert.affiliation}`}
          {item.expert.basis && <span className="text-ink-soft"> ({BASIS_LABELS[item.expert.basis]})</span>}
          {item.expert.description && <span className="block text-ink-soft">{item.expert.description}</span>}
        </p>
      )}
      <p className="font-semibold break-words" dir="auto">
        {item.url ? (
          <a className="text-link" href={item.url} target="_blank" rel="noreferrer noopener">
            {item.title}
          </a>
        ) : (
          item.title
        )}
      </p>
      <Provenance item={item} />
      {item.quote && (
        <blockquote className="mt-1 font-serif text-base whitespace-pre-line" dir="auto">
          {item.quote}
        </blockquote>
      )}
      <CopyPart claim={claim} item={item} disabled={disabled} begin={keepPage} onBegun={onKeepingPage} />
      {!disabled && (
        <div className="-ms-3.5 mt-1 flex flex-wrap">
          <Button variant="quiet" onClick={onEdit} aria-label={`Change ${item.title}`}>
            Change
          </Button>
          <Button variant="quiet" busy={busy} onClick={remove} aria-label={`Remove ${item.title}`}>
            Remove
          </Button>
        </div>
      )}
      <FormError message={error?.message} />
    </article>
  )
}

function Provenance({ item }: { item: EvidenceView }) {
  const parts = [item.publisher, item.publishedOn, item.accessedOn && `seen ${item.accessedOn}`].filter(
    Boolean,
  )
  if (parts.length === 0 && !item.archivedUrl) return null
  return (
    <p className="text-ink-soft">
      {parts.join(' · ')}
      {item.archivedUrl && (
        <>
          {parts.length > 0 && ' · '}
          <a className="text-link" href={item.archivedUrl} target="_blank" rel="noreferrer noopener">
            archived copy
          </a>
        </>
      )}
    </p>
  )
}
