import { useState } from 'react'
import { APPEARANCE_LABELS, appearanceKindSchema } from '@/claims/words-of-the-trade'
import { ArchivedField } from '@/components/claims/archived-field'
import type { OutsideForm } from '@/components/claims/form-shapes'
import { AddressField } from '@/components/claims/sources/address-field'
import { fillAppearance } from '@/components/claims/sources/page-fill'
import { usePageFill } from '@/components/claims/sources/use-page-fill'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'

type Props = {
  id: (field: string) => string
  value: OutsideForm
  change: (form: OutsideForm) => void
  message: (field: string) => string | undefined
  /** True where somebody has chosen the kind already, so that a page does not. */
  chosenKind: boolean
}

/** The words of a claim made elsewhere, who made it, and where they stood. */
export function AppearanceFields({ id, value, change, message, chosenKind }: Props) {
  const [chosen, setChosen] = useState(chosenKind)
  const set = (part: Partial<OutsideForm>) => change({ ...value, ...part })
  const fill = usePageFill(value, change, fillAppearance(chosen))
  return (
    <>
      <TextArea
        label="What was written or said"
        name="quote"
        id={id('quote')}
        rows={3}
        dir="auto"
        value={value.quote}
        error={message('quote')}
        onChange={(event) => set({ quote: event.target.value })}
      />
      <TextField
        label="By whom"
        name="claimant"
        id={id('claimant')}
        dir="auto"
        value={value.claimant}
        error={message('claimant')}
        onChange={(event) => set({ claimant: event.target.value })}
      />
      <AddressField
        id={id('url')}
        value={value.url}
        error={message('appearance.url')}
        onChange={(url) => set({ url })}
        fill={fill}
      />
      <SelectField
        label="Where"
        name="kind"
        id={id('kind')}
        value={value.kind}
        options={appearanceKindSchema.options.map((kind) => ({
          value: kind,
          label: APPEARANCE_LABELS[kind],
        }))}
        onChange={(event) => {
          setChosen(true)
          set({ kind: appearanceKindSchema.parse(event.target.value) })
        }}
      />
      <TextField
        label="Title or name of the place"
        name="title"
        id={id('title')}
        optional
        dir="auto"
        value={value.title}
        error={message('appearance.title')}
        onChange={(event) => set({ title: event.target.value })}
      />
      <TextField
        label="On"
        name="on"
        id={id('on')}
        type="date"
        optional
        value={value.on}
        error={message('appearance.on')}
        onChange={(event) => set({ on: event.target.value })}
      />
      <ArchivedField
        id={id('archivedUrl')}
        value={value.archivedUrl}
        error={message('appearance.archivedUrl')}
        onChange={(archivedUrl) => set({ archivedUrl })}
      />
    </>
  )
}
