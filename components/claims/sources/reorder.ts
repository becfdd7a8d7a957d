/**
 * Where a source shall stand so that it comes `by` places further in the list that is shown, which may leave some of the
 * claim's sources out. The id it then stands before in the whole order, null for last; undefined where it cannot move so.
 */
export function beforeWhich(
  all: readonly string[],
  shown: readonly string[],
  moved: string,
  by: -1 | 1,
): string | null | undefined {
  const neighbour = shown[shown.indexOf(moved) + by]
  if (neighbour === undefined || !shown.includes(moved)) return undefined
  return by < 0 ? neighbour : after(all, moved, neighbour)
}

/** As above, for a source that was dropped before the nth of those shown, counted with itself. */
export function droppedBefore(
  all: readonly string[],
  shown: readonly string[],
  moved: string,
  nth: number,
): string | null | undefined {
  const from = shown.indexOf(moved)
  if (from < 0 || nth === from || nth === from + 1) return undefined
  const target = shown[nth]
  const last = shown.at(-1)
  return target ?? (last === undefined ? undefined : after(all, moved, last))
}

function after(all: readonly string[], moved: string, neighbour: string): string | null {
  const rest = all.filter((id) => id !== moved)
  return rest[rest.indexOf(neighbour) + 1] ?? null
}
