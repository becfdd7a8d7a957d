import type { AboutField } from '@/components/transcripts/load-draft'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'

const LANGUAGES = [
  'en',
  'en-GB',
  'en-US',
  'es',
  'fr',
  'de',
  'pt',
  'it',
  'nl',
  'pl',
  'uk',
  'ru',
  'tr',
  'ar',
  'fa',
  'he',
  'hi',
  'zh',
  'ja',
  'ko',
]

type Props = {
  values: Record<AboutField, string>
  errors: Record<string, string>
  onChange: (field: AboutField, value: string) => void
  /** Why the address stays as it is; the field is then shown and not editable. */
  slugFixed?: string
}

/** The fields that say what the interview is. */
export function InterviewAbout({ values, errors, onChange, slugFixed }: Props) {
  const bind = (name: AboutField) => ({
    name,
    value: values[name],
    error: errors[name],
    onChange: (event: { target: { value: string } }) => onChange(name, event.target.value),
  })
  return (
    <div className="grid gap-x-4 gap-y-4 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <TextField label="Title" maxLength={200} {...bind('title')} required />
      </div>
      <div className="sm:col-span-2">
        <TextField
          label="Address"
          hint={slugFixed ?? `Readers will find it at /interviews/${values.slug || '…'}`}
          readOnly={slugFixed !== undefined}
          {...bind('slug')}
          spellCheck={false}
          autoCapitalize="off"
          required
        />
      </div>
      <div className="sm:col-span-2">
        <TextArea
          label="Standfirst"
          optional
          hint="The sentence under the headline."
          rows={2}
          {...bind('standfirst')}
        />
      </div>
      <TextField
        label="Date of the interview"
        optional
        hint="When it took place."
        type="date"
        {...bind('happenedOn')}
      />
      <TextField
        label="Language"
        hint={languageName(values.language)}
        list="interview-languages"
        {...bind('language')}
        spellCheck={false}
        autoCapitalize="off"
        required
      />
      <TextField label="Place" optional {...bind('place')} />
      <TextField label="Broadcaster or platform" optional {...bind('platform')} />
      <datalist id="interview-languages">
        {LANGUAGES.map((tag) => (
          <option key={tag} value={tag}>
            {languageName(tag)}
          </option>
        ))}
      </datalist>
    </div>
  )
}

/** `pt-BR` → `Brazilian Portuguese`; what to write where that is no tag. */
function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag.trim()) ?? tag
  } catch {
    return 'A language tag such as en, en-GB or ar'
  }
}
