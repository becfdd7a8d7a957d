/** Between moments (ISO 8601, UTC) and what an `<input type="datetime-local">` holds, in a named zone. */

/** `2026-05-07T06:00:00Z` in `Europe/Berlin` → `2026-05-07T08:00`. */
export function toZonedLocal(moment: string, zone: string): string {
  const at = Date.parse(moment)
  return new Date(at + offsetMs(at, zone)).toISOString().slice(0, 16)
}

/**
 * `2026-05-07T08:00` in `Europe/Berlin` → `2026-05-07T06:00:00.000Z`; null where it is no date and time. A time that the
 * clocks skip is taken an hour later; one that they show twice is the first of the two.
 */
export function fromZonedLocal(local: string, zone: string): string | null {
  const asIfUtc = Date.parse(`${local}Z`)
  if (Number.isNaN(asIfUtc)) return null
  const [first] = zonedMoments(local, zone)
  return first ?? new Date(asIfUtc - offsetMs(asIfUtc - DAY, zone)).toISOString()
}

/**
 * Every moment at which the clocks of a zone show a time, the earliest first: none where they skip it, two where they are set
 * back over it, none either where it is no date and time.
 */
export function zonedMoments(local: string, zone: string): string[] {
  const asIfUtc = Date.parse(`${local}Z`)
  if (Number.isNaN(asIfUtc)) return []
  const offsets = new Set([offsetMs(asIfUtc - DAY, zone), offsetMs(asIfUtc + DAY, zone)])
  return [...offsets]
    .map((offset) => ({ at: asIfUtc - offset, offset }))
    .filter(({ at, offset }) => offsetMs(at, zone) === offset)
    .map(({ at }) => new Date(at).toISOString())
    .sort()
}

const DAY = 24 * 60 * 60 * 1000

/** How far a zone's clocks are ahead of UTC at a moment. */
function offsetMs(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0)
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
  return shown - Math.floor(at / 1000) * 1000
}
