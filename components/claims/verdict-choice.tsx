import type { ClaimView, VerdictView } from '@/claims/views'
import { FieldConflict, useClaimField } from '@/components/claims/claim-field'
import { useDesk } from '@/components/claims/desk-context'
import { VerdictBadge } from '@/components/claims/verdict-badge'

/** The newsroom's scale, each with its drawing and what it means. */
export function VerdictChoice({ claim, disabled }: { claim: ClaimView; disabled: boolean }) {
  const { view } = useDesk()
  const { value, error, set } = useClaimField(claim, 'verdictKey')
  const offered = view.verdicts.filter((verdict) => !verdict.retired || verdict.key === value)
  return (
    <fieldset disabled={disabled} className="flex flex-col gap-2">
      <legend className="text-sm font-semibold">Verdict</legend>
      <div className="mt-1 border-y border-rule">
        {offered.map((verdict) => (
          <Option
            key={verdict.key}
            verdict={verdict}
            name={`verdict-${claim.id}`}
            checked={value === verdict.key}
            onChoose={() => set(verdict.key)}
          />
        ))}
        <label className={LINE}>
          <input
            type="radio"
            className="mt-1 size-4 shrink-0"
            name={`verdict-${claim.id}`}
            checked={value === null}
            onChange={() => set(null)}
          />
          <span className="text-sm text-ink-soft">No verdict yet</span>
        </label>
      </div>
      {error && <p className="text-sm font-medium text-danger">▲ {error}</p>}
      <FieldConflict
        claim={claim}
        field="verdictKey"
        what="The verdict"
        show={(key) => view.verdicts.find((verdict) => verdict.key === key)?.label ?? 'No verdict yet'}
      />
    </fieldset>
  )
}

const LINE =
  'flex min-h-10 gap-3 border-b border-rule px-2 py-1.5 last:border-b-0 has-checked:bg-surface has-focus-visible:outline-2 has-focus-visible:outline-focus pointer-coarse:min-h-11'

function Option({
  verdict,
  name,
  checked,
  onChoose,
}: {
  verdict: VerdictView
  name: string
  checked: boolean
  onChoose: () => void
}) {
  return (
    <label className={LINE}>
      <input
        type="radio"
        className="mt-1 size-4 shrink-0"
        name={name}
        checked={checked}
        onChange={onChoose}
      />
      <span className="min-w-0 flex-1 text-sm">
        <VerdictBadge verdict={verdict} />
        {verdict.retired && <span className="text-ink-soft"> (no longer used)</span>}
        <span className="block text-ink-soft">{verdict.definition}</span>
      </span>
    </label>
  )
}
