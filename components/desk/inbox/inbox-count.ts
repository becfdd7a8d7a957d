/** How a part of the page tells the bar over it that the inbox's count changed. */
const EVENT = 'claimline:inbox'

export function tellUnread(unread: number): void {
  dispatchEvent(new CustomEvent(EVENT, { detail: unread }))
}

/** @returns what ends the listening. */
export function onUnread(listener: (unread: number) => void): () => void {
  const hear = (event: Event) => {
    if (event instanceof CustomEvent && typeof event.detail === 'number') listener(event.detail)
  }
  addEventListener(EVENT, hear)
  return () => removeEventListener(EVENT, hear)
}
