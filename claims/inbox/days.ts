/** Things of one day, under the name that people give it. */
export type Day<Thing> = { label: string; things: Thing[] }

/**
 * Groups by the newsroom's days, in the order in which they come.
 * @param now the moment that decides what is today.
 */
export function byDay<Thing extends { at: string }>(
  things: readonly Thing[],
  timeZone: string,
  now: Date,
): Day<Thing>[] {
  const dayOf = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
  const named = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'full' })
  const today = dayOf.format(now)
  const yesterday = dayOf.format(new Date(Date.parse(`${today}T12:00:00Z`) - 24 * 60 * 60_000))
  const days: (Day<Thing> & { day: string })[] = []
  for (const thing of things) {
    const at = new Date(thing.at)
    const day = dayOf.format(at)
    const last = days.at(-1)
    if (last?.day === day) last.things.push(thing)
    else
      days.push({
        day,
        label: day === today ? 'Today' : day === yesterday ? 'Yesterday' : named.format(at),
        things: [thing],
      })
  }
  return days.map(({ label, things: ofDay }) => ({ label, things: ofDay }))
}
