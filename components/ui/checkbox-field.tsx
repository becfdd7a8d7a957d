import type { ComponentProps } from 'react'
import { controlProps, type FieldProps } from './field'

type Props = Omit<FieldProps, 'optional'> & Omit<ComponentProps<'input'>, keyof FieldProps | 'type'>

/** Yes or no; the whole line is the target. */
export function CheckboxField({ label, id, name, hint, error, className = '', ...input }: Props) {
  const ids = { name, hint, error, ...(id ? { id } : {}) }
  const control = id ?? name
  return (
    <div className={`flex flex-col gap-1 ${className}`}>
      <label
        htmlFor={control}
        className="flex min-h-9 pointer-coarse:min-h-11 items-center gap-3 text-sm font-semibold"
      >
        <input {...input} {...controlProps(ids)} type="checkbox" className="size-5 shrink-0" />
        {label}
      </label>
      {hint && (
        <p id={`${control}-hint`} className="ps-8 text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${control}-error`} className="ps-8 text-sm font-medium text-danger">
          <span aria-hidden="true">▲ </span>
          {error}
        </p>
      )}
    </div>
  )
}
