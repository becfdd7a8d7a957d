import type { ComponentProps } from 'react'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

const BASE =
  'inline-flex min-h-9 pointer-coarse:min-h-11 items-center justify-center gap-2 rounded-xs px-3.5 py-1.5 text-sm font-semibold leading-tight transition-colors duration-100 disabled:opacity-55 aria-disabled:opacity-55'

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'border border-accent bg-accent text-accent-ink hover:opacity-90 active:opacity-80',
  secondary: 'border border-rule-strong bg-paper text-ink hover:bg-surface active:bg-rule',
  quiet: 'border border-transparent text-accent hover:bg-surface active:bg-rule',
  danger: 'border border-danger bg-paper text-danger hover:bg-danger hover:text-paper',
}

/** The classes of a button, for links and labels that look like one. */
export function buttonClass(variant: ButtonVariant = 'secondary', extra = ''): string {
  return `${BASE} ${VARIANTS[variant]} ${extra}`
}

type Props = ComponentProps<'button'> & {
  variant?: ButtonVariant
  /** Work is under way: announced, and a second press does nothing. The focus stays: who disables a button takes it. */
  busy?: boolean
}

/** A button; `type` is `button` unless said otherwise, so that none submits a form by accident. */
export function Button({ variant, busy = false, className = '', type = 'button', ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass(variant, className)}
      {...(busy
        ? { 'aria-busy': true, 'aria-disabled': true, onClick: (event) => event.preventDefault() }
        : {})}
    />
  )
}
