import { useState } from 'react'
import type { ClaimView, EvidenceView } from '@/claims/views'
import { STANCE_LABELS, stanceSchema } from '@/claims/words-of-the-trade'
import { useDesk } from '@/components/claims/desk-context'
import { EvidenceFormPanel } from '@/components/claims/evidence-form'
import { SourceList } from '@/components/claims/sources/source-list'
import { SourceRow } from '@/components/claims/sources/source-row'
import { useFocusNext } from '@/components/claims/sources/use-focus-next'
import { useActs } from '@/components/desk/acts/acts.island'
import { Button } from '@/components/ui/button'

/** The sources under a claim in the readers' order; experts of opposite stance stand side by side, as readers see them. */
export function EvidenceSection({ claim, disabled }: { claim: ClaimView; disabled: boolean }) {
  const { store } = useDesk()
  const [editing, setEditing] = useState<string | null>(
    // What an earlier page left unsent is open again.
    () => store.names(`form:${claim.id}:evidence:`)[0]?.split(':').at(-1) ?? null,
  )
  const [begins, setBegins] = useState<'document' | 'expert'>('document')
  const [keepPageOf, setKeepPageOf] = useState<string | null>(null)
  const focusNext = useFocusNext()
  const adding = `add-source-${claim.id}`
  const experts = claim.evidence.filter((item) => item.kind === 'expert' && item.stance !== 'context')
  const disagree = new Set(experts.map((item) => item.stance)).size === 2
  const others = disagree ? claim.evidence.filter((item) => !experts.includes(item)) : claim.evidence

  function close() {
    setEditing(null)
    focusNext(adding)
  }

  function add(kind: 'document' | 'expert') {
    setBegins(kind)
    setEditing('new')
    // A form that is open already keeps what was typed; only the focus goes there.
    focusNext(...(kind === 'expert' ? ['evidence-new-expertName'] : []), 'evidence-new-url')
  }

  const refusal = disabled && !claim.abilities.edit.allowed ? { refusal: claim.abilities.edit.reason } : {}
  useActs([
    {
      id: 'claim.source',
      label: 'Add a source',
      group: 'Claim',
      keys: ['v', 'Alt+v'],
      also: 'evidence document report address',
      ...refusal,
      run: () => add('document'),
    },
    {
      id: 'claim.expert',
      label: 'Add an expert',
      group: 'Claim',
      keys: ['q', 'Alt+Shift+q'],
      also: 'evidence person quote',
      ...refusal,
      run: () => add('expert'),
    },
  ])

  const change = (item: EvidenceView) => (
    <EvidenceFormPanel claim={claim} item={item} onDone={close} onKeepPage={setKeepPageOf} />
  )
  // Two columns leave no room for a form: there it stands below them.
  const inPair = disagree ? experts.find((item) => item.id === editing) : undefined
  const row = (item: EvidenceView) =>
    editing === item.id ? (
      inPair ? (
        <p className="text-sm text-ink-soft">{item.expert?.name} is being changed below.</p>
      ) : (
        change(item)
      )
    ) : (
      <SourceRow
        claim={claim}
        item={item}
        disabled={disabled}
        onEdit={() => setEditing(item.id)}
        keepPage={keepPageOf === item.id}
        onKeepingPage={() => setKeepPageOf(null)}
      />
    )

  return (
    <section aria-labelledby={`evidence-title-${claim.id}`} className="flex flex-col gap-3">
      <div>
        <h3 id={`evidence-title-${claim.id}`} className="text-sm font-semibold">
          Evidence
        </h3>
        {claim.evidence.length > 1 && <p className="text-sm text-ink-soft">{countsOf(claim.evidence)}</p>}
      </div>
      {claim.evidence.length === 0 && editing !== 'new' && (
        <p className="text-sm text-ink-soft">
          No source yet. A verdict that rates needs at least one that readers may see.
        </p>
      )}
      {disagree && (
        <div className="border-y border-verdict-disputed py-2">
          <h4 className="text-sm font-semibold text-verdict-disputed">Experts disagree</h4>
          <div className="mt-2 grid gap-x-4 gap-y-3 sm:grid-cols-2">
            {(['supports', 'disputes'] as const).map((stance) => (
              <div key={stance} className="min-w-0">
                <SourceList
                  claim={claim}
                  items={experts.filter((item) => item.stance === stance)}
                  disabled={disabled}
                  label={`Experts: ${STANCE_LABELS[stance].toLowerCase()}`}
                  row={row}
                />
              </div>
            ))}
          </div>
          {inPair && <div className="mt-3">{change(inPair)}</div>}
        </div>
      )}
      {others.length > 0 && (
        <SourceList claim={claim} items={others} disabled={disabled} label="Sources" row={row} />
      )}
      {editing === 'new' ? (
        <EvidenceFormPanel
          key={begins}
          claim={claim}
          item={null}
          begins={begins}
          onDone={close}
          onKeepPage={setKeepPageOf}
        />
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button id={adding} disabled={disabled} onClick={() => add('document')}>
            Add a source
          </Button>
          <Button disabled={disabled} onClick={() => add('expert')}>
            Add an expert
          </Button>
        </div>
      )}
    </section>
  )
}

/** `2 support the claim, 1 disputes it` in so many words; stances that nobody takes are left out. */
function countsOf(evidence: readonly EvidenceView[]): string {
  return stanceSchema.options
    .map(
      (stance) => [evidence.filter((item) => item.stance === stance).length, STANCE_LABELS[stance]] as const,
    )
    .filter(([count]) => count > 0)
    .map(([count, label]) => `${label}: ${count}`)
    .join(' · ')
}
