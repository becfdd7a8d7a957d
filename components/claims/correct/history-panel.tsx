import { Undo2 } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { fetchHistory } from '@/components/claims/correct/fetch-history'
import { useDesk } from '@/components/claims/desk-context'
import { MomentText } from '@/components/claims/moment-text'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import type { StepView } from '@/transcripts/correction-views'

/** Every correction of the transcript, newest first, with its undo. */
export function HistoryPanel() {
  const { view, correct } = useDesk()
  const [steps, setSteps] = useState<readonly StepView[] | null>(null)
  const [next, setNext] = useState<number | null>(null)
  const [failed, setFailed] = useState(false)
  const [busy, setBusy] = useState(false)

  const load = useCallback(
    async (before: number | null) => {
      const page = await fetchHistory(view.interviewId, before)
      setFailed(page === null)
      if (!page) return
      setSteps((known) => (before === null ? page.steps : [...(known ?? []), ...page.steps]))
      setNext(page.next)
    },
    [view.interviewId],
  )

  // Again with every step, one's own or a colleague's.
  const { turnsMoment } = correct
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useEffect(() => {
    void load(null)
  }, [load, turnsMoment])

  async function takeBack(step: StepView) {
    setBusy(true)
    await correct.takeBack(step.id)
    setBusy(false)
  }

  return (
    <section aria-labelledby="history-title" className="flex flex-col gap-4 pb-24">
      <h2 id="history-title" tabIndex={-1} data-panel-heading className="font-serif text-xl">
        Corrections of the transcript
      </h2>
      <div className="flex flex-wrap gap-2">
        <Button title="H" onClick={() => correct.ask({ kind: 'replace' })}>
          Find and replace…
        </Button>
        <Button onClick={() => correct.ask({ kind: 'times' })}>Times…</Button>
      </div>
      {failed && (
        <Notice tone="danger" live actions={<Button onClick={() => load(null)}>Try again</Button>}>
          The history could not be read.
        </Notice>
      )}
      {steps?.length === 0 && (
        <EmptyState title="Nothing corrected yet">
          Put the caret on a word and press E to correct its turn. Every correction is listed here and can be
          taken back.
        </EmptyState>
      )}
      <ol className="flex flex-col">
        {steps?.map((step) => (
          <li key={step.id} className="flex flex-col gap-1 border-b border-rule py-3 text-sm">
            <p className={step.undone ? 'text-ink-soft line-through' : ''} dir="auto">
              <span className="sr-only">Step {step.number}: </span>
              {step.summary}
            </p>
            <p className="flex flex-wrap items-center gap-x-3 text-ink-soft">
              <span>
                {step.byMe ? 'You' : step.by}, <MomentText at={step.at} />
              </span>
              {step.undone && <span>Taken back</span>}
            </p>
            {!step.undone &&
              (step.undo.allowed ? (
                <Button
                  variant="quiet"
                  className="-ms-3.5 self-start"
                  disabled={busy}
                  aria-label={`Take back: ${step.summary}`}
                  onClick={() => takeBack(step)}
                >
                  <Undo2 aria-hidden="true" className="size-4" />
                  Take back
                </Button>
              ) : (
                <p className="text-ink-soft">{step.undo.reason}</p>
              ))}
          </li>
        ))}
      </ol>
      {next !== null && (
        <Button className="self-start" onClick={() => load(next)}>
          Earlier corrections
        </Button>
      )}
    </section>
  )
}
