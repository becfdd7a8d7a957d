/** How quickly bytes leave, told by the last seconds alone, as a connection's speed changes. Moments in ms. */
export class UploadPace {
  private samples: { at: number; bytes: number }[] = []

  /** Notes that so many bytes had left at a moment. */
  note(at: number, bytes: number): void {
    this.samples.push({ at, bytes })
    const from = at - WINDOW_MS
    while (this.samples.length > 2 && (this.samples[1]?.at ?? at) < from) this.samples.shift()
  }

  /** Seconds until `total` bytes have left, or null while nothing can be said. */
  secondsLeft(total: number): number | null {
    const [first, last] = [this.samples[0], this.samples.at(-1)]
    if (!first || !last || last.at - first.at < LEAST_MS || last.bytes <= first.bytes) return null
    return ((total - last.bytes) * (last.at - first.at)) / (last.bytes - first.bytes) / 1000
  }

  /** After a pause the time that passed says nothing about the connection. */
  forget(): void {
    this.samples = []
  }
}

const WINDOW_MS = 15_000
const LEAST_MS = 1500

/** `about 3 minutes left`. Rounded, because it is a guess. */
export function timeLeft(seconds: number | null): string | null {
  if (seconds === null) return null
  if (seconds < 50) return 'less than a minute left'
  const minutes = Math.round(seconds / 60)
  if (minutes <= 1) return 'about a minute left'
  if (minutes < 60) return `about ${minutes} minutes left`
  const hours = Math.round(minutes / 60)
  return hours === 1 ? 'about an hour left' : `about ${hours} hours left`
}

/** `48 of 100 MB`; small files in kB, so that their numbers move too. */
export function amountSent(sent: number, total: number): string {
  const [unit, size] = total < 2_000_000 ? ['kB', 1000] : ['MB', 1_000_000]
  return `${Math.floor(sent / Number(size))} of ${Math.round(total / Number(size))} ${unit}`
}
