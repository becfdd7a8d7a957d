import { VerdictIcon } from '@/components/claims/verdict-icon'
import { longMomentIn } from '@/publishing/days'
import type { SnapshotChange } from '@/publishing/snapshot-schema'

/** The three public kinds of change, in the words readers see. */
export const CHANGE_LABELS: Record<SnapshotChange['kind'], string> = {
  update: 'Update',
  clarification: 'Clarification',
  correction: 'Correction',
}

/** Changes after first publication, newest first, their kinds told apart by word and weight. */
export function ChangeList({
  changes,
  timeZone,
  claimHref,
}: {
  changes: readonly SnapshotChange[]
  timeZone: string
  /** Address of the claim that a change is about; absent where the list stands under that claim. */
  claimHref?: (number: number) => string
}) {
  return (
    <ol className="changes" reversed>
      {changes.map((change, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stored, never reordered list
        <li key={index} className={`change change-${change.kind}`}>
          <p className="change-kind">
            {change.kind === 'correction' ? <VerdictIcon icon="false" /> : null}
            {CHANGE_LABELS[change.kind]} <time dateTime={change.at}>{longMomentIn(timeZone, change.at)}</time>
          </p>
          <p>
            {change.note}
            {claimHref && change.claimNumber !== null ? (
              <>
                {' '}
                <a href={claimHref(change.claimNumber)}>Claim {change.claimNumber}</a>
              </>
            ) : null}
          </p>
        </li>
      ))}
    </ol>
  )
}
