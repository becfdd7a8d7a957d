import { CHALLENGE_LABELS, challengeSchema } from '@/claims/words-of-the-trade'
import { challengeKey, speakerKey } from '@/components/reader/claim-facts'
import type { FilterKey } from '@/components/reader/claim-filter'
import type { SnapshotClaim } from '@/publishing/snapshot-schema'

type Choice = { value: string; label: string; count: number }

/** Choices of speaker, topic and challenge, where there is something to choose. The stylesheet hides them without scripts. */
export function ClaimFilters({ claims }: { claims: readonly SnapshotClaim[] }) {
  const fields: { key: FilterKey; label: string; any: string; choices: Choice[] }[] = [
    {
      key: 'speaker',
      label: 'Speaker',
      any: 'Everybody',
      choices: choicesOf(
        claims.map((claim) => ({ value: speakerKey(claim), label: claim.speaker.name })),
      ).sort((a, b) => b.count - a.count),
    },
    {
      key: 'topic',
      label: 'Topic',
      any: 'All topics',
      choices: choicesOf(
        claims.flatMap((claim) => claim.topics.map(({ slug, name }) => ({ value: slug, label: name }))),
      ),
    },
    {
      key: 'challenged',
      label: 'In the room',
      any: 'Either way',
      choices: challengeSchema.options
        .map((kind) => ({
          value: kind,
          label: CHALLENGE_LABELS[kind],
          count: claims.filter((claim) => challengeKey(claim) === kind).length,
        }))
        .filter(({ count }) => count > 0),
    },
  ]
  const useful = fields.filter(({ choices }) => choices.length > 1)
  if (useful.length === 0) return null
  return (
    <fieldset className="filters">
      <legend className="hush">Show only the claims of</legend>
      {useful.map(({ key, label, any, choices }) => (
        <label key={key}>
          <span>{label}</span>
          <select data-filter={key} autoComplete="off">
            <option value="">{any}</option>
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label} ({choice.count})
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  )
}

/** Each value once, in the order of its first claim, with how many claims have it. */
function choicesOf(values: readonly { value: string; label: string }[]): Choice[] {
  const choices = new Map<string, Choice>()
  for (const { value, label } of values) {
    const known = choices.get(value)
    if (known) known.count++
    else choices.set(value, { value, label, count: 1 })
  }
  return [...choices.values()]
}
