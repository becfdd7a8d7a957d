import { VerdictIcon } from '@/components/claims/verdict-icon'
import { ChangeWords } from '@/components/reader/change-words'
import { longMomentIn } from '@/publishing/days'
import type { PageSnapshot, SnapshotChange } from '@/publishing/snapshot-schema'

/** The three public kinds of change, in the words readers see. */
export const CHANGE_LABELS: Record<SnapshotChange['kind'], string> = {
  update: 'Update',
  clarification: 'Clarification',
  correction: 'Correction',
}

/** Addresses of a page's claims within it, for `ChangeList`. */
export function claimsOn(page: Pick<PageSnapshot, 'claims'>, address: (number: number) => string) {
  const numbers = new Set(page.claims.map((claim) => claim.number))
  return (number: number): string | null => (numbers.has(number) ? address(number) : null)
}

function ClaimOf({ number, href }: { number: number; href: string | null }) {
  return href === null ? (
    <span className="change-gone">Claim {number}, which is not on the page any more.</span>
  ) : (
    <a href={href}>Claim {number}</a>
  )
}

/** Changes after first publication, newest first, their kinds told apart by word and weight. */
export function ChangeList({
  changes,
  timeZone,
  claimHref,
}: {
  changes: readonly SnapshotChange[]
  timeZone: string
  /** Address of the claim that a change is about, null where it is shown no more; absent where the list stands under that claim. */
  claimHref?: (number: number) => string | null
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
          <ChangeWords change={change}>
            {claimHref && change.claimNumber !== null ? (
              <ClaimOf number={change.claimNumber} href={claimHref(change.claimNumber)} />
            ) : null}
          </ChangeWords>
        </li>
      ))}
    </ol>
  )
}
