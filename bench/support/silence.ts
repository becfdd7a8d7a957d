const RATE = 4000

/** A silent recording: WAV, one channel, 16 bits, as long as asked for. 8 kB a second. */
export async function* silence(seconds: number): AsyncGenerator<Uint8Array> {
  const bytes = Math.ceil(seconds) * RATE * 2
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + bytes, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(RATE, 24)
  head.writeUInt32LE(RATE * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(bytes, 40)
  yield head
  const part = Buffer.alloc(1 << 20)
  for (let left = bytes; left > 0; left -= part.length)
    yield left < part.length ? part.subarray(0, left) : part
}
