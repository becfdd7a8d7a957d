'use client'
import { useState } from 'react'
import { CheckboxField } from '@/components/ui/checkbox-field'
import { useAction } from '@/components/ui/use-action.island'
import type { ServerAction } from '@/platform/action-result'

type Choice = { mailNotices: boolean }
type Props = { address: string; mailNotices: boolean; save: ServerAction<Choice, Choice> }

/** The one choice there is about notices; it saves by itself. */
export function MailNotices({ address, mailNotices, save }: Props) {
  const [on, setOn] = useState(mailNotices)
  const [said, setSaid] = useState('')
  const { run, busy, error } = useAction(save)

  async function choose(next: boolean) {
    setOn(next)
    const saved = await run({ mailNotices: next })
    if (saved) setSaid(next ? 'Saved: notices are sent to you.' : 'Saved: no notices are sent to you.')
    else setOn(!next)
  }

  return (
    <div className="mt-4 flex flex-col gap-2">
      <CheckboxField
        label="Send me my notices by e-mail"
        name="mailNotices"
        checked={on}
        disabled={busy}
        hint={`To ${address}. What comes within a minute is one mail; what you have read is not sent.`}
        error={error?.message}
        onChange={(event) => void choose(event.target.checked)}
      />
      <p role="status" className="ps-8 text-sm font-medium text-ok">
        {said}
      </p>
    </div>
  )
}
