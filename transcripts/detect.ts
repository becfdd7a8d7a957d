import type { Format, Source } from './formats/format'
import { formats } from './formats/registry'

/** A format and how sure it is of the file. */
export type Detection = { format: Format; score: number }

const TIE = 0.05

/**
 * Which format a file is, by its content; the file name only breaks ties. Null if no format claims it.
 */
export function detectFormat(source: Source): Detection | null {
  let best: Detection | null = null
  for (const format of formats) {
    const score = format.detect(source)
    if (score <= 0) continue
    const named = format.extensions.includes(source.extension)
    const wins =
      best === null ||
      score > best.score + TIE ||
      (named && score > best.score - TIE && !isNamed(best, source))
    if (wins || (best !== null && score > best.score && named === isNamed(best, source)))
      best = { format, score }
  }
  return best
}

function isNamed(detection: Detection, source: Source): boolean {
  return detection.format.extensions.includes(source.extension)
}
