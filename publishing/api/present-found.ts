import { secondPath } from '@/publishing/addresses'
import { claimPlaces, placesOf } from '@/publishing/api/addresses'
import type { Found } from '@/publishing/api/resources'
import type { MarkedResult } from '@/publishing/search/marked-results'

/** A result of the search as the API says it. Pure. */
export function foundFrom(found: MarkedResult, origin: string): Found {
  if (found.kind === 'claim') {
    const { slug, title, claim } = found.claim
    return {
      kind: 'claim',
      ...claimPlaces(origin, slug, claim.number),
      interview: { slug, title, ...placesOf(origin, slug) },
      number: claim.number,
      verdict: { key: claim.verdict.key, label: claim.verdict.label },
      speaker: { name: claim.speaker.name, slug: claim.speaker.personSlug },
      claimReviewed: found.sentence,
      passage: found.passage,
    }
  }
  const { slug, title, turn, startMs, day, speaker, personSlug, passage } = found
  return {
    kind: 'said',
    url: `${origin}${secondPath(slug, startMs ?? 0, turn)}`,
    interview: { slug, title, ...placesOf(origin, slug) },
    turn,
    startMs,
    on: day,
    speaker: speaker === null ? null : { name: speaker, slug: personSlug },
    passage,
  }
}
