'use client'
import { useState } from 'react'
import { CheckboxField } from '@/components/ui/checkbox-field'
import { useAction } from '@/components/ui/use-action.island'
import type { ServerAction } from '@/platform/action-result'
import type { Decision } from '@/platform/decision'

type Props = {
  interviewId: string
  machineMade: boolean
  may: Decision
  save: ServerAction<{ interviewId: string; machineMade: boolean }, { machineMade: boolean }>
}

/** Whether a machine wrote the words; saved at once, and can be taken back the same way. */
export function MachineMade({ interviewId, machineMade, may, save }: Props) {
  const [checked, setChecked] = useState(machineMade)
  const [saved, setSaved] = useState('')
  const { run, busy, error } = useAction(save)

  async function change(wanted: boolean) {
    if (busy) return
    setChecked(wanted)
    setSaved('')
    const answer = await run({ interviewId, machineMade: wanted })
    setChecked(answer ? answer.value.machineMade : !wanted)
    if (answer) setSaved('Saved.')
  }

  return (
    <div className="border-b border-rule py-2">
      <CheckboxField
        label="A machine wrote these words"
        name="machineMade"
        hint={may.allowed ? 'Then somebody replays the clip before a claim on them is approved.' : may.reason}
        checked={checked}
        disabled={!may.allowed}
        error={error?.message}
        onChange={(event) => void change(event.target.checked)}
      />
      <p role="status" className="ps-8 text-sm text-ink-soft empty:hidden">
        {saved}
      </p>
    </div>
  )
}
