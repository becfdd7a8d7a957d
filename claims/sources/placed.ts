/** A list with one of its ids before another, or last. Where either is not in the list it stays as it is. */
export function placed(ids: readonly string[], moved: string, before: string | null): string[] {
  if (!ids.includes(moved) || moved === before || (before !== null && !ids.includes(before))) return [...ids]
  const rest = ids.filter((id) => id !== moved)
  const at = before === null ? rest.length : rest.indexOf(before)
  return [...rest.slice(0, at), moved, ...rest.slice(at)]
}
