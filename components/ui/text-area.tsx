import type { ComponentProps } from 'react'
import { CONTROL_CLASS, controlProps, Field, type FieldProps } from './field'

type Props = FieldProps & Omit<ComponentProps<'textarea'>, keyof FieldProps>

/** Several lines of text; grows with what is typed where the browser can. */
export function TextArea({
  label,
  id,
  name,
  hint,
  error,
  optional,
  className = '',
  rows = 4,
  ...area
}: Props) {
  const ids = { name, hint, error, ...(id ? { id } : {}) }
  return (
    <Field label={label} {...ids} {...(optional ? { optional } : {})}>
      <textarea
        {...area}
        {...controlProps(ids)}
        rows={rows}
        className={`${CONTROL_CLASS} field-sizing-content max-h-[60dvh] leading-relaxed ${className}`}
        style={{ minBlockSize: `${rows * 1.625 + 0.75}rem` }}
      />
    </Field>
  )
}
