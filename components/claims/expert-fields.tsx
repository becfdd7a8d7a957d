import { useState } from 'react'
import { z } from 'zod'
import { BASIS_LABELS, basisSchema } from '@/claims/words-of-the-trade'
import type { EvidenceForm } from '@/components/claims/form-shapes'
import { type KnownPerson, PersonField } from '@/components/claims/sources/person-field'
import { CheckboxField } from '@/components/ui/checkbox-field'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'

/** Who the expert is and what they go by. What they are is written as of this source; the person has a line of their own. */
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
  const [picked, setPicked] = useState<KnownPerson | null>(null)
  const known = picked?.id === value.personId ? picked : null
  const differs = known !== null && known.affiliation !== '' && value.affiliation.trim() !== known.affiliation

  return (
    <>
      <PersonField
        id={id('expertName')}
        value={value.expertName}
        error={message('expert.name')}
        onType={(expertName) => set({ expertName, personId: '', personChanged: false })}
        onPick={(person) => {
          setPicked(person)
          const { name: expertName, id: personId, affiliation, description } = person
          set({ expertName, personId, affiliation, description, personChanged: false })
        }}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label="Affiliation"
          name="affiliation"
          id={id('affiliation')}
          optional
          dir="auto"
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
      {differs && (
        <CheckboxField
          label={`${known.name} has moved: use this from now on`}
          name="personChanged"
          id={id('personChanged')}
          hint={`Known as: ${known.affiliation}. Without this, the other affiliation stands with this source alone.`}
          checked={value.personChanged}
          onChange={(event) => set({ personChanged: event.target.checked })}
        />
      )}
      <TextField
        label="Who that is, in a few words"
        name="description"
        id={id('description')}
        optional
        dir="auto"
        value={value.description}
        error={message('expert.description')}
        onChange={(event) => set({ description: event.target.value })}
      />
    </>
  )
}
