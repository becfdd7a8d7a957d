'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useActs } from '@/components/desk/acts/acts.island'
import { PlanDialog } from '@/components/publishing/plan-dialog.island'
import { plannedWords } from '@/components/publishing/planned-words'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm.island'
import { Notice } from '@/components/ui/notice'
import { toastDone } from '@/components/ui/toaster.island'
import type { ActionResult } from '@/platform/action-result'
import type { PlanView } from '@/publishing/plan/views'

export type PlanActions = {
  planPublication: (input: unknown) => Promise<ActionResult<{ publishAt: string }>>
  movePlan: (input: unknown) => Promise<ActionResult<{ publishAt: string }>>
  withdrawPlan: (input: unknown) => Promise<ActionResult<unknown>>
  publishPlanNow: (input: unknown) => Promise<ActionResult<{ number: number }>>
}

type Waiting = NonNullable<PlanView['waiting']>
type Props = { view: PlanView; plan: Waiting; actions: Omit<PlanActions, 'planPublication'> }

/** The publication that waits for its time: when, whether it would go out, what the desk did since, and what can be done about it. */
export function PlanNotice({ view, plan, actions }: Props) {
  const { zone } = view
  const [asking, setAsking] = useState<'withdraw' | 'now' | 'move' | null>(null)
  const when = plannedWords(plan.publishAt, zone)
  const steer = (what: typeof asking) => ({
    open: asking === what,
    onOpenChange: (open: boolean) => setAsking(open ? what : null),
  })
  const { act, move } = usePlanActs(plan, actions, zone)
  useItsTime(plan)
  const may = view.abilities.plan.allowed
  useActs(
    may
      ? [
          {
            id: 'plan.move',
            label: 'Change the planned time',
            group: 'Publish',
            run: () => setAsking('move'),
          },
          {
            id: 'plan.now',
            label: 'Publish the planned version now',
            group: 'Publish',
            ...(plan.stops === null ? {} : { refusal: plan.stops }),
            run: () => setAsking('now'),
          },
          {
            id: 'plan.withdraw',
            label: 'Withdraw the plan',
            group: 'Publish',
            also: 'cancel stop',
            run: () => setAsking('withdraw'),
          },
        ]
      : [],
  )
  return (
    <Notice
      tone={plan.stops === null ? 'info' : 'danger'}
      title={plan.stops === null ? `Goes out ${when}` : `Will not go out ${when}`}
      actions={
        may && (
          <>
            <Button onClick={() => setAsking('move')}>Change the time</Button>
            {plan.stops === null && <Button onClick={() => setAsking('now')}>Publish it now</Button>}
            <Button variant="danger" onClick={() => setAsking('withdraw')}>
              Withdraw
            </Button>
          </>
        )
      }
    >
      {plan.stops !== null && <p className="font-medium text-danger">{plan.stops}</p>}
      <p>
        Planned by {plan.plannedBy}, with {plan.claims === 1 ? 'one claim' : `${plan.claims} claims`}. It goes
        out as it was when it was planned.
      </p>
      <ChangedSince changes={plan.changedSince} />
      <PlanDialog
        {...steer('move')}
        title="Change the planned time"
        description="The planned version stays as it is; only its time changes."
        label="Change the time"
        zone={zone}
        initial={plan.publishAt}
        embargoUntil={view.embargoUntil}
        submit={move}
      />
      <Confirm
        {...steer('now')}
        title="Publish the planned version now?"
        confirmLabel="Publish it now"
        onConfirm={() => act(actions.publishPlanNow, 'The planned version is published.')}
      >
        Readers will see it at once, and not {when}. A publication stays on record for ever.
      </Confirm>
      <Confirm
        {...steer('withdraw')}
        title="Withdraw this plan?"
        confirmLabel="Withdraw the plan"
        danger
        onConfirm={() => act(actions.withdrawPlan, 'The plan is withdrawn. Nothing goes out.')}
      >
        Nothing will go out {when}. What stands at the desk stays as it is and can be planned again.
      </Confirm>
    </Notice>
  )
}

function ChangedSince({ changes }: { changes: readonly string[] }) {
  if (changes.length === 0) return null
  return (
    <details className="mt-2">
      <summary className="cursor-pointer font-semibold underline-offset-4 hover:underline">
        The desk changed {changes.length === 1 ? 'something' : `${changes.length} things`} since; the planned
        version is without {changes.length === 1 ? 'it' : 'them'}
      </summary>
      <ul className="ms-5 mt-1 list-disc">
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      <p className="mt-1">To have what stands at the desk now go out instead, plan it anew below.</p>
    </details>
  )
}

/** Reads the page again once the plan's time is over, until it says what became of it. */
function useItsTime(plan: Waiting) {
  const router = useRouter()
  useEffect(() => {
    const left = Date.parse(plan.publishAt) - Date.now()
    // A browser's timers hold 24 days; whoever leaves a page open for longer reads it again.
    if (left > MOST_WAIT_MS) return
    const timer = setTimeout(() => router.refresh(), Math.max(left + 1500, LOOK_AGAIN_MS))
    return () => clearTimeout(timer)
  }, [plan, router])
}

const MOST_WAIT_MS = 2_000_000_000
const LOOK_AGAIN_MS = 4000

/** Acts on a plan; each answers with the sentence of a refusal, or null. */
function usePlanActs(plan: Waiting, actions: Props['actions'], zone: string) {
  const router = useRouter()
  return {
    async act(action: (input: unknown) => Promise<ActionResult<unknown>>, done: string) {
      const result = await action({ planId: plan.id })
      router.refresh()
      if (!result.ok) return result.error.message
      toastDone(done)
      return null
    },
    async move(publishAt: string) {
      const result = await actions.movePlan({ planId: plan.id, publishAt })
      if (!result.ok) return result.error
      router.refresh()
      toastDone(`Planned for ${plannedWords(result.value.publishAt, zone)}.`)
      return null
    },
  }
}
