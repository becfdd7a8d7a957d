import { Moment } from '@/components/ui/moment'
import type { PlanView } from '@/publishing/plan/views'

const STATES = { published: 'Went out', withdrawn: 'Withdrawn', stopped: 'Stopped' } as const

/** Plans that ended, the newest first: each with what became of it. */
export function PlanHistory({ past, zone }: Pick<PlanView, 'past' | 'zone'>) {
  if (past.length === 0) return null
  return (
    <section aria-labelledby="plans">
      <h2 id="plans" className="mb-3 font-serif text-2xl">
        Earlier plans
      </h2>
      <ol className="divide-y divide-rule border-y border-rule text-sm">
        {past.map((plan) => (
          <li key={plan.id} className="py-2">
            <span className="font-semibold">
              {STATES[plan.state]}
              {plan.number !== null && ` as number ${plan.number}`}
            </span>{' '}
            <span className="text-ink-soft">
              <Moment at={plan.endedAt} zone={zone} />. Planned for <Moment at={plan.publishAt} zone={zone} />{' '}
              by {plan.plannedBy}.
            </span>
            {plan.reason && <span className="block text-danger">{plan.reason}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
