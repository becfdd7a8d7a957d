'use client'
import { ArrowDown, ArrowUp, Plus } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import type { ScaleVerdict } from '@/claims/scale/scale-views'
import { VerdictBadge } from '@/components/claims/verdict-badge'
import { useActs } from '@/components/desk/acts/acts.island'
import { VerdictForm } from '@/components/desk/settings/verdict-form'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm.island'
import { toastDone, toastRefused } from '@/components/ui/toaster.island'
import type { ActionResult } from '@/platform/action-result'

export type ScaleActions = {
  saveVerdict: (input: unknown) => Promise<ActionResult<ScaleVerdict[]>>
  orderScale: (input: unknown) => Promise<ActionResult<ScaleVerdict[]>>
  retireVerdict: (input: unknown) => Promise<ActionResult<ScaleVerdict[]>>
  removeVerdict: (input: unknown) => Promise<ActionResult<ScaleVerdict[]>>
}

/** The verdict scale: its order, what each verdict is called and means, and which are no longer given. */
export function ScaleEditor({ scale: given, actions }: { scale: ScaleVerdict[]; actions: ScaleActions }) {
  const [scale, setScale] = useState(given)
  const [editing, setEditing] = useState<ScaleVerdict | 'new' | null>(null)
  const [removing, setRemoving] = useState<ScaleVerdict | null>(null)
  const [spoken, setSpoken] = useState('')
  const [busy, setBusy] = useState(false)

  useActs([
    {
      id: 'scale.add',
      label: 'Add a verdict',
      group: 'Verdicts',
      keys: ['n'],
      run: () => setEditing('new'),
    },
  ])

  /** Takes over the scale as the server has it; a refusal is said and changes nothing. */
  async function run(act: () => Promise<ActionResult<ScaleVerdict[]>>, said: string): Promise<boolean> {
    if (busy) return false
    setBusy(true)
    const result = await act().catch(() => null)
    setBusy(false)
    if (result?.ok) {
      setScale(result.value)
      setSpoken(said)
      return true
    }
    toastRefused(result?.error.message ?? 'The server could not be reached. Nothing was changed.')
    return false
  }

  async function move(verdict: ScaleVerdict, by: -1 | 1) {
    const keys = scale.map(({ key }) => key)
    const at = keys.indexOf(verdict.key)
    const other = keys[at + by]
    if (other === undefined) return
    keys[at + by] = verdict.key
    keys[at] = other
    await run(
      () => actions.orderScale({ keys }),
      `${verdict.label} is now number ${at + by + 1} of ${keys.length}.`,
    )
    // At an end its button is switched off; the other one keeps the focus in the row.
    requestAnimationFrame(() => focusInRow(verdict.key, by))
  }

  async function retire(verdict: ScaleVerdict, retired: boolean) {
    const said = `${verdict.label} is ${retired ? 'retired' : 'in use again'}.`
    if (await run(() => actions.retireVerdict({ key: verdict.key, retired }), said))
      toastDone(said, { undo: () => void retire(verdict, !retired) })
  }

  async function remove(verdict: ScaleVerdict): Promise<string | null> {
    const result = await actions.removeVerdict({ key: verdict.key })
    if (!result.ok) return result.error.message
    setScale(result.value)
    setSpoken(`${verdict.label} was removed.`)
    document.getElementById('add-verdict')?.focus()
    return null
  }

  function onRowKey(event: KeyboardEvent, verdict: ScaleVerdict) {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    void move(verdict, event.key === 'ArrowUp' ? -1 : 1)
  }

  return (
    <div className="flex max-w-4xl flex-col gap-5">
      <div>
        <Button id="add-verdict" variant="primary" onClick={() => setEditing('new')}>
          <Plus aria-hidden="true" className="size-4" />
          Add a verdict
        </Button>
      </div>
      <ol aria-label="Verdicts, in the order of the scale" className="border-t border-rule-strong">
        {scale.map((verdict, index) => (
          <li
            key={verdict.key}
            data-verdict={verdict.key}
            onKeyDown={(event) => onRowKey(event, verdict)}
            className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2 border-b border-rule py-4 md:grid-cols-[auto_minmax(0,1fr)_auto]"
          >
            <div className="flex flex-col gap-1">
              <Move verdict={verdict} by={-1} off={index === 0} onMove={move} />
              <Move verdict={verdict} by={1} off={index === scale.length - 1} onMove={move} />
            </div>
            <div className="min-w-0">
              <h2 className="text-lg">
                <VerdictBadge verdict={verdict} />
                {verdict.retired && <span className="ms-2 text-sm text-ink-soft">retired</span>}
              </h2>
              <p className="max-w-prose font-serif">{verdict.definition}</p>
              <p className="mt-1 text-sm text-ink-soft">{standing(verdict)}</p>
            </div>
            <div className="col-start-2 flex flex-wrap items-start gap-2 md:col-start-3">
              <Button onClick={() => setEditing(verdict)} aria-label={`Change ${verdict.label}`}>
                Change
              </Button>
              <Button
                onClick={() => retire(verdict, !verdict.retired)}
                aria-label={`${verdict.retired ? 'Use' : 'Retire'} ${verdict.label}`}
              >
                {verdict.retired ? 'Use again' : 'Retire'}
              </Button>
              {!verdict.used && (
                <Button
                  variant="danger"
                  onClick={() => setRemoving(verdict)}
                  aria-label={`Remove ${verdict.label}`}
                >
                  Remove
                </Button>
              )}
            </div>
          </li>
        ))}
      </ol>
      {editing && (
        <VerdictForm
          verdict={editing === 'new' ? null : editing}
          save={actions.saveVerdict}
          onSaved={(next, label) => {
            setScale(next)
            setSpoken(`${label} is saved.`)
            setEditing(null)
          }}
          onClose={() => setEditing(null)}
        />
      )}
      {removing && (
        <Confirm
          open
          onOpenChange={(open) => !open && setRemoving(null)}
          title={`Remove “${removing.label}”?`}
          confirmLabel="Remove"
          danger
          onConfirm={() => remove(removing)}
        >
          Nobody has used it. What it was stays in the history.
        </Confirm>
      )}
      <p aria-live="polite" className="sr-only">
        {spoken}
      </p>
    </div>
  )
}

function Move({
  verdict,
  by,
  off,
  onMove,
}: {
  verdict: ScaleVerdict
  by: -1 | 1
  off: boolean
  onMove: (verdict: ScaleVerdict, by: -1 | 1) => void
}) {
  const Icon = by < 0 ? ArrowUp : ArrowDown
  return (
    <Button
      variant="quiet"
      className="px-2!"
      disabled={off}
      data-move={by}
      title={by < 0 ? 'Alt ↑' : 'Alt ↓'}
      aria-label={`Move ${verdict.label} ${by < 0 ? 'up' : 'down'}`}
      onClick={() => onMove(verdict, by)}
    >
      <Icon aria-hidden="true" className="size-4" />
    </Button>
  )
}

function focusInRow(key: string, by: -1 | 1): void {
  const row = document.querySelector(`[data-verdict="${CSS.escape(key)}"]`)
  const [same, other] = [by, -by].map((one) =>
    row?.querySelector<HTMLButtonElement>(`button[data-move="${one}"]:not(:disabled)`),
  )
  const target = same ?? other
  target?.focus()
}

function standing({ rates, ratingValue, claims, used }: ScaleVerdict): string {
  const place = !rates
    ? 'Rates nothing.'
    : ratingValue === null
      ? 'Has no place in the order from worst to best.'
      : `${ratingValue} of 5 from worst to best.`
  const use =
    claims > 0
      ? `${claims} ${claims === 1 ? 'claim carries' : 'claims carry'} it.`
      : used
        ? 'No claim carries it now; some did.'
        : 'Never used.'
  return `${place} ${use}`
}
