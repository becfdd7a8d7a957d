import type { ClaimView } from '@/claims/views'
import { FieldConflict } from '@/components/claims/claim-field'
import { useDesk } from '@/components/claims/desk-context'
import { VerdictBadge } from '@/components/claims/verdict-badge'

/** The check that a repeat shares, to read. What was typed here before the two were linked and not saved is shown beside it. */
export function SharedCheck({ claim }: { claim: ClaimView }) {
  const { view } = useDesk()
  const verdict = view.verdicts.find((one) => one.key === claim.verdictKey)
  return (
    <div className="flex flex-col gap-2 border-s-2 border-rule-strong ps-3">
      <p className="font-serif text-lg leading-snug" dir="auto">
        {claim.claimReviewed || 'No sentence was written yet.'}
      </p>
      <FieldConflict claim={claim} field="claimReviewed" what="The claim as one sentence" />
      <p>{verdict ? <VerdictBadge verdict={verdict} /> : 'No verdict yet'}</p>
      {claim.explanationHtml && (
        <div
          className="prose-claim font-serif leading-relaxed"
          dir="auto"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by the server (claims/markdown.ts)
          dangerouslySetInnerHTML={{ __html: claim.explanationHtml }}
        />
      )}
      <FieldConflict claim={claim} field="explanation" what="What we found" />
      {claim.evidence.length > 0 && (
        <ul className="list-disc ps-5 text-sm">
          {claim.evidence.map((item) => (
            <li key={item.id} className="wrap-anywhere">
              {item.title}
              {item.publisher && `, ${item.publisher}`}
              {item.internal && <span className="text-ink-soft"> (internal)</span>}
            </li>
          ))}
        </ul>
      )}
      <p className="text-sm text-ink-soft">
        {claim.replies.length > 0 &&
          `${claim.replies.length} ${claim.replies.length === 1 ? 'person was' : 'people were'} asked for a reply. `}
        {claim.topics.join(', ')}
      </p>
    </div>
  )
}
