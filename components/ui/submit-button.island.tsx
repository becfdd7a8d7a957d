'use client'
import type { ComponentProps } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from './button'

type Props = Omit<ComponentProps<typeof Button>, 'type' | 'busy'> & { busyLabel?: string }

/** Sends the form it stands in; while that is under way it says so and cannot be pressed again. */
export function SubmitButton({ children, busyLabel = 'Saving…', variant = 'primary', ...rest }: Props) {
  const { pending } = useFormStatus()
  return (
    <Button {...rest} variant={variant} type="submit" busy={pending}>
      {pending ? busyLabel : children}
    </Button>
  )
}
