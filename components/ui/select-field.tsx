import type { ComponentProps } from 'react'
import { CONTROL_CLASS, controlProps, Field, type FieldProps } from './field'

export type SelectOption = { value: string; label: string; disabled?: boolean }

type Props = FieldProps &
  Omit<ComponentProps<'select'>, keyof FieldProps | 'children'> & { options: readonly SelectOption[] }

/** One of a few, in the browser's own list: it works with every keyboard, thumb and screen reader. */
export function SelectField({
  label,
  id,
  name,
  hint,
  error,
  optional,
  options,
  className = '',
  ...select
}: Props) {
  const ids = { name, hint, error, ...(id ? { id } : {}) }
  return (
    <Field label={label} {...ids} {...(optional ? { optional } : {})}>
      <select {...select} {...controlProps(ids)} className={`${CONTROL_CLASS} ${className}`}>
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
