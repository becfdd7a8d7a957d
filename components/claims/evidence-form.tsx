import { type FormEvent, useRef } from 'react'
import { type EvidenceFields, evidenceSchema } from '@/claims/schema'
import type { ClaimView, EvidenceView } from '@/claims/views'
import {
  BASIS_LABELS,
  basisSchema,
  EVIDENCE_KIND_LABELS,
  evidenceKindSchema,
  STANCE_LABELS,
  stanceSchema,
} from '@/claims/words-of-the-trade'
import { Conflict } from '@/components/claims/conflict'
import { useDesk } from '@/components/claims/desk-context'
import { ExpertFields } from '@/components/claims/expert-fields'
import {
  type EvidenceForm,
  evidenceFormOf,
  evidenceOf,
  keptEvidenceSchema,
  messagesByField,
} from '@/components/claims/form-shapes'
import { claimIn } from '@/components/claims/send'
import { useKeptForm } from '@/components/claims/use-kept-form'
import { useSend } from '@/components/claims/use-send'
import { Button } from '@/components/ui/button'
import { CheckboxField } from '@/components/ui/checkbox-field'
import { FormError } from '@/components/ui/form-error'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'

/** One source, new or changed. What was typed stays, whatever the server says, until it was saved or given up. */
export function EvidenceFormPanel({
  claim,
  item,
  onDone,
}: {
  claim: ClaimView
  item: EvidenceView | null
  onDone: () => void
}) {
  const { accept, actions, say } = useDesk()
  const name = `form:${claim.id}:evidence:${item?.id ?? 'new'}`
  const form = useKeptForm(name, keptEvidenceSchema, {
    form: evidenceFormOf(item, new Date().toISOString().slice(0, 10)),
    from: item ? withoutId(item) : null,
  })
  const { run, busy, error, setError } = useSend()
  const element = useRef<HTMLFormElement>(null)
  const { form: value, from } = form.value
  const id = (field: string) => `evidence-${item?.id ?? 'new'}-${field}`
  const fields = error?.fields ?? {}
  const message = (field: string) => fields[field] ?? fields[`to.${field}`]
  const set = (part: Partial<EvidenceForm>) => form.change({ from, form: { ...value, ...part } })

  async function save(event?: FormEvent, over = from) {
    event?.preventDefault()
    const parsed = evidenceSchema.safeParse(evidenceOf(value))
    if (!parsed.success) {
      setError({
        kind: 'invalid',
        message: 'Some fields need another look.',
        fields: messagesByField(parsed.error.issues),
      })
      requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
      return
    }
    const saved = await run(() =>
      actions.saveEvidence({
        claimId: claim.id,
        evidenceId: item?.id ?? null,
        requestId: form.requestId,
        from: over,
        to: parsed.data,
      }),
    )
    if (!saved) return
    form.forget()
    accept(saved.value)
    say('Source saved.')
    onDone()
  }

  const standing =
    error?.kind === 'conflict'
      ? claimIn(error.current)?.evidence.find((one) => one.id === item?.id)
      : undefined
  return (
    <form
      ref={element}
      onSubmit={save}
      noValidate
      aria-label={item ? 'Change the source' : 'New source'}
      className="flex flex-col gap-3 border border-rule-strong bg-paper p-3"
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField
          label="Kind"
          name="kind"
          id={id('kind')}
          value={value.kind}
          options={evidenceKindSchema.options.map((kind) => ({
            value: kind,
            label: EVIDENCE_KIND_LABELS[kind],
          }))}
          onChange={(event) => set({ kind: evidenceKindSchema.parse(event.target.value) })}
        />
        <SelectField
          label="Stance"
          name="stance"
          id={id('stance')}
          value={value.stance}
          options={stanceSchema.options.map((stance) => ({ value: stance, label: STANCE_LABELS[stance] }))}
          onChange={(event) => set({ stance: stanceSchema.parse(event.target.value) })}
        />
      </div>
      {value.kind === 'expert' && <ExpertFields id={id} value={value} set={set} message={message} />}
      <TextField
        label="Title"
        name="title"
        id={id('title')}
        value={value.title}
        error={message('title')}
        onChange={(event) => set({ title: event.target.value })}
      />
      <TextField
        label="Publisher"
        name="publisher"
        id={id('publisher')}
        optional
        value={value.publisher}
        error={message('publisher')}
        onChange={(event) => set({ publisher: event.target.value })}
      />
      <TextField
        label="Address"
        name="url"
        id={id('url')}
        optional
        inputMode="url"
        placeholder="https://"
        value={value.url}
        error={message('url')}
        onChange={(event) => set({ url: event.target.value })}
      />
      <TextField
        label="Archived at"
        name="archivedUrl"
        id={id('archivedUrl')}
        optional
        inputMode="url"
        placeholder="https://"
        value={value.archivedUrl}
        error={message('archivedUrl')}
        onChange={(event) => set({ archivedUrl: event.target.value })}
      />
      <TextArea
        label="What it says"
        name="quote"
        id={id('quote')}
        optional
        rows={3}
        value={value.quote}
        error={message('quote')}
        onChange={(event) => set({ quote: event.target.value })}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label="Published on"
          name="publishedOn"
          id={id('publishedOn')}
          type="date"
          optional
          value={value.publishedOn}
          error={message('publishedOn')}
          onChange={(event) => set({ publishedOn: event.target.value })}
        />
        <TextField
          label="Accessed on"
          name="accessedOn"
          id={id('accessedOn')}
          type="date"
          optional
          value={value.accessedOn}
          error={message('accessedOn')}
          onChange={(event) => set({ accessedOn: event.target.value })}
        />
      </div>
      <CheckboxField
        label="Primary source"
        name="primary"
        id={id('primary')}
        checked={value.primary}
        onChange={(event) => set({ primary: event.target.checked })}
      />
      <CheckboxField
        label="For the desk only"
        name="internal"
        id={id('internal')}
        hint="Readers never see it, and it does not count as evidence when the claim is approved."
        checked={value.internal}
        onChange={(event) => set({ internal: event.target.checked })}
      />
      {standing ? (
        <Conflict
          what="This source"
          mine={summary(evidenceOf(value))}
          theirs={summary(withoutId(standing))}
          onMine={() => void save(undefined, withoutId(standing))}
          onTheirs={() => {
            const current = claimIn(error?.current)
            if (current) accept(current)
            form.forget()
            onDone()
          }}
        />
      ) : (
        <FormError message={error?.message} />
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          {error?.kind === 'offline' ? 'Try again' : 'Save the source'}
        </Button>
        <Button
          variant="quiet"
          onClick={() => {
            form.forget()
            onDone()
          }}
        >
          Cancel
        </Button>
      </div>
    </form>
  )
}

function withoutId({ id: _id, ...fields }: EvidenceView): EvidenceFields {
  return fields
}

/** A source as lines of text, for showing two versions side by side. */
function summary(fields: EvidenceFields): string {
  return [
    `${EVIDENCE_KIND_LABELS[fields.kind]} · ${STANCE_LABELS[fields.stance]}`,
    fields.expert && [fields.expert.name, fields.expert.affiliation].filter(Boolean).join(', '),
    fields.expert?.basis && BASIS_LABELS[basisSchema.parse(fields.expert.basis)],
    fields.title,
    fields.publisher,
    fields.url,
    fields.archivedUrl,
    fields.quote,
    fields.publishedOn,
    fields.primary ? 'Primary source' : '',
    fields.internal ? 'For the desk only' : '',
  ]
    .filter(Boolean)
    .join('\n')
}
