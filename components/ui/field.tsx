import type { ReactNode } from 'react'

/** What every field has around its control. `error` stands beside the control and is tied to it. */
export type FieldProps = {
  label: string
  /** Unique in the page; `name` is used where it is left out. */
  id?: string
  name: string
  hint?: ReactNode
  error?: string | undefined
  /** Shown after the label where most fields of the form are required. */
  optional?: boolean
}

/** The ids and ARIA attributes that tie a control to its hint and error. */
export function controlProps({ id, name, hint, error }: Omit<FieldProps, 'label'>) {
  const control = id ?? name
  const described = [hint ? `${control}-hint` : '', error ? `${control}-error` : ''].filter(Boolean).join(' ')
  return {
    id: control,
    name,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? true : undefined,
  } as const
}

export const CONTROL_CLASS =
  'w-full min-h-10 pointer-coarse:min-h-11 rounded-xs border border-rule-strong bg-paper px-3 py-1.5 text-base text-ink placeholder:text-ink-soft aria-invalid:border-danger aria-invalid:border-2 disabled:bg-surface disabled:text-ink-soft'

/** Label, hint and error around one control. */
export function Field({
  label,
  hint,
  error,
  optional,
  children,
  ...ids
}: FieldProps & { children: ReactNode }) {
  const control = ids.id ?? ids.name
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={control} className="text-sm font-semibold">
        {label}
        {optional && <span className="font-normal text-ink-soft"> (optional)</span>}
      </label>
      {hint && (
        <p id={`${control}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p id={`${control}-error`} className="text-sm font-medium text-danger">
          <span aria-hidden="true">▲ </span>
          {error}
        </p>
      )}
    </div>
  )
}
