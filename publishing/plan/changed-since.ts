import { compareClaims, differs } from '@/publishing/compare'
import type { PageSnapshot } from '@/publishing/snapshot-schema'

const FIELDS = {
  title: 'The headline was changed.',
  standfirst: 'The standfirst was changed.',
  bylines: 'The byline was changed.',
  contributors: 'The contributors were changed.',
  picture: 'The picture or its words were changed.',
  recording: 'The recording was changed.',
} satisfies Partial<Record<keyof PageSnapshot['interview'], string>>

/** What a page made now would have and a planned one has not, as sentences; empty where they say the same. Pure. */
export function changedSince(planned: PageSnapshot, now: PageSnapshot): string[] {
  // The moments in a plan are set when it goes out.
  if (!differs(planned, { ...now, firstPublishedAt: planned.firstPublishedAt })) return []
  const changes = (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).flatMap((field) =>
    same(planned.interview[field], now.interview[field]) ? [] : [FIELDS[field]],
  )
  const claims = compareClaims(planned, now).map(({ number, summary }) => `Claim ${number}: ${summary}.`)
  const text = (page: PageSnapshot) => page.turns.map((turn) => [turn.id, turn.text, turn.participant])
  if (!same(text(planned), text(now))) changes.push('The transcript was changed.')
  if (!same(planned.background, now.background)) changes.push('The background was changed.')
  if (!same(planned.chapters, now.chapters)) changes.push('The chapters were changed.')
  const all = [...changes, ...claims]
  return all.length > 0 ? all : ['Details were changed.']
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
