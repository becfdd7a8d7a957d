/** Where things lie on the strip along the recording, in CSS pixels from its left edge. Time runs from left to right in every script. */

export const STRIP_HEIGHT = 50
/** Marks stand above, in up to three rows; sound or speakers below. */
export const MARKS_HEIGHT = 27
const ROWS = 3
const ROW = 9
/** Half a mark's width. */
const HALF = 3.5

export type StripClaim = {
  id: string
  startMs: number
  /** A colour's name, or `none` before there is a verdict. */
  kind: string
  /** Approved claims are filled. */
  filled: boolean
}

export type StripMark = StripClaim & { x: number; y: number }

export function msToX(ms: number, durationMs: number, width: number): number {
  return Math.min(width, Math.max(0, (ms / durationMs) * width))
}

export function xToMs(x: number, durationMs: number, width: number): number {
  return Math.min(durationMs, Math.max(0, (x / width) * durationMs))
}

/** Places marks from left to right, one that would cover its neighbour a row higher, while there are rows. */
export function placeMarks(claims: readonly StripClaim[], durationMs: number, width: number): StripMark[] {
  const ends: number[] = Array.from({ length: ROWS }, () => Number.NEGATIVE_INFINITY)
  return [...claims]
    .sort((a, b) => a.startMs - b.startMs)
    .map((claim) => {
      const x = msToX(claim.startMs, durationMs, width)
      const free = ends.findIndex((end) => x - HALF > end)
      const row = free < 0 ? ends.indexOf(Math.min(...ends)) : free
      ends[row] = x + HALF
      return { ...claim, x, y: MARKS_HEIGHT - 5 - row * ROW }
    })
}

/** The mark nearest to a point, no further than `within` pixels; null where there is none. Marks stand in order of x. */
export function markAt(marks: readonly StripMark[], x: number, y: number, within = 7): StripMark | null {
  let best: StripMark | null = null
  let nearest = within
  for (let index = firstFrom(marks, x - within); index < marks.length; index += 1) {
    const mark = marks[index]
    if (!mark || mark.x > x + within) break
    // The stem below a mark belongs to it as much as its head, only less.
    const off = Math.hypot(mark.x - x, y >= MARKS_HEIGHT ? within : (mark.y - y) / 2)
    if (off <= nearest) {
      best = mark
      nearest = off
    }
  }
  return best
}

function firstFrom(marks: readonly StripMark[], x: number): number {
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks[middle]?.x ?? 0) < x) low = middle + 1
    else high = middle
  }
  return low
}

/** One path for all marks of a kind: a thousand claims are a dozen elements. */
export function markPaths(marks: readonly StripMark[]): { kind: string; filled: boolean; d: string }[] {
  const paths = new Map<string, { kind: string; filled: boolean; d: string }>()
  for (const { kind, filled, x, y } of marks) {
    const key = `${kind} ${filled}`
    const path = paths.get(key) ?? { kind, filled, d: '' }
    path.d += shape(kind, round(x), y)
    paths.set(key, path)
  }
  return [...paths.values()]
}

/** Lines from the marks' feet down to the sound. */
export function stemPath(marks: readonly StripMark[]): string {
  return marks.map(({ x, y }) => `M${round(x)} ${y + 4}V${MARKS_HEIGHT + 1}`).join('')
}

/** Each verdict has an outline of its own, told apart without colour. `x`, `y` are its middle. */
export function shape(kind: string, x: number, y: number): string {
  const at = (dx: number, dy: number) => `${round(x + dx)} ${round(y + dy)}`
  const ring = (...points: readonly (readonly [number, number])[]) =>
    `M${points.map(([dx, dy]) => at(dx, dy)).join('L')}Z`
  switch (kind) {
    case 'unsubstantiated':
      return ring([0, -4], [4, 0], [0, 4], [-4, 0])
    case 'false':
      // A saltire.
      return ring(
        [-3.5, -3.5],
        [-1.4, -3.5],
        [0, -1.6],
        [1.4, -3.5],
        [3.5, -3.5],
        [1.6, 0],
        [3.5, 3.5],
        [1.4, 3.5],
        [0, 1.6],
        [-1.4, 3.5],
        [-3.5, 3.5],
        [-1.6, 0],
      )
    case 'misleading':
      return ring([-3, -3.5], [4, 0], [-3, 3.5])
    case 'missing-context':
      return ring([-3.5, -3.5], [3.5, -3.5], [3.5, 0], [0, 0], [0, 3.5], [-3.5, 3.5])
    case 'exaggerated':
      return ring([0, -4], [3.8, 3.2], [-3.8, 3.2])
    case 'disputed':
      return ring([-3.8, -3.5], [0, 0], [3.8, -3.5], [3.8, 3.5], [0, 0], [-3.8, 3.5])
    case 'correct':
      return `M${at(-3.5, 0)}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0Z`
    case 'context':
      return ring([-3.5, -3], [3.5, -3], [3.5, 3], [-3.5, 3])
    default:
      return ring([-1.2, -4], [1.2, -4], [1.2, 4], [-1.2, 4])
  }
}

export type SpokenStretch = { speaker: string | null; startMs: number; endMs: number }

/**
 * Who speaks when, as one path a lane: the three who speak most have a lane each, everybody else the last.
 * @returns paths from the top lane down; lanes share `height` from `top`
 */
export function speakerLanes(
  stretches: readonly SpokenStretch[],
  durationMs: number,
  { width, top, height }: { width: number; top: number; height: number },
): { speaker: string | null; d: string }[] {
  const spoken = new Map<string | null, number>()
  for (const { speaker, startMs, endMs } of stretches)
    spoken.set(speaker, (spoken.get(speaker) ?? 0) + endMs - startMs)
  const names = [...spoken.entries()].sort((a, b) => b[1] - a[1]).map(([name]) => name)
  const lanes = names.slice(0, names.length > 4 ? 3 : 4)
  const count = Math.min(4, names.length)
  const each = height / Math.max(1, count)
  return Array.from({ length: count }, (_, lane) => {
    const columns = new Uint8Array(Math.max(1, Math.ceil(width)))
    for (const { speaker, startMs, endMs } of stretches) {
      const known = lanes.indexOf(speaker)
      if ((known < 0 ? count - 1 : known) !== lane) continue
      const from = Math.floor(msToX(startMs, durationMs, width))
      columns.fill(1, from, Math.max(from + 1, Math.round(msToX(endMs, durationMs, width))))
    }
    const y = round(top + lane * each)
    return { speaker: lanes[lane] ?? null, d: runs(columns, y, round(Math.max(1, each - 1))) }
  })
}

/** A rectangle for each run of columns that are set. */
function runs(columns: Uint8Array, y: number, height: number): string {
  let d = ''
  let from = -1
  for (let x = 0; x <= columns.length; x += 1) {
    if (columns[x] && from < 0) from = x
    else if (!columns[x] && from >= 0) {
      d += `M${from} ${y}h${x - from}v${height}h${from - x}Z`
      from = -1
    }
  }
  return d
}

/** The sound as one path around a middle line, a step of two pixels. `peaks` are 0 to 255 along the whole recording. */
export function soundPath(
  peaks: Uint8Array,
  { width, top, height }: { width: number; top: number; height: number },
): string {
  const steps = Math.max(1, Math.floor(width / 2))
  const middle = top + height / 2
  let d = ''
  for (let step = 0; step < steps; step += 1) {
    const from = Math.floor((step / steps) * peaks.length)
    const to = Math.max(from + 1, Math.floor(((step + 1) / steps) * peaks.length))
    let peak = 0
    for (let index = from; index < to; index += 1) peak = Math.max(peak, peaks[index] ?? 0)
    const half = Math.max(0.5, (peak / 255) * (height / 2))
    d += `M${step * 2 + 0.5} ${round(middle - half)}v${round(half * 2)}`
  }
  return d
}

const round = (value: number) => Math.round(value * 10) / 10
