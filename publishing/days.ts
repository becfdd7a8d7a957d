/** Days and moments as readers see them: British order, month in words, in the newsroom's zone. */

const formats = new Map<string, Intl.DateTimeFormat>()

function format(zone: string, options: Intl.DateTimeFormatOptions, locale = 'en-GB'): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
  formats.set(key, known)
  return known
}

const LONG: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' }

/** `2025-10-16` → `16 October 2025`. A calendar day belongs to no zone. */
export function longDay(day: string): string {
  return format('UTC', LONG).format(new Date(`${day}T00:00:00Z`))
}

/** The long day on which a moment falls in a zone. */
export function longDayIn(zone: string, moment: string): string {
  return format(zone, LONG).format(new Date(moment))
}

/** `16 October 2025, 18:04 BST`. */
export function longMomentIn(zone: string, moment: string): string {
  return format(zone, {
    ...LONG,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).format(new Date(moment))
}

/** The ISO day (`2025-10-16`) on which a moment falls in a zone. */
export function isoDayIn(zone: string, moment: string): string {
  return format(zone, { day: '2-digit', month: '2-digit', year: 'numeric' }, 'en-CA').format(new Date(moment))
}
