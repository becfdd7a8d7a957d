import Link from 'next/link'
import type { ComponentProps } from 'react'
import { type ButtonVariant, buttonClass } from './button'

type Props = ComponentProps<typeof Link> & { variant?: ButtonVariant }

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ variant, className = '', ...rest }: Props) {
  return <Link {...rest} className={buttonClass(variant, className)} />
}
