/**
 * Named washes over text without elements (CSS Custom Highlight API). What each name looks like stands in
 * transcript.css. Where the browser has no such thing, `false` comes back and the page falls back to marked turns.
 */
export function canHighlight(): boolean {
  return typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight !== 'undefined'
}

/** Replaces what is marked under a name. Higher `priority` is painted above. */
export function markText(name: string, ranges: readonly Range[], priority = 0): boolean {
  if (!canHighlight()) return false
  if (ranges.length === 0) {
    CSS.highlights.delete(name)
    return true
  }
  const highlight = new Highlight(...ranges)
  highlight.priority = priority
  CSS.highlights.set(name, highlight)
  return true
}
