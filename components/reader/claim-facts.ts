import type { SnapshotClaim } from '@/publishing/snapshot-schema'

/** What a reader may filter claims by, each spelt as it stands in the address and in the page's data. */

/** The speaker's page where there is one, else the name. */
export function speakerKey({ speaker }: Pick<SnapshotClaim, 'speaker'>): string {
  return speaker.personSlug ?? speaker.name
}

/** Whether it was challenged; empty for what rates nothing or was not said in the room, where the question does not arise. */
export function challengeKey({ appearance, challenge, verdict }: SnapshotClaim): string {
  return appearance || !verdict.rates ? '' : challenge.kind
}

/** The same as attributes of a claim's note: `components/reader/filtering.ts` reads them. */
export function factsOf(claim: SnapshotClaim): Record<`data-${string}`, string> {
  return {
    'data-verdict': claim.verdict.key,
    'data-speaker': speakerKey(claim),
    'data-topic': claim.topics.map((topic) => topic.slug).join(' '),
    'data-challenged': challengeKey(claim),
  }
}
