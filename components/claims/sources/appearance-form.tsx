import { type OutsideWords, outsideWordsSchema } from '@/claims/schema'
import type { ClaimView } from '@/claims/views'
import { APPEARANCE_LABELS } from '@/claims/words-of-the-trade'
import { useDesk } from '@/components/claims/desk-context'
import { keptOutsideSchema, outsideFormOf, outsideOf, outsideWordsOf } from '@/components/claims/form-shapes'
import { ItemForm, useItemForm } from '@/components/claims/item-form'
import { AppearanceFields } from '@/components/claims/sources/appearance-fields'
import { useKeptForm } from '@/components/claims/use-kept-form'

/** Changes the words of a claim made elsewhere, whose they are and where they stood. */
export function AppearanceForm({
  claim,
  words,
  onDone,
}: {
  claim: ClaimView
  words: OutsideWords
  onDone: () => void
}) {
  const { actions } = useDesk()
  const form = useKeptForm(appearanceDraft(claim.id), keptOutsideSchema, {
    form: outsideFormOf(words),
    from: words,
  })
  const { form: value, from } = form.value
  const item = useItemForm({
    schema: outsideWordsSchema,
    written: outsideOf(value),
    from,
    submit: (to, seen) =>
      actions.saveAppearance({ claimId: claim.id, requestId: form.requestId, from: seen ?? from, to }),
    standingIn: outsideWordsOf,
    saved: 'Where it was made is saved.',
    forget: form.forget,
    onDone,
  })
  return (
    <ItemForm
      item={item}
      label="Change what was said and where"
      what="Where it was made"
      saveLabel="Save"
      mine={summary(outsideOf(value))}
      summary={summary}
    >
      <AppearanceFields
        id={(field) => `appearance-${claim.id}-${field}`}
        value={value}
        change={(next) => form.change({ form: next, from })}
        message={item.message}
        chosenKind
      />
    </ItemForm>
  )
}

/** Where what was typed into it is kept. */
export function appearanceDraft(claimId: string): string {
  return `form:${claimId}:appearance`
}

function summary({ quote, claimant, appearance }: OutsideWords): string {
  const { kind, title, url, archivedUrl, on } = appearance
  return [`“${quote}”`, claimant, APPEARANCE_LABELS[kind], title, on, url, archivedUrl]
    .filter(Boolean)
    .join('\n')
}
