/** Where a list goes on: cursors in addresses, so both ways are links. Nothing where one page holds the whole list. */
export function ListWays({
  newer,
  older,
  what,
  newerLabel = `Newer ${what}`,
  olderLabel = `Older ${what}`,
}: {
  /** Addresses; null at an end of the list. */
  newer: string | null
  older: string | null
  /** "claims": what the list is of. */
  what: string
  newerLabel?: string
  olderLabel?: string
}) {
  if (!newer && !older) return null
  return (
    <nav className="list-ways" aria-label={`More ${what}`}>
      {newer ? (
        <a rel="prev" href={newer}>
          {newerLabel}
        </a>
      ) : null}
      {older ? (
        <a rel="next" href={older}>
          {olderLabel}
        </a>
      ) : null}
    </nav>
  )
}
