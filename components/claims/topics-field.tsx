import { X } from 'lucide-react'
import { useState } from 'react'
import type { ClaimView } from '@/claims/views'
import { FieldConflict, useClaimField } from '@/components/claims/claim-field'
import { useDesk } from '@/components/claims/desk-context'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'

/** Topics of a claim, chosen from the known ones or new. */
export function TopicsField({ claim, disabled }: { claim: ClaimView; disabled: boolean }) {
  const { view } = useDesk()
  const { value, error, set } = useClaimField(claim, 'topics')
  const [typed, setTyped] = useState('')
  const topics = Array.isArray(value) ? value : []

  function add() {
    const topic = typed.trim()
    if (topic && !topics.some((one) => one.toLowerCase() === topic.toLowerCase())) set([...topics, topic])
    setTyped('')
  }

  return (
    <div className="flex flex-col gap-2">
      {topics.length > 0 && (
        <ul aria-label="Topics of this claim" className="flex flex-wrap gap-2">
          {topics.map((topic) => (
            <li key={topic} className="inline-flex items-center gap-1 border border-rule-strong ps-2 text-sm">
              {topic}
              <button
                type="button"
                disabled={disabled}
                aria-label={`Take ${topic} off`}
                className="inline-flex size-8 items-center justify-center hover:bg-surface pointer-coarse:size-11"
                onClick={() => set(topics.filter((one) => one !== topic))}
              >
                <X aria-hidden="true" className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="flex items-end gap-2">
        <div className="flex-1">
          <TextField
            label="Topics"
            name="topic"
            id={`topic-${claim.id}`}
            list={`topics-${claim.id}`}
            value={typed}
            error={error}
            disabled={disabled}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
              event.preventDefault()
              add()
            }}
          />
        </div>
        <Button onClick={add} disabled={disabled || typed.trim() === ''}>
          Add
        </Button>
      </div>
      <datalist id={`topics-${claim.id}`}>
        {view.topics.map((topic) => (
          <option key={topic} value={topic} />
        ))}
      </datalist>
      <FieldConflict claim={claim} field="topics" what="The list of topics" />
    </div>
  )
}
