/**
 * A step in words, and which claims wait because of it: somebody with another claim open would not see the list.
 * @param claims those that the step changed, as they stand after it.
 */
export function tellStep(
  summary: string,
  claims: readonly { number: number; needsAnchor: boolean }[],
): string {
  const waiting = claims.filter(({ needsAnchor }) => needsAnchor).map(({ number }) => number)
  if (waiting.length === 0) return summary
  const who =
    waiting.length === 1
      ? `Claim ${waiting[0]} now waits for its words`
      : `${waiting.length} claims now wait for their words`
  return `${summary}. ${who}.`
}
