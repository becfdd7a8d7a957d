import { useDesk } from '@/components/claims/desk-context'
import { kindOf } from '@/components/claims/outbox/act-kinds'
import type { KeptAct } from '@/components/claims/outbox/kept-act'
import { placeOfForm, renewed } from '@/components/claims/outbox/mend-act'
import { isProvisional } from '@/components/claims/outbox/provisional-claim'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm.island'

/**
 * What was done and is not with the server, with its words. What was refused says why and waits for a person: it is
 * tried again, goes back into its form, or is let go after one question.
 */
export function WaitingActs() {
  const { outbox } = useDesk()
  const acts = outbox.all().filter((act) => outbox.isLate(act))
  if (acts.length === 0) return null
  const refused = acts.filter((act) => act.refusal !== null)
  const waiting = acts.filter((act) => act.refusal === null)
  return (
    <div className="flex flex-col gap-2 pb-2 text-sm" data-testid="waiting-acts">
      {refused.map((act) => (
        <Refused key={act.requestId} act={act} />
      ))}
      {waiting.length > 0 && (
        <details>
          <summary className="min-h-8 cursor-pointer text-ink-soft pointer-coarse:min-h-11">
            {waiting.length === 1 ? 'What waits to be saved' : `The ${waiting.length} that wait to be saved`}
          </summary>
          <ul className="flex flex-col gap-1 border-s-2 border-rule ps-3">
            {waiting.map((act) => (
              <li key={act.requestId}>
                <Words act={act} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function Words({ act }: { act: KeptAct }) {
  const { claimOf } = useDesk()
  const claim = claimOf(act.lane)
  const kind = kindOf(act.act)
  const words = kind?.words(act.input) ?? ''
  return (
    <p className="line-clamp-3 break-words">
      <strong>
        {claim && !isProvisional(claim) ? `Claim ${claim.number}: ` : ''}
        {kind?.title ?? 'A change'}
      </strong>
      {words && <span dir="auto"> “{words}”</span>}
    </p>
  )
}

function Refused({ act }: { act: KeptAct }) {
  const { outbox, saver, claimOf, go, view } = useDesk()
  const here = act.interviewId === view.interviewId
  const claim = claimOf(act.lane)
  const mended = here ? renewed(act, claim) : null
  const place = act.form && here ? placeOfForm(act.form.name, view.interviewId) : null
  return (
    <article className="flex flex-col gap-1 border-s-4 border-danger ps-3">
      <Words act={act} />
      <p className="text-danger">{act.refusal?.message}</p>
      <div className="-ms-3.5 flex flex-wrap items-center">
        {!here && (
          <a className="text-link px-3.5" href={`/desk/interviews/${act.interviewId}`}>
            Open its interview
          </a>
        )}
        {place && (
          <Button
            variant="quiet"
            onClick={() => {
              outbox.giveBack(act.requestId)
              go(place, { focus: true, sheet: true })
            }}
          >
            Look at it in the form
          </Button>
        )}
        {!place && (
          <Button variant="quiet" onClick={() => void outbox.again(act.requestId, mended ?? undefined)}>
            {mended ? 'Do it as the claim stands now' : 'Try once more'}
          </Button>
        )}
        <Confirm
          trigger={<Button variant="quiet">Let it go</Button>}
          title="Let this go?"
          confirmLabel="Let it go"
          danger
          onConfirm={async () => {
            outbox.discard(act.requestId)
            if (claim && isProvisional(claim)) {
              saver.discard(claim.id)
              go({ kind: 'list' }, { focus: true })
            }
            return null
          }}
        >
          It was never saved, and will be gone from this browser
          {act.lane === act.requestId ? ', with everything that was written under it' : ''}.
        </Confirm>
      </div>
    </article>
  )
}
