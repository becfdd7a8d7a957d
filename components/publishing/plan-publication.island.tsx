'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useActs } from '@/components/desk/acts/acts.island'
import { PlanDialog } from '@/components/publishing/plan-dialog.island'
import type { PlanActions } from '@/components/publishing/plan-notice.island'
import { plannedWords } from '@/components/publishing/planned-words'
import { Button } from '@/components/ui/button'
import { toastDone } from '@/components/ui/toaster.island'
import type { ActionError } from '@/platform/action-result'
import type { PlanView } from '@/publishing/plan/views'
import type { ChangeNote } from '@/publishing/schema'

type Props = {
  view: PlanView
  /** The interview's revision that the editor looks at. */
  revision: number
  changes: readonly ChangeNote[]
  planPublication: PlanActions['planPublication']
  /** Hears of a refusal that belongs to what readers are told, and not to the time. */
  onRefused: (error: ActionError) => void
  onPlanned: () => void
}

/** Plans what the editor looks at for a time to come; in the place of the plan that waits, where one does. */
export function PlanPublication({ view, revision, changes, planPublication, onRefused, onPlanned }: Props) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const { waiting, blockers, zone } = view
  const label = waiting ? 'Plan this version instead' : 'Publish at a time'
  useActs([
    {
      id: 'plan.new',
      label,
      group: 'Publish',
      keys: ['t'],
      also: 'schedule embargo later',
      ...(blockers[0] ? { refusal: blockers[0] } : {}),
      run: () => setOpen(true),
    },
  ])

  async function submit(publishAt: string): Promise<ActionError | null> {
    const result = await planPublication({
      interviewId: view.interviewId,
      revision,
      changes,
      publishAt,
      insteadOf: waiting?.id ?? null,
    })
    if (!result.ok) {
      if (result.error.fields.publishAt !== undefined) return result.error
      onRefused(result.error)
      router.refresh()
      return result.error
    }
    onPlanned()
    toastDone(`Planned for ${plannedWords(result.value.publishAt, zone)}.`)
    router.refresh()
    return null
  }

  return (
    <PlanDialog
      trigger={<Button disabled={blockers.length > 0}>{label}…</Button>}
      open={open}
      onOpenChange={setOpen}
      title={label}
      description={
        waiting
          ? 'What stands at the desk now takes the place of the planned version.'
          : 'What stands at the desk now is kept and goes out at that time, whatever is written meanwhile.'
      }
      label="Plan"
      zone={zone}
      initial={waiting?.publishAt ?? null}
      embargoUntil={view.embargoUntil}
      submit={submit}
    />
  )
}
