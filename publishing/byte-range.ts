/** Inclusive range of bytes of a file. */
export type ByteRange = { start: number; end: number }

/**
 * What a `Range` header asks of a file (RFC 9110, 14.1.2 and 14.2). `whole` where there is none or we may ignore it: another unit,
 * several ranges, or a malformed header. `unsatisfiable` means 416.
 * @param size of the file in bytes.
 */
export function parseRange(header: string | null, size: number): ByteRange | 'whole' | 'unsatisfiable' {
  const match = header === null ? null : /^\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header)
  const [, from = '', to = ''] = match ?? []
  if (!match || (from === '' && to === '')) return 'whole'
  if (from === '') {
    const length = Math.min(Number(to), size)
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 }
  }
  const start = Number(from)
  if (to !== '' && Number(to) < start) return 'whole'
  if (start >= size) return 'unsatisfiable'
  return { start, end: to === '' ? size - 1 : Math.min(Number(to), size - 1) }
}
