/** From claim to claim: two buttons that stay in reach, and what the keys do. The stylesheet hides both without scripts. */
export function ClaimSteps({ count }: { count: number }) {
  if (count < 2) return null
  return (
    <nav className="steps waits" aria-label="From claim to claim">
      <button type="button" data-step="-1" aria-keyshortcuts="p" aria-label="Previous claim">
        <Arrow d="m3 10 5-5 5 5" />
      </button>
      <span className="steps-at">{count} claims</span>
      <button type="button" data-step="1" aria-keyshortcuts="n" aria-label="Next claim">
        <Arrow d="m3 6 5 5 5-5" />
      </button>
    </nav>
  )
}

function Arrow({ d }: { d: string }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={d} fill="none" stroke="currentColor" strokeWidth="1.8" />
    </svg>
  )
}

/** The page's single keys, and a way to switch them off for who speaks to the browser (WCAG 2.2, 2.1.4). */
export function ReadingKeys() {
  return (
    <p className="keys" lang="en">
      <span>
        Keys: <kbd>n</kbd> next claim, <kbd>p</kbd> previous claim, <kbd>Esc</kbd> closes a note.
      </span>{' '}
      <button type="button" data-keys="">
        Turn keys off
      </button>
    </p>
  )
}
