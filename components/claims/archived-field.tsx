import { TextField } from '@/components/ui/text-field'

/** Where a copy of a page stands that readers can open. */
export function ArchivedField({
  id,
  value,
  error,
  onChange,
}: {
  id: string
  value: string
  error: string | undefined
  onChange: (address: string) => void
}) {
  return (
    <TextField
      label="Archived at"
      name="archivedUrl"
      id={id}
      optional
      hint="Address of a copy that readers can open."
      inputMode="url"
      placeholder="https://"
      dir="ltr"
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
