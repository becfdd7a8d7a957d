import { readCaptionTime, type TimeCursor } from './caption-time'

const TIMES =
  /^\s*(?:\d{1,3}:)?(\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?)\s*-->\s*(?:\d{1,3}:)?(\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?)(?=\s|$)/

/**
 * How all of some lines of times are written, digits as `0` (`00:00,000`), or null where they differ, are no times, or
 * are a single one. A tool that writes times its own way always does; lines that differ are mistakes and stay refused.
 */
export function commonWriting(lines: readonly string[]): string | null {
  if (lines.length < 2) return null
  let common: string | null = null
  for (const line of lines) {
    const times = TIMES.exec(line)
    for (const time of [times?.[1], times?.[2]]) {
      if (time === undefined) return null
      const writing = time.replace(/\d/g, '0')
      common ??= writing
      if (writing !== common) return null
    }
  }
  return common
}

/** Reads a line of times as people write them: comma for the dot, fewer digits, no fraction. */
export function readTimesLeniently(line: string): { startMs: number; endMs: number } | null {
  const cursor: TimeCursor = { at: line.search(/\S/), lenient: false }
  const startMs = readCaptionTime(line, line.length, cursor)
  cursor.at = line.indexOf('-->') + 3
  while (/\s/.test(line.charAt(cursor.at))) cursor.at += 1
  const endMs = readCaptionTime(line, line.length, cursor)
  return startMs < 0 || endMs < 0 ? null : { startMs, endMs }
}
