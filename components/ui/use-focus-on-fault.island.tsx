'use client'
import { useEffect, useRef } from 'react'

/**
 * A ref for a form that is sent with a button: when it comes back refused, focus goes to the first field with a fault,
 * whose message is then read out. Not for fields that save themselves, where it would tear people away from typing.
 */
export function useFocusOnFault(error: unknown) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [error])
  return form
}
