/** The last moment that fits where times are stored, in milliseconds. */
const LAST_MS = 2_147_483_647

export type TypedTime = { ms: number; reason?: undefined } | { ms?: undefined; reason: string }

const SHAPE = /^(?:(?:(\d{1,3}):)?(\d{1,5}):)?(\d{1,7})(?:[.,](\d{1,3}))?$/

/**
 * A moment as people type it: `1:02:03`, `62:03` or `3723` seconds, each with up to three decimals. Digits may be those
 * of any script. After a colon only 00 to 59 can follow.
 * @returns `{ms}`, or `{reason}`, a sentence for beside the field.
 */
export function parseTypedTime(text: string): TypedTime {
  const plain = text.replace(/\p{Nd}/gu, asciiDigit).replace(/[\s\u200e\u200f\u061c]/gu, '')
  if (plain === '') return { reason: 'Give a time, such as 1:02:03.' }
  const match = SHAPE.exec(plain)
  if (!match) return { reason: 'Write it as 1:02:03, 62:03 or 3723 (seconds).' }
  const [, hours, minutes, seconds = '0', decimals = ''] = match
  if (hours !== undefined && Number(minutes) > 59)
    return { reason: 'Minutes after an hour go from 00 to 59.' }
  if (minutes !== undefined && (Number(seconds) > 59 || seconds.length > 2))
    return { reason: 'Seconds after a colon go from 00 to 59.' }
  const ms =
    (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds)) * 1000 +
    Number(decimals.padEnd(3, '0'))
  return ms > LAST_MS ? { reason: 'No recording is that long.' } : { ms }
}

/** The decimal value of a digit of any script: they stand in runs of ten, nought first. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  if (code < 0x80) return digit
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1
  return String(value)
}

/** `3723450` → `1:02:03.45`: what `parseTypedTime` reads back to the very millisecond. */
export function typedTime(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const two = (count: number) => String(count).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  const decimals =
    ms % 1000 === 0
      ? ''
      : `.${String(ms % 1000)
          .padStart(3, '0')
          .replace(/0+$/, '')}`
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}${decimals}`
}
