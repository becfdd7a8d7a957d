/** A moment as sentences name it, in an IANA zone: `23 Nov 2026, 18:00`; with `dayOnly` without the time of day. */
export function momentWords(moment: Date | string, timeZone: string, { dayOnly = false } = {}): string {
  return new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    ...(dayOnly ? {} : { timeStyle: 'short' }),
    timeZone,
  }).format(new Date(moment))
}
