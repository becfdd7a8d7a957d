import type { ReactNode } from 'react'
import type { ClaimView } from '@/claims/views'
import { type FieldName, heldIn } from '@/components/claims/claim-fields'
import { Conflict } from '@/components/claims/conflict'
import { useDesk } from '@/components/claims/desk-context'
import type { FieldValue } from '@/components/claims/field-draft'
import { FieldPeople } from '@/components/claims/live/claim-people'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'

/** One field of a claim that saves by itself: what it shows and what happens to it. */
export function useClaimField(claim: ClaimView, field: FieldName) {
  const { saver } = useDesk()
  const value = saver.value(claim, field)
  return {
    value,
    text: typeof value === 'string' ? value : '',
    error: saver.error(claim.id, field),
    changedUnder: saver.changedUnder(claim, field),
    edit: (to: FieldValue) => saver.edit(claim, field, to),
    /** For choices: there is nothing more to type, so it is sent at once. */
    set(to: FieldValue) {
      saver.edit(claim, field, to)
      void saver.flush()
    },
    typing: { onFocus: () => saver.enter(claim, field), onBlur: () => saver.leave() },
  }
}

type TextProps = {
  claim: ClaimView
  field: 'claimReviewed' | 'explanation' | 'internalNote'
  label: string
  hint?: ReactNode
  disabled: boolean
  rows?: number
  dir?: 'auto'
}

/** A text that saves by itself, with both texts where a colleague was faster. */
export function ClaimText({ claim, field, label, hint, disabled, rows }: TextProps) {
  const { text, error, edit, typing, changedUnder } = useClaimField(claim, field)
  const props = {
    label,
    name: field,
    id: `${field}-${claim.id}`,
    hint,
    error,
    value: text,
    disabled,
    dir: 'auto',
    ...typing,
  }
  return (
    <div className="flex flex-col gap-2">
      {rows ? (
        <TextArea {...props} rows={rows} onChange={(event) => edit(event.target.value)} />
      ) : (
        <TextField {...props} onChange={(event) => edit(event.target.value)} />
      )}
      <FieldPeople claimId={claim.id} field={field} />
      {changedUnder && (
        <p role="status" className="text-sm font-medium text-accent">
          A colleague changed this text just now; what you see is theirs.
        </p>
      )}
      <FieldConflict claim={claim} field={field} what={label} />
    </div>
  )
}

/** Both values of a field where a colleague changed it too; nothing where there is no such conflict. */
export function FieldConflict({
  claim,
  field,
  what,
  show = (value) => (Array.isArray(value) ? value.join(', ') : (value ?? '')),
}: {
  claim: ClaimView
  field: FieldName
  what: string
  /** How a value reads. */
  show?: (value: FieldValue) => string
}) {
  const { saver } = useDesk()
  const draft = saver.conflict(claim, field)
  if (!draft) return null
  const theirs = heldIn(claim, field)
  const text = typeof draft.to === 'string' && typeof theirs === 'string' && field !== 'challenge'
  return (
    <Conflict
      what={what}
      mine={show(draft.to)}
      theirs={show(theirs)}
      onMine={() => saver.choose(claim, field, draft.to)}
      onTheirs={() => saver.choose(claim, field, theirs)}
      {...(text && field !== 'verdictKey' && field !== 'challengeTurnId' && field !== 'assigneeId'
        ? { onCombined: (combined: string) => void saver.choose(claim, field, combined) }
        : {})}
    />
  )
}
