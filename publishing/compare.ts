import { spelledOut } from '@/claims/follow-words'
import type { ChangeNote } from '@/publishing/schema'
import type { PageSnapshot, SnapshotClaim } from '@/publishing/snapshot-schema'

/** How a claim differs from what readers know. `requires` is the least that they must be told. */
export type ClaimDifference = {
  number: number
  what: 'added' | 'removed' | 'verdict' | 'text'
  /** Null for a claim that is new: readers lose nothing by it. */
  requires: 'correction' | 'any' | null
  /** What such a change mostly is. The editor decides. */
  suggests: ChangeNote['kind']
  summary: string
}

/**
 * What changes for readers between two pages. A verdict that turns and a claim that goes are corrections: never silent.
 * Any other change to a known claim needs a note of some kind.
 */
export function compareClaims(before: PageSnapshot, after: PageSnapshot): ClaimDifference[] {
  const known = new Map(before.claims.map((claim) => [claim.number, claim]))
  const differences: ClaimDifference[] = []
  for (const claim of after.claims) {
    const old = known.get(claim.number)
    known.delete(claim.number)
    const { number } = claim
    if (!old)
      differences.push({ number, what: 'added', requires: null, suggests: 'update', summary: 'New claim' })
    else if (judges(old) !== judges(claim))
      differences.push({
        number,
        what: 'verdict',
        requires: 'correction',
        suggests: 'correction',
        summary: `Verdict changed from “${old.verdict.label}” to “${claim.verdict.label}”`,
      })
    else if (said(old) !== said(claim))
      differences.push({ number, what: 'text', requires: 'any', ...rewording(old, claim) })
  }
  for (const claim of known.values())
    differences.push({
      number: claim.number,
      what: 'removed',
      requires: 'correction',
      suggests: 'correction',
      summary: 'The claim is taken off the page',
    })
  return differences.sort((a, b) => a.number - b.number)
}

/** What a verdict says of a claim. Its name may be spelt better; where it stands in the scale may not change unsaid. */
function judges({ verdict }: SnapshotClaim): string {
  return JSON.stringify([verdict.key, verdict.rates, verdict.ratingValue])
}

/** What the parts of a check are called, and what a change of each mostly is. */
const PARTS: readonly [
  part: (claim: SnapshotClaim) => unknown,
  name: string,
  suggests: ChangeNote['kind'],
][] = [
  [({ speaker }) => speaker, 'who said it', 'correction'],
  [({ quote, appearance }) => [spelledOut(quote), appearance], 'what was said', 'correction'],
  [({ challenge }) => challenge.kind, 'whether it was challenged', 'correction'],
  [({ claimReviewed }) => claimReviewed, 'the sentence that is checked', 'clarification'],
  [({ explanationHtml }) => explanationHtml, 'the explanation', 'clarification'],
  [({ verdict }) => verdict, 'the verdict’s name or definition', 'clarification'],
  [({ evidence }) => evidence, 'the sources', 'update'],
  [({ replies }) => replies, 'the right of reply', 'update'],
  [({ topics }) => topics, 'the topics', 'update'],
]

/** Which parts changed, by name, and the weightiest kind that any of them suggests. */
function rewording(old: SnapshotClaim, claim: SnapshotClaim): Pick<ClaimDifference, 'suggests' | 'summary'> {
  const changed = PARTS.filter(([part]) => canonical(part(old)) !== canonical(part(claim)))
  return {
    suggests: strongest(changed.map(([, , kind]) => kind)),
    summary: `Changed: ${changed.map(([, name]) => name).join(', ')}`,
  }
}

/** The weightiest of some kinds of change: one wrong word among many news makes it a correction. */
export function strongest(kinds: readonly ChangeNote['kind'][]): ChangeNote['kind'] {
  return (['correction', 'clarification', 'update'] as const).find((kind) => kinds.includes(kind)) ?? 'update'
}

/** Everything a claim says to readers; its place in the transcript, the moment of approval and what shares its check left out. */
function said({
  place: _place,
  checkedAt: _checkedAt,
  prefix: _prefix,
  suffix: _suffix,
  startMs: _s,
  endMs: _e,
  checkId: _check,
  ...rest
}: SnapshotClaim): string {
  return canonical({ ...rest, quote: spelledOut(rest.quote), challenge: rest.challenge.kind })
}

/** True where anything at all would be different for readers. */
export function differs(before: PageSnapshot, after: PageSnapshot): boolean {
  const comparable = ({ number: _n, publishedAt: _p, changes: _c, claims, ...rest }: PageSnapshot) =>
    canonical({ ...rest, claims: claims.map(({ checkedAt: _checked, ...claim }) => claim) })
  return comparable(before) !== comparable(after)
}

/** JSON with the keys of each object in one order: a stored page comes back with its keys in another. */
function canonical(page: unknown): string {
  return JSON.stringify(page, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}

/** The differences that no note accounts for, as sentences; empty when readers are told enough. */
export function untold(
  differences: readonly ClaimDifference[],
  notes: readonly ChangeNote[],
): { number: number; message: string }[] {
  return differences.flatMap((difference) => {
    if (difference.requires === null) return []
    const about = notes.filter((note) => note.claimNumber === difference.number)
    if (difference.requires === 'correction')
      return about.some((note) => note.kind === 'correction')
        ? []
        : [
            {
              number: difference.number,
              message: `Claim ${difference.number}: ${difference.summary}. Say so in a correction.`,
            },
          ]
    return about.length > 0
      ? []
      : [
          {
            number: difference.number,
            message: `Claim ${difference.number}: ${difference.summary}. Tell readers what changed.`,
          },
        ]
  })
}
