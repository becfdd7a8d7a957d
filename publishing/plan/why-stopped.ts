import { isAtLeast, ROLE_LABELS, type Role } from '@/newsroom/roles'
import { momentWords } from '@/platform/moment-words'
import { currentApproval } from '@/publishing/choose-claims'
import type { Draft, DraftClaim } from '@/publishing/draft'
import type { PageSnapshot, SnapshotClaim } from '@/publishing/snapshot-schema'

/** A plan that nobody could carry out for so long is looked at by a person first. */
export const TOO_LATE_MS = 24 * 60 * 60_000

export type Planned = { snapshot: PageSnapshot; publishAt: string }
export type Planner = { name: string; role: Role; deactivated: boolean } | null

/**
 * Why a planned document must not go out as things stand at the desk now, in a sentence for the newsroom; null where it may.
 * The document is what an editor looked at and is not changed by later work, so only what makes it wrong to show stops it:
 *
 * - whoever planned it may not publish any more;
 * - something was published or taken down since: it was made to follow what stood then;
 * - an embargo that ends later; an address that changed; a day's delay;
 * - a claim of it was dropped, or its words wait for a person;
 * - the approval that it shows does not hold any more and readers do not know the claim so already: the claim was reopened,
 *   held or sent back, or was approved anew with another verdict. Approved anew with the same verdict, it goes out as planned;
 * - the words under a claim are now somebody else's.
 *
 * @param at the moment at which it would go out, ISO 8601 in UTC.
 */
export function whyStopped(plan: Planned, draft: Draft, planner: Planner, at: string): string | null {
  return (
    ofPlanner(planner) ??
    ofPage(plan, draft, at) ??
    firstOf(plan.snapshot.claims, (claim) => ofClaim(claim, plan, draft))
  )
}

function ofPlanner(planner: Planner): string | null {
  if (!planner) return 'Nobody stands behind it any more.'
  if (planner.deactivated) return `${planner.name}, who planned it, has left the newsroom.`
  if (!isAtLeast(planner.role, 'editor'))
    return `${planner.name}, who planned it, is now ${ROLE_LABELS[planner.role].toLowerCase()} and may not publish.`
  return null
}

function ofPage({ snapshot, publishAt }: Planned, draft: Draft, at: string): string | null {
  const zone = draft.site.timeZone
  if (draft.lastNumber + 1 !== snapshot.number)
    return draft.takenDown
      ? 'The page was taken down since.'
      : `Publication ${draft.lastNumber} went out since.`
  if (draft.embargoUntil && draft.embargoUntil > at)
    return `The interview is under embargo until ${momentWords(draft.embargoUntil, zone)}.`
  if (draft.interview.slug !== snapshot.interview.slug) return 'The address of the page was changed since.'
  if (Date.parse(at) - Date.parse(publishAt) > TOO_LATE_MS)
    return `It was due ${momentWords(publishAt, zone)}, and no server ran for more than a day.`
  return null
}

function ofClaim(shown: SnapshotClaim, { snapshot }: Planned, draft: Draft): string | null {
  const { number } = shown
  const claim = draft.claims.find((one) => one.number === number)
  if (!claim || claim.status === 'dropped') return `Claim ${number} was dropped since.`
  if (claim.needsAnchor) return `Claim ${number} waits: its words were corrected since.`
  return ofApproval(shown, claim, draft) ?? ofSpeaker(shown, snapshot, draft)
}

function ofApproval(shown: SnapshotClaim, claim: DraftClaim, draft: Draft): string | null {
  const current = currentApproval(claim)
  if (current?.approvedAt === shown.checkedAt) return null
  const known = draft.lastPage?.claims.find((one) => one.number === shown.number)
  if (known?.checkedAt === shown.checkedAt) return null
  if (!current) return `Claim ${shown.number} is not approved any more.`
  const { verdict } = current.content
  return verdict.key === shown.verdict.key
    ? null
    : `Claim ${shown.number} was approved anew as “${verdict.label}”; the plan says “${shown.verdict.label}”.`
}

/** A name spelt better may go out later; words of somebody who did not say them may not go out at all. */
function ofSpeaker(shown: SnapshotClaim, snapshot: PageSnapshot, draft: Draft): string | null {
  const turn = shown.place ? snapshot.turns[shown.place.firstTurn] : undefined
  const turnNow = draft.turns.find(({ id }) => id === turn?.id)
  if (!turn || !turnNow) return null
  const planned = turn.participant === null ? undefined : snapshot.participants[turn.participant]
  const now = draft.participants.find(({ id }) => id === turnNow.participantId)
  if (planned?.name === now?.name || (planned && planned.slug !== null && planned.slug === now?.slug))
    return null
  return `Claim ${shown.number}: its words are now those of ${now?.name ?? 'nobody known'}, and the plan gives them to ${planned?.name ?? 'nobody'}.`
}

function firstOf<T>(all: readonly T[], of: (one: T) => string | null): string | null {
  for (const one of all) {
    const found = of(one)
    if (found !== null) return found
  }
  return null
}
