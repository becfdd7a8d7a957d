/** Reads `0:53`, `62:03`, `1:02:03` or `1:02:03.5` as milliseconds; null if it is none of them. */
export function parseRecordingTime(text: string): number | null {
  const match = /^(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)(?:[.,](\d{1,3}))?$/.exec(text.trim())
  if (!match) return null
  const seconds = (Number(match[1] ?? 0) * 60 + Number(match[2])) * 60 + Number(match[3])
  return seconds * 1000 + Number((match[4] ?? '').padEnd(3, '0'))
}
