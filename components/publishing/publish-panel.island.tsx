'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useActs } from '@/components/desk/acts/acts.island'
import { ChangeNotes } from '@/components/publishing/change-notes'
import type { PlanActions } from '@/components/publishing/plan-notice.island'
import { PlanPublication } from '@/components/publishing/plan-publication.island'
import { useChangeNotes } from '@/components/publishing/use-change-notes.island'
import { useKeptState } from '@/components/publishing/use-kept-state.island'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm.island'
import { FormError } from '@/components/ui/form-error'
import { TextArea } from '@/components/ui/text-area'
import { toastDone } from '@/components/ui/toaster.island'
import type { ActionError, ActionResult } from '@/platform/action-result'
import type { PlanView } from '@/publishing/plan/views'
import type { PublishView } from '@/publishing/views'

type Published = { slug: string; number: number }

export type PublishActions = {
  publishInterview: (input: unknown) => Promise<ActionResult<Published>>
  takeDown: (input: unknown) => Promise<ActionResult<Published>>
  planPublication: PlanActions['planPublication']
}

const UNREACHABLE: ActionError = {
  kind: 'unreachable',
  message: 'The server could not be reached. Look at the page again before you retry.',
  fields: {},
}

/** Publish, publish again, take down. Notes being written are kept in this browser until they are published. */
export function PublishPanel({
  view,
  plan,
  actions,
}: {
  view: PublishView
  plan: PlanView
  actions: PublishActions
}) {
  const router = useRouter()
  const notes = useChangeNotes(`publish-notes:${view.interviewId}`, view.differences, plan.notes)
  const changes = notes.toSend
  const [error, setError] = useState<ActionError | null>(null)
  const blocked = view.items.some((item) => item.level === 'blocker')
  const again = view.publications.length > 0
  const [asking, setAsking] = useState(false)
  const blocker = view.items.find((item) => item.level === 'blocker')
  useActs(
    view.abilities.publish.allowed
      ? [
          {
            id: 'publish.now',
            label: again ? 'Publish again' : 'Publish',
            group: 'Publish',
            keys: ['Shift+p'],
            ...(blocker ? { refusal: blocker.message } : {}),
            run: () => setAsking(true),
          },
        ]
      : [],
  )

  /** A refusal is said once, and beside the notes that it is about. */
  function hear(refusal: ActionError | null) {
    setError(refusal)
    if (refusal) notes.refused(refusal)
  }

  async function publish(): Promise<string | null> {
    const result = await actions
      .publishInterview({
        interviewId: view.interviewId,
        revision: view.revision,
        changes: again ? changes : [],
      })
      .catch((): ActionResult<Published> => ({ ok: false, error: UNREACHABLE }))
    hear(result.ok ? null : result.error)
    if (result.ok) {
      notes.done()
      toastDone(`Published as number ${result.value.number}.`)
    }
    router.refresh()
    return null
  }

  return (
    <div className="flex flex-col gap-6">
      {again && view.abilities.publish.allowed && (
        <ChangeNotes
          differences={view.differences}
          notes={notes.notes}
          faults={notes.faults}
          onChange={notes.change}
        />
      )}
      <FormError message={error?.message} />
      {view.abilities.publish.allowed ? (
        <div className="flex flex-wrap gap-3">
          <Confirm
            open={asking}
            onOpenChange={setAsking}
            trigger={
              <Button variant="primary" disabled={blocked}>
                {again ? 'Publish again' : 'Publish'}
              </Button>
            }
            title={again ? 'Publish this version?' : 'Publish this interview?'}
            confirmLabel={again ? 'Publish again' : 'Publish'}
            onConfirm={publish}
          >
            Readers will see{' '}
            {view.claims.length === 1 ? 'one checked claim' : `${view.claims.length} checked claims`} at once.
            A publication stays on record for ever.{plan.waiting && ' The plan that waits is stopped by it.'}
          </Confirm>
          <PlanPublication
            view={plan}
            revision={view.revision}
            changes={again ? changes : []}
            planPublication={actions.planPublication}
            onRefused={hear}
            onPlanned={() => {
              notes.done()
              setError(null)
            }}
          />
        </div>
      ) : (
        <p className="text-sm text-ink-soft">{view.abilities.publish.reason}</p>
      )}
      {view.abilities.takeDown.allowed && <TakeDown view={view} takeDown={actions.takeDown} />}
    </div>
  )
}

function TakeDown({ view, takeDown }: { view: PublishView; takeDown: PublishActions['takeDown'] }) {
  const router = useRouter()
  const [notice, setNotice] = useKeptState(`takedown-notice:${view.interviewId}`, '')

  async function confirm(): Promise<string | null> {
    const result = await takeDown({ interviewId: view.interviewId, notice })
    if (!result.ok) return result.error.message
    setNotice('')
    toastDone('The page is off the site. The notice stands in its place.')
    router.refresh()
    return null
  }

  return (
    <section aria-labelledby="take-down" className="border-t border-rule pt-5">
      <h2 id="take-down" className="font-serif text-xl">
        Take the page down
      </h2>
      <p className="mb-3 text-sm text-ink-soft">
        Every public address of this interview will show the notice and nothing else. Publishing again brings
        it back.
      </p>
      <TextArea
        label="Notice for readers"
        name="notice"
        rows={2}
        maxLength={2000}
        value={notice}
        onChange={(event) => setNotice(event.target.value)}
      />
      <div className="mt-3">
        <Confirm
          trigger={
            <Button variant="danger" disabled={notice.trim() === ''}>
              Take down
            </Button>
          }
          title="Take this page off the site?"
          confirmLabel="Take down"
          danger
          onConfirm={confirm}
        >
          Readers will find only this notice: “{notice.trim()}”
        </Confirm>
      </div>
    </section>
  )
}
