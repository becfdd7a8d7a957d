import { readStrictTime, type TimeCursor } from './caption-time'
import { decodeEntities } from './entities'

/** A run of a caption's text by one speaker, with the time that an inline timestamp gave it (null before the first). */
export type Segment = { text: string; speaker: string | null; startMs: number | null }

/**
 * A caption's text in segments; `foreignTag`: the first tag that WebVTT does not know; `lost`: the first text that a
 * loose `<` swallowed; `voice`: the first voice, also where it says nothing.
 */
export type CaptionText = {
  segments: Segment[]
  foreignTag: string | null
  lost: string | null
  voice: string | null
}

const KNOWN = new Set(['c', 'i', 'b', 'u', 'ruby', 'rt', 'v', 'lang'])
const SLASH = 0x2f
const LETTER_C = 0x63

/**
 * Reads the text of a caption: "WebVTT cue text tokenizer" and "WebVTT cue text parsing rules" (W3C WebVTT, 6.4) as far
 * as words, voices and timestamps go. A tag runs from `<` to the next `>`, or to the end; one that the rules do not
 * know vanishes and the text around it stays. So a loose `<` takes the text behind it along, as in every player;
 * `lost` tells of it. Keeps a stack of its own and reads every sign once: 100,000 open tags are only a long list.
 */
export function readCaptionText(payload: string): CaptionText {
  const result: CaptionText = { segments: [], foreignTag: null, lost: null, voice: null }
  const open: string[] = []
  const voices: (string | null)[] = []
  const cursor: TimeCursor = { at: 0, lenient: false }
  let voice: string | null = null
  let startMs: number | null = null
  let raw = ''
  const flush = () => {
    if (raw !== '') result.segments.push({ text: decodeEntities(raw), speaker: voice, startMs })
    raw = ''
  }
  const pop = () => {
    if (open.pop() !== 'v') return
    flush()
    voice = voices.pop() ?? null
  }
  let at = 0
  for (;;) {
    const sign = payload.indexOf('<', at)
    if (sign < 0) break
    if (sign > at) raw += payload.slice(at, sign)
    const found = payload.indexOf('>', sign + 1)
    const close = found < 0 ? payload.length : found
    at = close + 1
    const first = payload.charCodeAt(sign + 1)
    if (first >= 0x30 && first <= 0x39) {
      cursor.at = sign + 1
      const time = readStrictTime(payload, close, cursor)
      if (time >= 0 && cursor.at === close) {
        flush()
        startMs = time
      }
      continue
    }
    // Nearly all tags of automatic captions are these two.
    if (first === LETTER_C && close === sign + 2) {
      open.push('c')
      continue
    }
    if (first === SLASH && close === sign + 3 && payload.charCodeAt(sign + 2) === LETTER_C) {
      if (open.at(-1) === 'c') open.pop()
      continue
    }
    const tag = payload.slice(sign + 1, close)
    if (first === SLASH) {
      const name = tag.slice(1)
      const top = open.at(-1)
      if (name === top) pop()
      else if (name === 'ruby' && top === 'rt') {
        pop()
        pop()
      } else if (!KNOWN.has(name)) result.foreignTag ??= `<${tag}>`
      continue
    }
    if (found < 0 && /\s\S/.test(tag)) result.lost ??= `<${tag}`
    const name = tag.length === 1 ? tag : (/^[^\t\n\f .]*/.exec(tag)?.[0] ?? '')
    if (!KNOWN.has(name)) {
      if (/^\w/.test(tag) && found >= 0) result.foreignTag ??= `<${tag}>`
      else if (/[\p{L}\p{N}]/u.test(tag)) result.lost ??= `<${tag}`
      continue
    }
    if (name === 'rt' && open.at(-1) !== 'ruby') continue
    open.push(name)
    if (name !== 'v') continue
    flush()
    voices.push(voice)
    voice = annotationOf(tag) ?? voice
    result.voice ??= voice
  }
  if (at < payload.length) raw += payload.slice(at)
  flush()
  return result
}

function annotationOf(tag: string): string | null {
  const space = tag.search(/[\t\n\f ]/)
  if (space < 0) return null
  const name = decodeEntities(tag.slice(space)).replace(/\s+/g, ' ').trim()
  return name === '' ? null : name
}
