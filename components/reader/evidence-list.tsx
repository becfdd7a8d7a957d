import type { CheckedEvidence } from '@/claims/checked-claim'
import { BASIS_LABELS, EVIDENCE_KIND_LABELS, STANCE_LABELS } from '@/claims/words-of-the-trade'
import { longDay } from '@/publishing/days'

/** The sources under a claim, each with what it does to the claim, who published it, when, and where a copy is kept. */
export function EvidenceList({ evidence }: { evidence: readonly CheckedEvidence[] }) {
  return (
    <ul className="evidence">
      {evidence.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stored, never reordered list
        <li key={index} className={`evidence-item stance-${item.stance}`}>
          <Source item={item} />
        </li>
      ))}
    </ul>
  )
}

/** One source. For an expert the person comes first and the link last, because it is the person who is quoted. */
export function Source({ item }: { item: CheckedEvidence }) {
  const { expert } = item
  return (
    <>
      <p className="evidence-stance">
        {STANCE_LABELS[item.stance]}
        <span>
          {' '}
          · {EVIDENCE_KIND_LABELS[item.kind]}
          {item.primary ? ', primary source' : ''}
        </span>
      </p>
      {expert ? (
        <p className="evidence-expert">
          <b>{expert.name}</b>
          {expert.affiliation ? `, ${expert.affiliation}` : ''}
          {expert.basis ? <span className="basis">{BASIS_LABELS[expert.basis]}</span> : null}
          {expert.description ? <span className="evidence-who">{expert.description}</span> : null}
        </p>
      ) : null}
      {item.quote ? (
        <blockquote className="evidence-quote" dir="auto">
          {item.quote}
        </blockquote>
      ) : null}
      <p className="evidence-title">
        {item.url ? (
          <a href={item.url} rel="nofollow noopener noreferrer">
            {item.title || item.url}
          </a>
        ) : (
          item.title
        )}
      </p>
      <Provenance item={item} />
    </>
  )
}

function Provenance({ item }: { item: CheckedEvidence }) {
  const parts = [
    item.publisher,
    item.publishedOn ? longDay(item.publishedOn) : '',
    item.accessedOn ? `seen ${longDay(item.accessedOn)}` : '',
  ].filter(Boolean)
  if (parts.length === 0 && !item.archivedUrl) return null
  return (
    <p className="evidence-from">
      {parts.join(' · ')}
      {item.archivedUrl ? (
        <>
          {parts.length > 0 ? ' · ' : ''}
          <a href={item.archivedUrl} rel="nofollow noopener noreferrer">
            archived copy
          </a>
        </>
      ) : null}
    </p>
  )
}
