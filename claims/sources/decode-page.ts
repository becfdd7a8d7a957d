import { analyse } from 'chardet'
import iconv from 'iconv-lite'

/** Where a page may name its own encoding (HTML standard, 13.2.3.2). */
const PRESCAN_BYTES = 1024 * 4
const SAMPLE_BYTES = 64 * 1024

/** A page's bytes as text: by its mark, by what the server says, by what the page says, then by its letters. */
export function decodePage(bytes: Buffer, contentType: string): string {
  return iconv.decode(bytes, encodingOf(bytes, contentType))
}

function encodingOf(bytes: Buffer, contentType: string): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.toString('latin1', 0, PRESCAN_BYTES)
  const said =
    known(/charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType)?.[1]) ??
    known(/<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1]) ??
    known(/^\s*<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/i.exec(head)?.[1])
  if (said) return said
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  try {
    // The sample may end within a letter, which is no fault of the page's.
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true })
    return 'utf-8'
  } catch {
    return known(analyse(sample)[0]?.name) ?? 'windows-1252'
  }
}

/** What pages call Latin-1 is Windows-1252 (Encoding standard, 4.2). */
function known(label: string | undefined): string | null {
  if (!label) return null
  const name = /^(iso-?8859-?1|latin-?1|us-ascii|ascii)$/i.test(label) ? 'windows-1252' : label.toLowerCase()
  return iconv.encodingExists(name) ? name : null
}
