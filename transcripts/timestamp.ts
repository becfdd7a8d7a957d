/** `754000` → `12:34`, `3723000` → `1:02:03`. Milliseconds are cut, not rounded: the second shown is the one that has begun. */
export function formatTimestamp(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const h = Math.floor(seconds / 3600)
  const m = Math.floor((seconds % 3600) / 60)
  const s = seconds % 60
  const two = (n: number) => String(n).padStart(2, '0')
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}
