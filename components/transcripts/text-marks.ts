/**
 * Named washes over text without elements (CSS Custom Highlight API). What each name looks like stands in
 * transcript.css. Where the browser has no such thing, `false` comes back and the page falls back to marked turns.
 */
export function canHighlight(): boolean {
  return typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight !== 'undefined'
}

/**
 * Says what is marked under a name from now on. Higher `priority` is painted above. Only what came or went is told to the
 * browser, so ranges that stay should be the same objects: with nothing new, nothing is painted anew.
 */
export function markText(name: string, ranges: readonly Range[], priority = 0): boolean {
  if (!canHighlight()) return false
  const known = CSS.highlights.get(name)
  if (ranges.length === 0) {
    if (known) CSS.highlights.delete(name)
    return true
  }
  if (!known) {
    const highlight = new Highlight(...ranges)
    highlight.priority = priority
    CSS.highlights.set(name, highlight)
    return true
  }
  const wanted = new Set<AbstractRange>(ranges)
  for (const range of [...known]) if (!wanted.delete(range)) known.delete(range)
  for (const range of wanted) known.add(range)
  return true
}
