import { useState } from 'react'
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
import { ArchivedField } from '@/components/claims/archived-field'
import { useDesk } from '@/components/claims/desk-context'
import { ExpertFields } from '@/components/claims/expert-fields'
import {
  type EvidenceForm,
  evidenceFormOf,
  evidenceOf,
  keptEvidenceSchema,
  sourceFields,
} from '@/components/claims/form-shapes'
import { ItemForm, useItemForm } from '@/components/claims/item-form'
import { AddressField } from '@/components/claims/sources/address-field'
import { fillSource } from '@/components/claims/sources/page-fill'
import { usePageFill } from '@/components/claims/sources/use-page-fill'
import { useKeptForm } from '@/components/claims/use-kept-form'
import { CheckboxField } from '@/components/ui/checkbox-field'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import { toZonedLocal } from '@/platform/zoned-time'

/** One source, new or changed. What was typed stays, whatever the server says, until it was saved or given up. */
export function EvidenceFormPanel({
  claim,
  item,
  begins = 'document',
  onDone,
  onKeepPage,
}: {
  claim: ClaimView
  item: EvidenceView | null
  /** The kind that a new one begins as. */
  begins?: EvidenceForm['kind']
  onDone: () => void
  /** It was saved, and its page shall be kept. */
  onKeepPage: (sourceId: string) => void
}) {
  const { actions, view } = useDesk()
  const [keepPage, setKeepPage] = useState(false)
  const [chosenKind, setChosenKind] = useState(item !== null || begins !== 'document')
  const form = useKeptForm(`form:${claim.id}:evidence:${item?.id ?? 'new'}`, keptEvidenceSchema, {
    form: {
      ...evidenceFormOf(item, toZonedLocal(new Date().toISOString(), view.timeZone).slice(0, 10)),
      ...(item ? {} : { kind: begins }),
    },
    from: item ? sourceFields(item) : null,
  })
  const { form: value, from } = form.value
  const id = (field: string) => `evidence-${item?.id ?? 'new'}-${field}`
  const change = (next: EvidenceForm) => form.change({ from, form: next })
  const set = (part: Partial<EvidenceForm>) => change({ ...value, ...part })
  const fill = usePageFill(value, change, fillSource(chosenKind))
  const source = useItemForm({
    schema: evidenceSchema,
    written: evidenceOf(value),
    from,
    async submit(to, seen, anew) {
      const evidenceId = anew ? null : (item?.id ?? null)
      const { personId, personChanged } = value
      const saved = await actions.saveEvidence({
        claimId: claim.id,
        evidenceId,
        requestId: form.requestId,
        from: seen,
        to,
        personId: personId || null,
        personChanged,
      })
      if (saved.ok && keepPage) onKeepPage(evidenceId ?? form.requestId)
      return saved
    },
    standingIn: (now) => {
      const standing = now.evidence.find((one) => one.id === item?.id)
      return standing ? sourceFields(standing) : null
    },
    saved: 'Source saved.',
    forget: form.forget,
    onDone,
  })
  const { message } = source
  return (
    <ItemForm
      item={source}
      label={item ? 'Change the source' : 'New source'}
      what="This source"
      saveLabel="Save the source"
      mine={summary(evidenceOf(value))}
      summary={summary}
    >
      <AddressField
        id={id('url')}
        value={value.url}
        error={message('url')}
        onChange={(url) => set({ url })}
        fill={fill}
      />
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
          onChange={(event) => {
            setChosenKind(true)
            set({ kind: evidenceKindSchema.parse(event.target.value) })
          }}
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
        dir="auto"
        value={value.title}
        error={message('title')}
        onChange={(event) => set({ title: event.target.value })}
      />
      <TextField
        label="Publisher"
        name="publisher"
        id={id('publisher')}
        dir="auto"
        optional
        value={value.publisher}
        error={message('publisher')}
        onChange={(event) => set({ publisher: event.target.value })}
      />
      <ArchivedField
        id={id('archivedUrl')}
        value={value.archivedUrl}
        error={message('archivedUrl')}
        onChange={(archivedUrl) => set({ archivedUrl })}
      />
      <TextArea
        label="What it says"
        name="quote"
        id={id('quote')}
        optional
        hint="Word for word."
        dir="auto"
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
      {value.url.trim() !== '' && !item?.copy && (
        <CheckboxField
          label="Keep the page here, as it is now"
          name="keepPage"
          id={id('keepPage')}
          hint="For the desk only. A file of your own can be added once the source is saved."
          checked={keepPage}
          onChange={(event) => setKeepPage(event.target.checked)}
        />
      )}
      <CheckboxField
        label="For the desk only"
        name="internal"
        id={id('internal')}
        hint="Readers never see it, and it does not count as evidence when the claim is approved."
        checked={value.internal}
        onChange={(event) => set({ internal: event.target.checked })}
      />
    </ItemForm>
  )
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
    fields.accessedOn && `Accessed ${fields.accessedOn}`,
    fields.primary ? 'Primary source' : '',
    fields.internal ? 'For the desk only' : '',
  ]
    .filter(Boolean)
    .join('\n')
}
