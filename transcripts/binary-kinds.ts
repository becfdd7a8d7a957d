/** First bytes (Latin-1) of files that people mistake for transcripts; `at` is the offset. First match wins. */
const KINDS: readonly { sign: string; at?: number; kind: string }[] = [
  { sign: '\x89PNG\r\n', kind: 'a PNG picture' },
  { sign: '\xff\xd8\xff', kind: 'a JPEG picture' },
  { sign: 'GIF87a', kind: 'a GIF picture' },
  { sign: 'GIF89a', kind: 'a GIF picture' },
  { sign: 'WEBP', at: 8, kind: 'a WebP picture' },
  { sign: 'II*\0', kind: 'a TIFF picture' },
  { sign: 'MM\0*', kind: 'a TIFF picture' },
  { sign: 'WAVE', at: 8, kind: 'a WAV sound file' },
  { sign: 'AVI ', at: 8, kind: 'an AVI video' },
  { sign: 'ID3', kind: 'an MP3 sound file' },
  { sign: 'OggS', kind: 'an Ogg sound or video file' },
  { sign: 'fLaC', kind: 'a FLAC sound file' },
  { sign: 'ftypM4A', at: 4, kind: 'an M4A sound file' },
  { sign: 'ftypavif', at: 4, kind: 'an AVIF picture' },
  { sign: 'ftyphei', at: 4, kind: 'a HEIC picture' },
  { sign: 'ftyp', at: 4, kind: 'an MP4 or MOV video' },
  { sign: '\x1aE\xdf\xa3', kind: 'a Matroska or WebM video' },
  { sign: '%PDF-', kind: 'a PDF document' },
  { sign: '{\\rtf', kind: 'a rich text (RTF) document' },
  { sign: '\xd0\xcf\x11\xe0', kind: 'an old Word or Office document' },
  { sign: '\x1f\x8b', kind: 'a gzip archive' },
  { sign: '7z\xbc\xaf', kind: 'a 7-Zip archive' },
  { sign: 'Rar!\x1a', kind: 'a RAR archive' },
  { sign: 'BZh', kind: 'a bzip2 archive' },
  { sign: '\xfd7zXZ', kind: 'an xz archive' },
  { sign: 'SQLite format 3\0', kind: 'a database' },
  { sign: '\x7fELF', kind: 'a program' },
  { sign: 'MZ\x90\0', kind: 'a program' },
]

const ZIP = 'PK\x03\x04'
const NUL_SAMPLE = 64 * 1024

function latin1(bytes: Uint8Array, from: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(from, end))
}

/** What a file looks like that is no text, as `a PNG picture`; null if it may be text. */
export function recogniseBinary(bytes: Uint8Array): string | null {
  const head = latin1(bytes, 0, 64)
  for (const { sign, at = 0, kind } of KINDS) if (head.startsWith(sign, at)) return kind
  if (head.startsWith(ZIP)) return zipKind(latin1(bytes, 0, 4096))
  // An MPEG audio frame has no sign, only eleven set bits; FF FE is a byte order mark and FF FF is nothing.
  if (bytes[0] === 0xff && [0xfb, 0xf3, 0xf2, 0xfa].includes(bytes[1] ?? 0)) return 'an MP3 sound file'
  return nulsOfBinary(bytes) ? 'a binary file' : null
}

function zipKind(head: string): string {
  if (head.includes('word/') || head.includes('[Content_Types].xml')) return 'a Word or Office document'
  if (head.includes('opendocument')) return 'an OpenDocument document'
  return 'a ZIP archive'
}

/** NULs on both sides of the byte pairs, and many of them: neither UTF-8 nor UTF-16. */
function nulsOfBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, NUL_SAMPLE)
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return false
  if (bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0xfe) return false
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at++) {
    if (bytes[at] !== 0) continue
    if (at % 2 === 0) even += 1
    else odd += 1
  }
  const most = Math.max(even, odd)
  const least = Math.min(even, odd)
  return most + least > length / 100 && least * 20 >= most
}
