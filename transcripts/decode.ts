import iconv from 'iconv-lite'
import { recogniseBinary } from './binary-kinds'
import { legacyEncoding } from './legacy-encoding'
import type { Problem } from './model'

/** Text of a file and how it was read. `encoding` is a lower-case label, null where the bytes are no text. */
export type Decoded = { text: string; encoding: string | null; problems: Problem[] }

const SAMPLE_BYTES = 64 * 1024
const UTF8 = 'utf-8'

/**
 * Bytes to text. A byte order mark decides; else UTF-8 if every byte fits; else UTF-16 by where its NULs stand; else
 * a legacy encoding by statistics, which is said. Pictures, archives and the like give the error `not-text`.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return refuse('empty-file', 'The file is empty: there is nothing to load.')
  // WebVTT says what a NUL in its text means, and by its first bytes it can be no binary file and no UTF-16.
  const utf8 = isSignedWebVtt(bytes) ? strictUtf8(bytes) : null
  if (utf8 !== null) return utf8
  const kind = recogniseBinary(bytes)
  if (kind !== null) return refuse('not-text', `This is ${kind}, not a transcript.${adviceFor(kind)}`)
  return withContent(decodeMarked(bytes) ?? decodeUtf8(bytes) ?? decodeUtf16(bytes) ?? decodeLegacy(bytes))
}

function isSignedWebVtt(bytes: Uint8Array): boolean {
  const at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  return [...'WEBVTT'].every((sign, nth) => bytes[at + nth] === sign.charCodeAt(0))
}

function decodeMarked(bytes: Uint8Array): Decoded | null {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return decodeUtf8(bytes) ?? repairedUtf8(bytes, true)
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return viaIconv(bytes, 'utf-32le')
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return viaIconv(bytes, 'utf-32be')
  if (a === 0xff && b === 0xfe) return textDecoder(bytes, 'utf-16le')
  if (a === 0xfe && b === 0xff) return textDecoder(bytes, 'utf-16be')
  return null
}

/** UTF-8 where every byte fits. A NUL makes it doubtful: UTF-16 text in Latin letters is valid UTF-8 as well. */
function decodeUtf8(bytes: Uint8Array): Decoded | null {
  if (bytes.subarray(0, SAMPLE_BYTES).includes(0) && utf16Order(bytes) !== null) return null
  return strictUtf8(bytes)
}

function strictUtf8(bytes: Uint8Array): Decoded | null {
  try {
    return { text: new TextDecoder(UTF8, { fatal: true }).decode(bytes), encoding: UTF8, problems: [] }
  } catch {
    return null
  }
}

function decodeUtf16(bytes: Uint8Array): Decoded | null {
  const order = utf16Order(bytes)
  return order === null ? null : textDecoder(bytes, order)
}

/** UTF-16 without a mark: line ends, spaces, digits and Latin letters have their NUL always on the same side. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1
    if (bytes[at + 1] === 0) odd += 1
  }
  const pairs = length / 2
  if (odd > pairs * 0.08 && even * 20 < odd) return 'utf-16le'
  if (even > pairs * 0.08 && odd * 20 < even) return 'utf-16be'
  return null
}

function decodeLegacy(bytes: Uint8Array): Decoded {
  const repaired = repairedUtf8(bytes, false)
  if (repaired !== null) return repaired
  const name = legacyEncoding(bytes)
  const decoded = viaIconv(bytes, name)
  const message = `The file is not in UTF-8; it was read as ${name}. Check that accents and letters are right.`
  decoded.problems.push({ code: 'legacy-encoding', severity: 'info', line: null, path: null, message })
  return decoded
}

/** UTF-8 with a few damaged bytes (cut off in a letter, or one bad paste) is still UTF-8 if most of it fits. */
function repairedUtf8(bytes: Uint8Array, marked: boolean): Decoded | null {
  const text = new TextDecoder(UTF8).decode(bytes)
  let damaged = 0
  let fitting = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0xfffd) damaged += 1
    else if (code > 0x7f) fitting += 1
  }
  const onlyCutOff = damaged === 1 && fitting > 0 && text.endsWith('\ufffd')
  if (!marked && !onlyCutOff && damaged * 10 > fitting) return null
  const line = text.slice(0, text.indexOf('\ufffd')).split('\n').length
  const message = `${damaged} ${damaged === 1 ? 'character is' : 'characters are'} damaged, the first in this line, and shown as “\ufffd”.`
  return {
    text,
    encoding: UTF8,
    problems: [{ code: 'damaged-characters', severity: 'warning', line, path: null, message }],
  }
}

function textDecoder(bytes: Uint8Array, encoding: string): Decoded {
  return { text: new TextDecoder(encoding).decode(bytes), encoding, problems: [] }
}

function viaIconv(bytes: Uint8Array, encoding: string): Decoded {
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding)
  return { text, encoding, problems: [] }
}

/** Text that is only space is an empty file; text full of control characters is no text. */
function withContent(decoded: Decoded): Decoded {
  if (!/\S/.test(decoded.text.replaceAll('\ufeff', '')))
    return refuse('empty-file', 'There is no text in this file.')
  const head = decoded.text.slice(0, SAMPLE_BYTES)
  const controls = countControls(head)
  if (controls > 2 && controls > head.length / 200) {
    return refuse(
      'not-text',
      'This file holds binary data, not text. Export the transcript as text, captions or JSON.',
    )
  }
  return decoded
}

/** Control characters that text does not have. Escape (1B) is left out: logs and ISO 2022 have it in numbers. */
function countControls(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 9 || (code > 13 && code < 32 && code !== 0x1b)) count += 1
  }
  return count
}

function adviceFor(kind: string): string {
  if (/Word|document/.test(kind)) return ' Save it as plain text (.txt) and load that.'
  return /recording|video|sound/.test(kind) ? ' Load the transcript of the recording instead.' : ''
}

function refuse(code: string, message: string): Decoded {
  return {
    text: '',
    encoding: null,
    problems: [{ code, severity: 'error', line: null, path: null, message }],
  }
}
