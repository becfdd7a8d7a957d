import { z } from 'zod'
import { BASIS_LABELS, basisSchema } from '@/claims/words-of-the-trade'
import type { EvidenceForm } from '@/components/claims/form-shapes'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'

/** Who the expert is and what they go by. */
export function ExpertFields({
  id,
  value,
  set,
  message,
}: {
  id: (field: string) => string
  value: EvidenceForm
  set: (part: Partial<EvidenceForm>) => void
  message: (field: string) => string | undefined
}) {
  return (
    <>
      <TextField
        label="Expert’s name"
        name="expertName"
        id={id('expertName')}
        value={value.expertName}
        error={message('expert.name')}
        onChange={(event) => set({ expertName: event.target.value })}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label="Affiliation"
          name="affiliation"
          id={id('affiliation')}
          optional
          value={value.affiliation}
          error={message('expert.affiliation')}
          onChange={(event) => set({ affiliation: event.target.value })}
        />
        <SelectField
          label="Goes by"
          name="basis"
          id={id('basis')}
          value={value.basis}
          options={[
            { value: '', label: 'Not known' },
            ...basisSchema.options.map((basis) => ({ value: basis, label: BASIS_LABELS[basis] })),
          ]}
          onChange={(event) => set({ basis: basisSchema.or(z.literal('')).parse(event.target.value) })}
        />
      </div>
      <TextField
        label="Who that is, in a few words"
        name="description"
        id={id('description')}
        optional
        value={value.description}
        error={message('expert.description')}
        onChange={(event) => set({ description: event.target.value })}
      />
    </>
  )
}
