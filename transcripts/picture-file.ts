/** What a picture's own bytes say. Sizes in pixels, as a browser shows them. */
export type PictureFacts = { mime: 'image/jpeg' | 'image/png' | 'image/webp'; width: number; height: number }

/** Bytes that are enough for PNG and WebP; a JPEG's size stands behind its metadata, which may be long. */
export const PICTURE_HEAD_BYTES = 512 * 1024

/** Recognises JPEG, PNG and WebP by their bytes and reads the size; null for anything else. */
export function readPicture(head: Uint8Array): PictureFacts | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  try {
    return png(bytes) ?? webp(bytes) ?? jpeg(bytes)
  } catch {
    return null // a RangeError: the file ends where its size should stand
  }
}

function png(bytes: Buffer): PictureFacts | null {
  if (bytes.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n' || bytes.toString('latin1', 12, 16) !== 'IHDR')
    return null
  return facts('image/png', bytes.readUInt32BE(16), bytes.readUInt32BE(20))
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function webp(bytes: Buffer): PictureFacts | null {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') return null
  const kind = bytes.toString('latin1', 12, 16)
  if (kind === 'VP8X') return facts('image/webp', bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1)
  if (kind === 'VP8 ')
    return facts('image/webp', bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff)
  if (kind !== 'VP8L') return null
  const bits = bytes.readUInt32LE(21)
  return facts('image/webp', (bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1)
}

/** Walks the segments to the frame header (ITU-T T.81, B.2.2); a turned camera (Exif) swaps the sides. */
function jpeg(bytes: Buffer): PictureFacts | null {
  if (bytes.readUInt16BE(0) !== 0xffd8) return null
  let turned = false
  for (let at = 2; bytes.readUInt8(at) === 0xff; ) {
    const marker = bytes.readUInt8(at + 1)
    const length = bytes.readUInt16BE(at + 2)
    if (marker === 0xe1) turned = isTurned(bytes.subarray(at + 4, at + 2 + length))
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)]
      return turned ? facts('image/jpeg', height, width) : facts('image/jpeg', width, height)
    }
    at += 2 + length
  }
  return null
}

/** Exif orientation 5 to 8 lays the picture on its side. */
function isTurned(segment: Buffer): boolean {
  if (segment.toString('latin1', 0, 6) !== 'Exif\0\0') return false
  const tiff = segment.subarray(6)
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const u16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const u32 = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const directory = u32(4)
  for (let entry = 0; entry < u16(directory); entry += 1) {
    const at = directory + 2 + entry * 12
    if (u16(at) === 0x0112) return u16(at + 8) >= 5
  }
  return false
}

function facts(mime: PictureFacts['mime'], width: number, height: number): PictureFacts | null {
  return width > 0 && height > 0 ? { mime, width, height } : null
}
