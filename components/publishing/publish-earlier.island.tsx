'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useActs } from '@/components/desk/acts/acts.island'
import { ChangeNotes } from '@/components/publishing/change-notes'
import { useChangeNotes } from '@/components/publishing/use-change-notes.island'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm.island'
import { FormError } from '@/components/ui/form-error'
import { Notice } from '@/components/ui/notice'
import { toastDone } from '@/components/ui/toaster.island'
import type { ActionResult } from '@/platform/action-result'
import type { DiffView } from '@/publishing/diff/diff-view'

type Props = {
  view: Pick<DiffView, 'interviewId' | 'revision'>
  restore: NonNullable<DiffView['restore']>
  publishEarlier: (input: unknown) => Promise<ActionResult<{ slug: string; number: number }>>
}

/** Puts an earlier text before readers again: what to know first, what they are told, one question. */
export function PublishEarlier({ view, restore, publishEarlier }: Props) {
  const router = useRouter()
  const { interviewId, revision } = view
  const { number, differences, warnings, decision } = restore
  const notes = useChangeNotes(`earlier-notes:${interviewId}:${number}`, differences)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  useActs(
    decision.allowed
      ? [
          {
            id: 'publish.earlier',
            label: `Publish the text of ${number} again`,
            group: 'Publish',
            also: 'roll back restore undo',
            run: () => setAsking(true),
          },
        ]
      : [],
  )

  async function publish(): Promise<string | null> {
    const sent = notes.toSend
    const result = await publishEarlier({ interviewId, number, revision, changes: sent })
    setRefusal(result.ok ? null : result.error.message)
    if (result.ok) {
      notes.done()
      toastDone(`Published as number ${result.value.number}.`)
      router.push(`/desk/interviews/${interviewId}/publish`)
    } else notes.refused(result.error, sent)
    router.refresh()
    return null
  }

  return (
    <section id="again" aria-labelledby="again-title" className="border-t-2 border-ink pt-4">
      <h2 id="again-title" className="mb-2 font-serif text-2xl">
        Publish the text of {number} again
      </h2>
      <p className="mb-4 max-w-prose text-sm text-ink-soft">
        It goes out as a new publication, with its words, claims and verdicts as they were. What is at the
        desk stays as it is, and the next publication from there tells the same differences again.
      </p>
      <div className="flex max-w-2xl flex-col gap-5">
        {warnings.length > 0 && (
          <Notice tone="warning" title="Know before you publish">
            <ul className="list-disc ps-5">
              {warnings.map((warning) => (
                <li key={warning} dir="auto">
                  {warning}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {decision.allowed ? (
          <>
            <ChangeNotes
              differences={differences}
              notes={notes.notes}
              faults={notes.faults}
              pageHint="Readers are always told why an earlier text is back."
              onChange={notes.change}
            />
            <FormError message={refusal} />
            <div>
              <Confirm
                open={asking}
                onOpenChange={setAsking}
                trigger={<Button variant="primary">Publish this text again</Button>}
                title={`Publish the text of ${number} again?`}
                confirmLabel="Publish it again"
                onConfirm={publish}
              >
                Readers will see it at once. A publication stays on record for ever; a plan that waits is
                stopped by it.
              </Confirm>
            </div>
          </>
        ) : (
          <p className="text-sm text-ink-soft">{decision.reason}</p>
        )}
      </div>
    </section>
  )
}
