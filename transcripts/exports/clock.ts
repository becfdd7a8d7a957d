const two = (number: number) => String(number).padStart(2, '0')

/** `01:02:03.450`, with `mark` before the milliseconds; hours as many as there are. */
export function captionClock(ms: number, mark: '.' | ','): string {
  return `${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}:${two(Math.floor(ms / 1000) % 60)}${mark}${String(ms % 1000).padStart(3, '0')}`
}

/** `1:02:03`: hours always, so that no minute is taken for one. Milliseconds only where asked. */
export function textClock(ms: number, exact = false): string {
  const clock = captionClock(ms, '.').replace(/^0(?=\d:)/, '')
  return exact ? clock : clock.slice(0, -4)
}
