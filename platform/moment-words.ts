/** A moment as sentences name it, in an IANA zone: `23 Nov 2026, 18:00`. */
export function momentWords(moment: Date | string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(moment),
  )
}
