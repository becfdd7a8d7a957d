/** What two texts have in common at their beginning and at their end, in UTF-16 code units; the two never overlap. */
export type Common = { start: number; end: number }

export function commonEnds(before: string, after: string): Common {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1
  let end = 0
  while (
    end < most - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end += 1
  return { start, end }
}

/** Where an offset of one text stands in another that differs from it in one stretch: within that, as near as can be. */
export function movedOffset(offset: number, before: string, after: string, common: Common): number {
  if (offset <= common.start) return offset
  const fromEnd = before.length - offset
  if (fromEnd <= common.end) return after.length - fromEnd
  return Math.min(offset, after.length - common.end)
}
