import { decodeEntities } from './entities'

/** A run of a caption's text by one speaker, with the time that an inline timestamp gave it (null before the first). */
export type Segment = { text: string; speaker: string | null; startMs: number | null }

/** A caption's text in segments, and the first tag that WebVTT does not know, for a problem. */
export type CaptionText = { segments: Segment[]; foreignTag: string | null; looseSign: boolean }

const KNOWN = new Set(['c', 'i', 'b', 'u', 'ruby', 'rt', 'v', 'lang'])
const TIMESTAMP = /^(?:(\d{2,6}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/

/**
 * Reads the text of a caption: "WebVTT cue text tokenizer" and "cue text parsing rules" (W3C WebVTT section 6.4 and
 * 6.5) as far as words, voices and timestamps go. Unknown tags vanish and their text stays, as the rules say. Against
 * the rules, a `<` that no `>` closes, or that a space follows, is text: the rules would drop what was said after it.
 */
export function readCaptionText(payload: string): CaptionText {
  const result: CaptionText = { segments: [], foreignTag: null, looseSign: false }
  if (!payload.includes('<')) {
    result.segments.push({ text: decodeEntities(payload), speaker: null, startMs: null })
    return result
  }
  const lastClose = payload.lastIndexOf('>')
  const open: { name: string; voice: string | null }[] = []
  let voice: string | null = null
  let startMs: number | null = null
  let raw = ''
  const flush = () => {
    if (raw !== '') result.segments.push({ text: decodeEntities(raw), speaker: voice, startMs })
    raw = ''
  }
  let at = 0
  while (at < payload.length) {
    const sign = payload.indexOf('<', at)
    if (sign < 0) break
    raw += payload.slice(at, sign)
    if (sign > lastClose || /[\s=<]/.test(payload.charAt(sign + 1))) {
      result.looseSign = true
      raw += '<'
      at = sign + 1
      continue
    }
    const close = payload.indexOf('>', sign)
    const tag = payload.slice(sign + 1, close)
    at = close + 1
    const digit = tag.charCodeAt(0)
    const time = digit >= 0x30 && digit <= 0x39 ? TIMESTAMP.exec(tag) : null
    if (time) {
      flush()
      startMs =
        ((Number(time[1] ?? 0) * 60 + Number(time[2])) * 60 + Number(time[3])) * 1000 + Number(time[4])
      continue
    }
    if (tag.startsWith('/')) {
      const top = open.at(-1)
      const name = tag.slice(1).trim()
      if (top && top.name === name) {
        open.pop()
        if (name === 'v') {
          flush()
          voice = top.voice
        }
      } else if (!KNOWN.has(name)) result.foreignTag ??= `<${tag}>`
      continue
    }
    const name = tag === 'c' ? tag : (/^[^\s./]*/.exec(tag)?.[0] ?? '')
    if (!KNOWN.has(name)) {
      result.foreignTag ??= `<${tag}>`
      continue
    }
    if (name === 'v') {
      flush()
      open.push({ name, voice })
      voice = annotationOf(tag) ?? voice
    } else if (open.length < 1000) open.push({ name, voice: null })
  }
  raw += payload.slice(at)
  flush()
  return result
}

function annotationOf(tag: string): string | null {
  const space = tag.search(/\s/)
  if (space < 0) return null
  const name = decodeEntities(tag.slice(space)).replace(/\s+/g, ' ').trim()
  return name === '' ? null : name
}
