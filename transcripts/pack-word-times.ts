/**
 * Word times on their way to the browser: bytes and not JSON, because five hours have 120,000 numbers. For each turn its id
 * (16 bytes of the UUID), the number of its words, and for each word how long after the start of the word before it begins (the
 * first: after the start of the turn before) and how long it lasts. Numbers are variable length as in Protocol Buffers, with
 * ZigZag, since turns overlap: https://protobuf.dev/programming-guides/encoding/#varints. About 4 bytes a word.
 */

export type TurnTimes = { id: string; starts: ArrayLike<number>; ends: ArrayLike<number> }

/** @param turns integer milliseconds below 2^31, as many ends as starts */
export function packWordTimes(turns: readonly TurnTimes[]): Uint8Array<ArrayBuffer> {
  const words = turns.reduce((sum, { starts }) => sum + starts.length, 0)
  const bytes = new Uint8Array(turns.length * 21 + words * 10)
  let at = 0
  let begun = 0
  const write = (value: number) => {
    // ZigZag: 0, -1, 1, -2 … become 0, 1, 2, 3 …; differences fit into 33 bits, so no shifts.
    let rest = value < 0 ? -2 * value - 1 : 2 * value
    while (rest >= 0x80) {
      bytes[at++] = (rest % 0x80) | 0x80
      rest = Math.floor(rest / 0x80)
    }
    bytes[at++] = rest
  }
  for (const { id, starts, ends } of turns) {
    const digits = id.replaceAll('-', '')
    for (let digit = 0; digit < 32; digit += 2)
      bytes[at++] = Number.parseInt(digits.slice(digit, digit + 2), 16)
    write(starts.length)
    for (let word = 0, before = begun; word < starts.length; word++) {
      const start = starts[word] ?? 0
      write(start - before)
      write((ends[word] ?? start) - start)
      before = start
      if (word === 0) begun = start
    }
  }
  return bytes.slice(0, at)
}

/** @throws RangeError where the bytes end in the middle of something */
export function unpackWordTimes(bytes: Uint8Array): Record<string, { starts: Int32Array; ends: Int32Array }> {
  const times: Record<string, { starts: Int32Array; ends: Int32Array }> = {}
  let at = 0
  let begun = 0
  const next = () => {
    const byte = bytes[at++]
    if (byte === undefined) throw new RangeError('Word times end too early.')
    return byte
  }
  const read = () => {
    let value = 0
    let weight = 1
    for (;;) {
      const byte = next()
      value += (byte & 0x7f) * weight
      if (byte < 0x80) break
      weight *= 0x80
    }
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }
  while (at < bytes.length) {
    let id = ''
    for (let byte = 0; byte < 16; byte++) {
      if (byte === 4 || byte === 6 || byte === 8 || byte === 10) id += '-'
      id += HEX[next()]
    }
    const count = read()
    if (count > bytes.length - at) throw new RangeError('Word times end too early.')
    const starts = new Int32Array(count)
    const ends = new Int32Array(count)
    for (let word = 0, before = begun; word < count; word++) {
      const start = before + read()
      starts[word] = start
      ends[word] = start + read()
      before = start
      if (word === 0) begun = start
    }
    times[id] = { starts, ends }
  }
  return times
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
