/** Which bytes a request asks for; `start` and `end` are inclusive. */
export type ByteRange =
  | { kind: 'whole' }
  | { kind: 'part'; start: number; end: number }
  | { kind: 'unsatisfiable' }

const ONE_RANGE = /^bytes=(\d*)-(\d*)$/i

/**
 * Reads a Range header (RFC 9110, section 14.2). A header that is malformed, of another unit or asks for several ranges
 * is ignored, which the RFC allows: the answer is then the whole file.
 * @param size length of the file in bytes.
 */
export function parseRange(header: string | null, size: number): ByteRange {
  const match = ONE_RANGE.exec(header?.replace(/\s/g, '') ?? '')
  const first = match?.[1] ?? ''
  const last = match?.[2] ?? ''
  if (first === '' && last === '') return { kind: 'whole' }
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? { kind: 'unsatisfiable' } : { kind: 'part', start: size - length, end: size - 1 }
  }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < start) return { kind: 'whole' }
  return start >= size ? { kind: 'unsatisfiable' } : { kind: 'part', start, end }
}
