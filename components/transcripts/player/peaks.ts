/** How many peaks stand for a whole recording: more than a strip has pixels. */
export const PEAK_COUNT = 3000

/**
 * Loudness gathered piece by piece, for recordings that are read in pieces: no more is kept of a piece than its peaks. Pieces
 * may be of any length; the whole is laid out over `PEAK_COUNT` places at the end.
 */
export class PeakGatherer {
  private readonly levels: number[] = []
  private level = 0
  private filled = 0

  /** @param step how many samples make one level; a few levels for each place in the end */
  constructor(private readonly step: number) {}

  add(samples: Float32Array): void {
    for (let index = 0; index < samples.length; index += 1) {
      const value = Math.abs(samples[index] ?? 0)
      if (value > this.level) this.level = value
      this.filled += 1
      if (this.filled === this.step) {
        this.levels.push(this.level)
        this.level = 0
        this.filled = 0
      }
    }
  }

  /** Peaks from 0 to 255 along the recording, the loudest at 255. Null where it was silent or empty. */
  result(count = PEAK_COUNT): Uint8Array<ArrayBuffer> | null {
    const levels = this.filled > 0 ? [...this.levels, this.level] : this.levels
    let most = 0
    for (const level of levels) most = Math.max(most, level)
    if (most === 0) return null
    const peaks = new Uint8Array(count)
    for (let place = 0; place < count; place += 1) {
      const from = Math.floor((place / count) * levels.length)
      const to = Math.max(from + 1, Math.floor(((place + 1) / count) * levels.length))
      let peak = 0
      for (let index = from; index < to; index += 1) peak = Math.max(peak, levels[index] ?? 0)
      peaks[place] = Math.round((peak / most) * 255)
    }
    return peaks
  }
}
