/** How a TTML document counts: frames and ticks a second. */
export type TtmlRates = { frameRate: number; tickRate: number }

const CLOCK = /^(\d{2,}):(\d\d):(\d\d)(?:(\.\d+)|:(\d{2,})(?:\.\d+)?)?$/
const OFFSET = /^(\d+(?:\.\d+)?)(h|m|s|ms|f|t)$/

/** Reads the `ttp:` rates of the root element (TTML 2, 6.2). */
export function ratesOf(attributes: Record<string, string>): TtmlRates {
  const stated = Number(attributes['ttp:frameRate'])
  const base = Number.isFinite(stated) && stated > 0 ? stated : 30
  const multiplier = /^(\d+)[\s:]+(\d+)$/.exec(attributes['ttp:frameRateMultiplier'] ?? '')
  const factor = multiplier ? Number(multiplier[1]) / Number(multiplier[2]) : 1
  const frameRate = Number.isFinite(factor) && factor > 0 ? base * factor : base
  const ticks = Number(attributes['ttp:tickRate'])
  const unstated = attributes['ttp:frameRate'] === undefined ? 1 : frameRate
  return { frameRate, tickRate: Number.isFinite(ticks) && ticks > 0 ? ticks : unstated }
}

/** A TTML time expression (TTML 2, 12.3.1): clock with fraction or frames, or a number with h, m, s, ms, f or t. Null if none. */
export function ttmlTime(expression: string | undefined, rates: TtmlRates): number | null {
  const text = expression?.trim() ?? ''
  const clock = CLOCK.exec(text)
  if (clock) {
    const seconds = (Number(clock[1]) * 60 + Number(clock[2])) * 60 + Number(clock[3]) + Number(clock[4] ?? 0)
    return Math.round((seconds + Number(clock[5] ?? 0) / rates.frameRate) * 1000)
  }
  const offset = OFFSET.exec(text)
  if (!offset?.[1]) return null
  const unit: Record<string, number> = {
    h: 3_600_000,
    m: 60_000,
    s: 1000,
    ms: 1,
    f: 1000 / rates.frameRate,
    t: 1000 / rates.tickRate,
  }
  return Math.round(Number(offset[1]) * (unit[offset[2] ?? ''] ?? 0))
}
