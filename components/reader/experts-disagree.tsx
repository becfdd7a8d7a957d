import type { CheckedEvidence } from '@/claims/checked-claim'
import { Source } from '@/components/reader/evidence-list'

/** Experts of opposite stance, side by side with equal room, so that neither looks like the verdict. */
export function ExpertsDisagree({
  experts,
  level,
}: {
  experts: readonly CheckedEvidence[]
  level: 2 | 4 | 5
}) {
  const Heading = `h${level}` as const
  return (
    <section className="experts">
      <Heading>Experts disagree</Heading>
      <div className="experts-pair">
        {(['supports', 'disputes'] as const).map((stance) => (
          <ul key={stance} className="evidence">
            {experts
              .filter((item) => item.stance === stance)
              .map((item, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a stored, never reordered list
                <li key={index} className={`evidence-item stance-${stance}`}>
                  <Source item={item} />
                </li>
              ))}
          </ul>
        ))}
      </div>
    </section>
  )
}
