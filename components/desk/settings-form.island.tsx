'use client'
import { type FormEvent, useState } from 'react'
import { TextPreview } from '@/components/desk/settings/text-preview'
import { Button } from '@/components/ui/button'
import { CheckboxField } from '@/components/ui/checkbox-field'
import { FormError } from '@/components/ui/form-error'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import { useAction } from '@/components/ui/use-action.island'
import { useFocusOnFault } from '@/components/ui/use-focus-on-fault.island'
import type { SecondFactorRule, Settings } from '@/newsroom/settings-schema'
import type { ServerAction } from '@/platform/action-result'

const SECOND_FACTOR_CHOICES: readonly { value: SecondFactorRule; label: string }[] = [
  { value: 'optional', label: 'Each member decides' },
  { value: 'editors', label: 'Editors and administrators must have one' },
  { value: 'everybody', label: 'Everybody must have one' },
]

type Props = {
  settings: Settings
  zones: readonly string[]
  save: ServerAction<Partial<Settings>, Settings>
  /** A text of small Markdown as readers will see it. */
  preview: ServerAction<{ text: string }, { html: string }>
}

/** The site's settings. Only what was changed is sent, so that two administrators do not undo one another. */
export function SettingsForm({ settings, zones, save, preview }: Props) {
  const [saved, setSaved] = useState(settings)
  const [typed, setTyped] = useState(settings)
  const [everSaved, setEverSaved] = useState(false)
  const { run, busy, error } = useAction(save)
  const changes = changed(saved, typed)
  const dirty = Object.keys(changes).length > 0

  function type<Key extends keyof Settings>(key: Key, value: Settings[Key]) {
    setTyped((before) => ({ ...before, [key]: value }))
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!dirty) return
    const answer = await run(changes)
    if (!answer) return
    setSaved(answer.value)
    setTyped(answer.value)
    setEverSaved(true)
  }

  const form = useFocusOnFault(error)
  const fields = error?.fields ?? {}
  return (
    <form ref={form} onSubmit={submit} noValidate className="flex max-w-2xl flex-col gap-6">
      <TextField
        label="Site name"
        name="siteName"
        value={typed.siteName}
        onChange={(event) => type('siteName', event.target.value)}
        error={fields.siteName}
      />
      <TextField
        label="Time zone"
        name="timeZone"
        list="time-zones"
        hint="Times are shown in this zone, for example Europe/Berlin."
        value={typed.timeZone}
        onChange={(event) => type('timeZone', event.target.value)}
        error={fields.timeZone}
      />
      <datalist id="time-zones">
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <CheckboxField
        label="A second person approves each claim"
        name="secondPersonRule"
        hint="While this is on, nobody approves a claim that they alone wrote."
        checked={typed.secondPersonRule}
        onChange={(event) => type('secondPersonRule', event.target.checked)}
      />
      <CheckboxField
        label="Words that a machine wrote are checked by ear"
        name="hearingRequired"
        hint="While this is on, somebody replays the clip before a claim on such words is approved, where there is a recording."
        checked={typed.hearingRequired}
        onChange={(event) => type('hearingRequired', event.target.checked)}
      />
      <SelectField
        label="Editors who judge each claim for themselves"
        name="opinionsNeeded"
        hint="Each gives a verdict before any sees another’s; approval waits for them."
        options={[0, 1, 2, 3, 4, 5].map((count) => ({
          value: String(count),
          label: count === 0 ? 'None: one editor approves' : String(count),
        }))}
        value={String(typed.opinionsNeeded)}
        onChange={(event) => type('opinionsNeeded', Number(event.target.value))}
        error={fields.opinionsNeeded}
      />
      <SelectField
        label="Second factor when signing in"
        name="secondFactor"
        hint="A code from an authenticator app, or a passkey. Who must have one and has none sets it up before anything else."
        options={SECOND_FACTOR_CHOICES}
        value={typed.secondFactor}
        onChange={(event) => {
          const rule = SECOND_FACTOR_CHOICES.find(({ value }) => value === event.target.value)
          if (rule) type('secondFactor', rule.value)
        }}
      />
      <TextArea
        label="Corrections policy"
        name="correctionsPolicy"
        rows={6}
        hint="Stands on the corrections page. Markdown: *emphasis*, **strong**, lists and links."
        value={typed.correctionsPolicy}
        onChange={(event) => type('correctionsPolicy', event.target.value)}
        error={fields.correctionsPolicy}
      />
      <TextPreview
        id="corrections-preview"
        label="corrections policy"
        text={typed.correctionsPolicy}
        preview={preview}
      />
      <TextArea
        label="Methodology"
        name="methodology"
        rows={8}
        hint="Stands on the methodology page. Markdown, too."
        value={typed.methodology}
        onChange={(event) => type('methodology', event.target.value)}
        error={fields.methodology}
      />
      <TextPreview id="methodology-preview" label="methodology" text={typed.methodology} preview={preview} />
      <TextArea
        label="About"
        name="about"
        rows={6}
        hint="Stands on the page about the site: who you are, who pays, how to reach you. Markdown, too."
        value={typed.about}
        onChange={(event) => type('about', event.target.value)}
        error={fields.about}
      />
      <TextPreview id="about-preview" label="page about the site" text={typed.about} preview={preview} />
      <FormError message={error?.message} />
      <div className="flex flex-wrap items-center gap-4 border-t border-rule pt-4">
        <Button type="submit" variant="primary" busy={busy} aria-disabled={!dirty}>
          {busy ? 'Saving…' : 'Save settings'}
        </Button>
        <p role="status" className="text-sm text-ink-soft">
          {dirty ? 'There are changes that are not saved yet.' : everSaved ? 'Saved.' : ''}
        </p>
      </div>
    </form>
  )
}

function changed(saved: Settings, typed: Settings): Partial<Settings> {
  const entries = Object.entries(typed).filter(([key, value]) =>
    Object.entries(saved).some(([k, v]) => k === key && v !== value),
  )
  return Object.fromEntries(entries)
}
