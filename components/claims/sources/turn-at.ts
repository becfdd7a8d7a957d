/** The turn that is heard at a moment, in ms: the last that has begun by then. Turns without a time are passed over. */
export function turnAt<Turn extends { startMs: number | null }>(
  turns: readonly Turn[],
  ms: number,
): Turn | undefined {
  let heard: Turn | undefined
  for (const turn of turns) {
    if (turn.startMs === null) continue
    if (turn.startMs > ms) break
    heard = turn
  }
  return heard
}
