import type { ComponentProps } from 'react'
import { CONTROL_CLASS, controlProps, Field, type FieldProps } from './field'

type Props = FieldProps & Omit<ComponentProps<'input'>, keyof FieldProps>

/** One line of text. Dates, numbers, e-mail addresses and passwords by `type`. */
export function TextField({ label, id, name, hint, error, optional, className = '', ...input }: Props) {
  const ids = { name, hint, error, ...(id ? { id } : {}) }
  return (
    <Field label={label} {...ids} {...(optional ? { optional } : {})}>
      <input {...input} {...controlProps(ids)} className={`${CONTROL_CLASS} ${className}`} />
    </Field>
  )
}
