/** How a step on all times moves a moment, as the server will; for showing it before it is done. In milliseconds. */

export type Point = { fromMs: number; toMs: number }

/** Nothing begins before the recording does. */
export function shifted(ms: number, byMs: number): number {
  return Math.max(0, ms + byMs)
}

/** On the line through both points, between them and beyond. `last.fromMs` lies after `first.fromMs`. */
export function stretched(ms: number, first: Point, last: Point): number {
  const pace = (last.toMs - first.toMs) / (last.fromMs - first.fromMs)
  return Math.max(0, Math.round(first.toMs + (ms - first.fromMs) * pace))
}
