import type { Source } from './format'
import { type JsonReading, readJson } from './json-source'

const HEAD_LENGTH = 8000

/** Prepares decoded text for the formats: line ends become `\n`, a BOM goes, NUL becomes U+FFFD (as W3C WebVTT says). */
export function sourceOf(decoded: string, fileName = ''): Source {
  let text = decoded.charCodeAt(0) === 0xfeff ? decoded.slice(1) : decoded
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n')
  if (text.includes('\0')) text = text.replaceAll('\0', '\ufffd')
  const dot = fileName.lastIndexOf('.')
  let reading: JsonReading | undefined
  return {
    text,
    head: text.slice(0, HEAD_LENGTH),
    fileName,
    extension: dot < 0 ? '' : fileName.slice(dot + 1).toLowerCase(),
    json: () => {
      reading ??= readJson(text)
      return reading
    },
  }
}
