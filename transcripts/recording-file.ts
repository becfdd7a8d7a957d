import { Invalid } from '@/platform/errors'

/** Bytes of a recording's head that are enough to recognise it. */
export const RECORDING_HEAD_BYTES = 4096

/** The type of an audio or video file by its bytes; null for anything that is none that browsers play. */
export function recordingMime(head: Uint8Array): string | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  const text = (from: number, to: number) => bytes.toString('latin1', from, to)
  if (text(0, 3) === 'ID3') return 'audio/mpeg'
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WAVE') return 'audio/wav'
  if (text(0, 4) === 'fLaC') return 'audio/flac'
  if (text(0, 4) === 'OggS') return text(0, 512).includes('theora') ? 'video/ogg' : 'audio/ogg'
  if (text(4, 8) === 'ftyp') return /^M4[AB]/.test(text(8, 12)) ? 'audio/mp4' : 'video/mp4'
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === 0x1a45dfa3)
    return text(0, 64).includes('webm') ? 'video/webm' : null
  return frameMime(bytes)
}

/** MPEG audio without a tag: eleven set bits, then fields that exclude chance (ISO/IEC 11172-3, 13818-7). */
function frameMime(bytes: Buffer): string | null {
  if (bytes.length < 4 || bytes.readUInt8(0) !== 0xff) return null
  const [second, third] = [bytes.readUInt8(1), bytes.readUInt8(2)]
  if ((second & 0xf6) === 0xf0) return (third & 0x3c) >> 2 < 13 ? 'audio/aac' : null
  // Layers II and III only: layer I is extinct, and its first bytes are those of UTF-16 text.
  const layer = second & 0x06
  const isFrame = (second & 0xe0) === 0xe0 && (second & 0x18) !== 0x08 && (layer === 0x02 || layer === 0x04)
  return isFrame && (third & 0xf0) !== 0xf0 && (third & 0x0c) !== 0x0c ? 'audio/mpeg' : null
}

/** As `recordingMime`. @throws Invalid where the file is no recording. */
export function requireRecording(head: Uint8Array): string {
  const mime = recordingMime(head)
  if (mime !== null) return mime
  const message =
    'This is not an audio or video file that browsers play. Use MP3, M4A, WAV, Ogg, FLAC, MP4 or WebM.'
  throw new Invalid(message, { file: message })
}
