import { AlarmClock, CalendarClock, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ClaimView } from '@/claims/views'
import { PRIORITIES, PRIORITY_LABELS, prioritySchema } from '@/claims/words-of-the-trade'
import { FieldConflict, useClaimField } from '@/components/claims/claim-field'
import { useDesk } from '@/components/claims/desk-context'
import { type Due, dueWords } from '@/components/claims/life/due-words'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { momentWords } from '@/platform/moment-words'
import { fromZonedLocal, toZonedLocal } from '@/platform/zoned-time'

type Props = { claim: ClaimView; disabled: boolean }

/** Who works on it, how soon, and until when. */
export function WorkFields(props: Props) {
  return (
    <section aria-label="Who and until when" className="flex flex-col gap-3">
      <AssigneeField {...props} />
      <div className="grid gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <PriorityField {...props} />
        <DueField {...props} />
      </div>
    </section>
  )
}

function AssigneeField({ claim, disabled }: Props) {
  const { view, memberId, say } = useDesk()
  const { text, error, set } = useClaimField(claim, 'assigneeId')
  const nameOf = (id: unknown) => view.members.find((member) => member.id === id)?.name
  // Somebody who left the desk still stands here until the work is handed on.
  const gone = claim.assignee && !nameOf(claim.assignee.id) ? [claim.assignee] : []
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <SelectField
            label="Assigned to"
            name="assignee"
            id={`assignee-${claim.id}`}
            value={text}
            error={error}
            disabled={disabled}
            options={[
              { value: '', label: 'Nobody' },
              ...[...view.members, ...gone].map((member) => ({ value: member.id, label: member.name })),
            ]}
            onChange={(event) => set(event.target.value || null)}
          />
        </div>
        <Button
          disabled={disabled || text === memberId}
          onClick={() => {
            set(memberId)
            say(`Claim ${claim.number} is yours.`)
            document.getElementById(`assignee-${claim.id}`)?.focus()
          }}
        >
          Assign to me
        </Button>
      </div>
      <FieldConflict
        claim={claim}
        field="assigneeId"
        what="Who it is assigned to"
        show={(id) => nameOf(id) ?? 'Nobody'}
      />
    </div>
  )
}

function PriorityField({ claim, disabled }: Props) {
  const { value, error, set } = useClaimField(claim, 'priority')
  const priority = prioritySchema.catch('normal').parse(value)
  return (
    <div className="flex flex-col gap-2">
      <SelectField
        label="Priority"
        name="priority"
        id={`priority-${claim.id}`}
        value={priority}
        error={error}
        disabled={disabled}
        options={[...PRIORITIES].reverse().map((key) => ({ value: key, label: PRIORITY_LABELS[key] }))}
        onChange={(event) => set(prioritySchema.parse(event.target.value))}
      />
      <FieldConflict
        claim={claim}
        field="priority"
        what="The priority"
        show={(key) => PRIORITY_LABELS[prioritySchema.catch('normal').parse(key)]}
      />
    </div>
  )
}

function DueField({ claim, disabled }: Props) {
  const { view } = useDesk()
  const { text, error, edit, set, typing } = useClaimField(claim, 'dueAt')
  /** What is typed and is no moment yet. */
  const [half, setHalf] = useState<string | null>(null)
  const now = useNow()
  const due = text ? dueWords(text, now, claim.status) : null
  return (
    <div className="flex flex-col gap-2">
      <TextField
        label={`Due, ${view.timeZone} time`}
        name="dueAt"
        id={`due-${claim.id}`}
        type="datetime-local"
        value={half ?? (text ? toZonedLocal(text, view.timeZone) : '')}
        error={error}
        disabled={disabled}
        onFocus={typing.onFocus}
        onBlur={() => {
          setHalf(null)
          typing.onBlur()
        }}
        onChange={(event) => {
          const local = event.target.value
          const moment = local === '' ? null : fromZonedLocal(local, view.timeZone)
          if (local === '') set(null)
          else if (moment) edit(moment)
          setHalf(moment === null && local !== '' ? local : null)
        }}
      />
      {due && <DueMark due={due} />}
      <FieldConflict
        claim={claim}
        field="dueAt"
        what="When it is due"
        show={(at) => (typeof at === 'string' && at !== '' ? momentWords(at, view.timeZone) : 'No time')}
      />
    </div>
  )
}

const MARKS = {
  overdue: { icon: TriangleAlert, ink: 'font-semibold text-danger' },
  near: { icon: AlarmClock, ink: 'font-semibold text-verdict-unsubstantiated' },
  ahead: { icon: CalendarClock, ink: 'text-ink-soft' },
  settled: { icon: CalendarClock, ink: 'text-ink-soft' },
} as const

/** How a due time stands, in words with a shape. */
export function DueMark({ due }: { due: Due }) {
  const { icon: Icon, ink } = MARKS[due.tone]
  return (
    // The server drew it a moment earlier.
    <span suppressHydrationWarning className={`inline-flex items-center gap-1.5 text-sm ${ink}`}>
      <Icon aria-hidden="true" className="size-4 shrink-0" />
      {due.words}
    </span>
  )
}

/** The moment, once a minute. */
function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
