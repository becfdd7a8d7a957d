import { momentWords } from '@/platform/moment-words'

/** A moment (ISO 8601 in UTC) as plans name it: `24 Nov 2026, 08:42 (Europe/London)`, with its seconds where it has some. */
export function plannedWords(at: string, zone: string): string {
  const seconds = new Date(at).getUTCSeconds()
  return `${momentWords(at, zone)}${seconds === 0 ? '' : `:${String(seconds).padStart(2, '0')}`} (${zone})`
}
