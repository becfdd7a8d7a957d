/** Text as a LIKE pattern that means exactly that text: its `%`, `_` and `\` are signs and not wildcards. */
export function likeText(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
