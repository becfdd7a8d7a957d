import type { KeyboardEvent } from 'react'

/** Control or Command and Enter sends a form from any of its fields: in a longer text Enter alone begins a line. */
export function sendOnEnter(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, currentTarget, nativeEvent } = event
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || nativeEvent.isComposing) return
  // A button is pressed by Enter and may be another than the one that sends.
  if (event.defaultPrevented || target instanceof HTMLButtonElement) return
  event.preventDefault()
  currentTarget.requestSubmit()
}
