import { inflateRawSync } from 'node:zlib'
import { ProblemList } from './formats/problem-list'
import { walkMarkup } from './formats/walk-markup'
import type { Problem } from './model'

/** The words of a Word file, a line a paragraph, and what is wrong with it. */
export type DocxText = { text: string; problems: Problem[] }

/** The text part of the longest book in Word stays below this; inflating stops here, whatever the file claims. */
const MOST_INFLATED = 48 * 1024 * 1024
const MOST_ENTRIES = 10_000

const END_SIGN = 0x06054b50
const ENTRY_SIGN = 0x02014b50
const LOCAL_SIGN = 0x04034b50
const STORED = 0
const DEFLATED = 8

/**
 * Reads the paragraphs of a .docx; null if the bytes are none. Our own sixty lines in place of a Word library: those
 * inflate every part of the archive without a limit, and build styles and pictures that no transcript needs. Here one
 * part is inflated, never beyond 48 MB, so a zip bomb ends in a problem.
 */
export function readDocx(bytes: Uint8Array): DocxText | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 30 || view.getUint32(0, true) !== LOCAL_SIGN) return null
  const problems = new ProblemList()
  try {
    const entry = findDocument(view, bytes)
    if (entry === null) return null
    if (entry.declared > MOST_INFLATED) throw new RangeError('declared too large')
    const packed = bytes.subarray(entry.dataAt, entry.dataAt + entry.packed)
    if (entry.method !== STORED && entry.method !== DEFLATED) throw new TypeError('unknown method')
    const part = entry.method === STORED ? packed : inflateRawSync(packed, { maxOutputLength: MOST_INFLATED })
    const text = paragraphsOf(new TextDecoder().decode(part), problems)
    return { text, problems: problems.list() }
  } catch (error) {
    const isBomb = error instanceof RangeError && !/offset|bounds/i.test(error.message)
    const [code, message] = isBomb
      ? ['too-large', 'This Word file unpacks to more than any transcript holds; it was not read.']
      : [
          'damaged-file',
          'This Word file is damaged and cannot be unpacked. Open it in Word and save it again.',
        ]
    problems.add(code, 'error', message)
    return { text: '', problems: problems.list() }
  }
}

type Entry = { dataAt: number; packed: number; declared: number; method: number }

/** Finds the part with the text by the archive's list of parts (PKWARE APPNOTE 4.3.12 and 4.3.16). */
function findDocument(view: DataView, bytes: Uint8Array): Entry | null {
  let end = bytes.length - 22
  const last = Math.max(0, end - 0xffff)
  while (end >= last && view.getUint32(end, true) !== END_SIGN) end -= 1
  if (end < last) throw new TypeError('no list of parts')
  const count = Math.min(view.getUint16(end + 10, true), MOST_ENTRIES)
  let at = view.getUint32(end + 16, true)
  for (let nth = 0; nth < count && view.getUint32(at, true) === ENTRY_SIGN; nth++) {
    const nameLength = view.getUint16(at + 28, true)
    const name = String.fromCharCode(...bytes.subarray(at + 46, at + 46 + Math.min(nameLength, 200)))
    if (/^word\/document\d*\.xml$/.test(name)) {
      const local = view.getUint32(at + 42, true)
      const dataAt = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
      return {
        dataAt,
        packed: view.getUint32(at + 20, true),
        declared: view.getUint32(at + 24, true),
        method: view.getUint16(at + 10, true),
      }
    }
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return null
}

/** What is in the file and not on the page: removed and moved text, and the second copy of a text box. */
const HIDDEN = new Set(['w:del', 'w:moveFrom', 'mc:Fallback'])

function paragraphsOf(xml: string, problems: ProblemList): string {
  const parts: string[] = []
  let hidden = 0
  let inText = false
  walkMarkup(
    xml,
    true,
    {
      open(name) {
        if (HIDDEN.has(name)) hidden += 1
        else if (name === 'w:t') inText = true
        else if (name === 'w:tab' && hidden === 0) parts.push('\t')
        else if ((name === 'w:br' || name === 'w:cr') && hidden === 0) parts.push('\n')
      },
      close(name) {
        if (HIDDEN.has(name)) hidden -= 1
        else if (name === 'w:t') inText = false
        else if (name === 'w:p') parts.push('\n\n')
      },
      text(part) {
        if (inText && hidden === 0) parts.push(part)
      },
    },
    problems,
  )
  return parts.join('')
}
