const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * The day in a date as pages write it, ISO 8601; null where there is none. A day that is written out is taken as it stands,
 * in whatever zone the page meant: midnight elsewhere must not make it the day before. `12/11/2026` is two days, and which
 * one is not ours to guess.
 */
export function dayIn(text: string): string | null {
  const written = text.trim()
  const numbers =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(written) ??
    /^(\d{4})(\d{2})(\d{2})(?=T|$)/.exec(written)
  if (numbers) return realDay(numbers[1], numbers[2], numbers[3])
  const dayFirst = /^(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\.?\s+([a-z]{3,})\.?,?\s+(\d{4})/i.exec(written)
  if (dayFirst) return realDay(dayFirst[3], month(dayFirst[2]), dayFirst[1])
  const monthFirst = /^(?:[a-z]+,\s+)?([a-z]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/i.exec(written)
  return monthFirst ? realDay(monthFirst[3], month(monthFirst[1]), monthFirst[2]) : null
}

function month(name = ''): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1)
}

function realDay(year = '', month = '', day = ''): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null
}
