import { type FormEvent, useState } from 'react'
import type { VerdictFields } from '@/claims/scale/scale-schema'
import type { ScaleVerdict } from '@/claims/scale/scale-views'
import { VERDICT_COLOURS, VERDICT_ICONS } from '@/claims/scale/verdict-looks'
import { VerdictBadge, verdictColour } from '@/components/claims/verdict-badge'
import { VerdictIcon } from '@/components/claims/verdict-icon'
import { CheckboxField } from '@/components/ui/checkbox-field'
import { Dialog } from '@/components/ui/dialog.island'
import { DialogEnds } from '@/components/ui/dialog-ends'
import { FormError } from '@/components/ui/form-error'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import { useAction } from '@/components/ui/use-action.island'
import { useFocusOnFault } from '@/components/ui/use-focus-on-fault.island'
import type { ActionResult } from '@/platform/action-result'

/** What each drawing shows, for those who cannot see it. */
const DRAWN: Record<(typeof VERDICT_ICONS)[number], string> = {
  unsubstantiated: 'Speech bubble in dashes',
  false: 'Cross in a circle',
  misleading: 'Road that turns off',
  'missing-context': 'Picture with a corner gone',
  exaggerated: 'Small bar and tall bar',
  disputed: 'Arrows against each other',
  correct: 'Tick in a circle',
  context: 'Page of text',
  half: 'Disc half filled',
  outdated: 'Clock',
  lens: 'Magnifying glass',
  quotation: 'Quotation mark',
}
const INKS: Record<(typeof VERDICT_COLOURS)[number], string> = {
  unsubstantiated: 'Ochre',
  false: 'Red',
  misleading: 'Rust',
  'missing-context': 'Teal',
  exaggerated: 'Plum',
  disputed: 'Violet',
  correct: 'Green',
  context: 'Slate',
}

const BEGINNING: VerdictFields = {
  label: '',
  definition: '',
  icon: 'half',
  colour: 'missing-context',
  ratingValue: null,
  rates: true,
}

type Props = {
  /** Null for a new one. */
  verdict: ScaleVerdict | null
  save: (input: unknown) => Promise<ActionResult<ScaleVerdict[]>>
  onSaved: (scale: ScaleVerdict[], label: string) => void
  onClose: () => void
}

/** One verdict's form, with the verdict beside it as readers will see it. */
export function VerdictForm({ verdict, save, onSaved, onClose }: Props) {
  const [typed, setTyped] = useState(verdict ? fieldsOf(verdict) : BEGINNING)
  const { run, busy, error } = useAction(save)
  const form = useFocusOnFault(error)
  const fault = (field: keyof VerdictFields) => error?.fields[`to.${field}`]
  const type = (change: Partial<VerdictFields>) => setTyped((before) => ({ ...before, ...change }))

  async function submit(event: FormEvent) {
    event.preventDefault()
    const answer = await run({ key: verdict?.key ?? null, seen: verdict && rawFields(verdict), to: typed })
    if (answer) onSaved(answer.value, typed.label.trim())
  }

  return (
    <Dialog
      title={verdict ? `Change “${verdict.label}”` : 'Add a verdict'}
      {...(verdict?.used
        ? {
            description:
              'Pages that are published keep the words a claim was approved with, until it is approved again.',
          }
        : {})}
      open
      onOpenChange={(open) => !open && onClose()}
    >
      <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <TextField
          label="Name"
          name="to.label"
          maxLength={40}
          value={typed.label}
          onChange={(event) => type({ label: event.target.value })}
          error={fault('label')}
        />
        <TextArea
          label="What it means"
          name="to.definition"
          rows={3}
          value={typed.definition}
          onChange={(event) => type({ definition: event.target.value })}
          error={fault('definition')}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            label="Drawing"
            name="to.icon"
            value={typed.icon}
            options={VERDICT_ICONS.map((icon) => ({ value: icon, label: DRAWN[icon] }))}
            onChange={(event) => type({ icon: known(VERDICT_ICONS, event.target.value) ?? typed.icon })}
            error={fault('icon')}
          />
          <SelectField
            label="Colour"
            name="to.colour"
            value={typed.colour}
            options={VERDICT_COLOURS.map((colour) => ({ value: colour, label: INKS[colour] }))}
            onChange={(event) => type({ colour: known(VERDICT_COLOURS, event.target.value) ?? typed.colour })}
            error={fault('colour')}
          />
        </div>
        <CheckboxField
          label="It rates the claim"
          name="to.rates"
          hint="Off for a note that explains and rates nothing."
          checked={typed.rates}
          onChange={(event) =>
            type({ rates: event.target.checked, ...(event.target.checked ? {} : { ratingValue: null }) })
          }
          error={fault('rates')}
        />
        {typed.rates && (
          <SelectField
            label="Place from worst to best"
            name="to.ratingValue"
            hint="Search engines read it. Leave it out where the verdict is not better or worse than others."
            value={typed.ratingValue === null ? '' : String(typed.ratingValue)}
            options={[
              { value: '', label: 'None' },
              ...[1, 2, 3, 4, 5].map((place) => ({
                value: String(place),
                label: `${place}${place === 1 ? ', worst' : place === 5 ? ', best' : ''}`,
              })),
            ]}
            onChange={(event) =>
              type({ ratingValue: event.target.value === '' ? null : Number(event.target.value) })
            }
            error={fault('ratingValue')}
          />
        )}
        <Preview verdict={typed} />
        <FormError message={error?.message} />
        <DialogEnds label="Save verdict" busyLabel="Saving…" onCancel={onClose} busy={busy} />
      </form>
    </Dialog>
  )
}

/** As it stands in a reader's note and beside a marked claim, small and large. */
function Preview({ verdict }: { verdict: VerdictFields }) {
  const shown = { ...verdict, label: verdict.label.trim() || 'Name' }
  return (
    <section aria-label="As readers will see it" className="border-y border-rule bg-surface p-4">
      <p className="kicker mb-2">As readers will see it</p>
      <p className="text-xl">
        <VerdictBadge verdict={shown} />
      </p>
      <p className="mt-1 font-serif">{verdict.definition.trim() || 'What it means.'}</p>
      <p className="mt-3 flex items-center gap-2 text-sm">
        <VerdictIcon icon={shown.icon} className="size-3" />
        <mark
          className="px-1 text-ink"
          style={{ background: `var(--verdict-${verdictColour(shown.colour)}-wash)` }}
        >
          words that carry it
        </mark>
      </p>
    </section>
  )
}

function known<Name extends string>(names: readonly Name[], wanted: string): Name | undefined {
  return names.find((name) => name === wanted)
}

function fieldsOf({ label, definition, icon, colour, ratingValue, rates }: ScaleVerdict): VerdictFields {
  return {
    label,
    definition,
    icon: known(VERDICT_ICONS, icon) ?? 'context',
    colour: known(VERDICT_COLOURS, colour) ?? 'context',
    ratingValue,
    rates,
  }
}

/** As the server has it: a drawing or colour that this page does not know is still what was seen. */
function rawFields({ label, definition, icon, colour, ratingValue, rates }: ScaleVerdict) {
  return { label, definition, icon, colour, ratingValue, rates }
}
