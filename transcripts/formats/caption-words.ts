import type { CaptionLine, InlineTimes } from './caption-line'
import type { ParsedCue, TimedWord } from './format'
import { longestWordMs, spreadWords } from './spread-words'

const SPACE = 0x20

/**
 * Word times from inline timestamps (`good<00:00:02.429> evening`): each time holds for the first word behind it; words
 * that follow before the next time are spread and marked. A stretch that is glued to the one before continues its word,
 * unless it begins a line. Text before the first time begins with the caption.
 */
export function wordsOfLines(lines: readonly CaptionLine[], startMs: number, endMs: number): TimedWord[] {
  const reader = new WordReader(startMs, Math.max(startMs, endMs))
  for (const { text, times } of lines) {
    reader.breakLine()
    if (times === null) reader.read(text, 0, text.length)
    else readLine(reader, text, times)
  }
  return reader.finish()
}

/** A cue's words with their times, or undefined where the file times none. Captions keep theirs until they are asked for. */
export function wordsOfCue({ words, times, text, startMs, endMs }: ParsedCue): TimedWord[] | undefined {
  if (words || !times || startMs === null || endMs === null) return words
  const reader = new WordReader(startMs, Math.max(startMs, endMs))
  readLine(reader, text, times)
  return reader.finish()
}

function readLine(reader: WordReader, text: string, times: InlineTimes): void {
  const { at: places, ms } = times
  let from = 0
  for (let nth = 0; nth < places.length; nth++) {
    const at = Math.min(places[nth] ?? 0, text.length)
    if (at > from) reader.read(text, from, at)
    reader.begin(ms[nth] ?? 0)
    from = at
  }
  reader.read(text, from, text.length)
}

/** Reads stretches of text, each with the time at which it begins, and gives words their times as soon as they are known. */
class WordReader {
  readonly #words: TimedWord[] = []
  readonly #startMs: number
  readonly #endMs: number
  /** When the stretch being read began; its words, and whether the first of them continues the word before. */
  #from: number
  #first = ''
  #more: string[] | null = null
  #continues = false
  /** Whether what comes next stands close to what was read: no space and no line end between. */
  #glued = false

  constructor(startMs: number, endMs: number) {
    this.#startMs = startMs
    this.#endMs = endMs
    this.#from = startMs
  }

  breakLine(): void {
    this.#glued = false
  }

  begin(ms: number): void {
    this.#close(ms)
    this.#from = Math.max(this.#startMs, Math.min(ms, this.#endMs))
  }

  read(text: string, from: number, end: number): void {
    let at = from
    while (at < end) {
      const start = at
      while (at < end && !isSpace(text, at)) at += 1
      if (at > start) this.#add(text.slice(start, at))
      if (at === end) break
      this.#glued = false
      at += 1
    }
  }

  finish(): TimedWord[] {
    this.#close(this.#endMs)
    return this.#words
  }

  #add(part: string): void {
    if (this.#first === '') {
      this.#continues = this.#glued && this.#words.length > 0
      this.#first = part
    } else if (!this.#glued) {
      this.#more ??= []
      this.#more.push(part)
    } else if (this.#more === null) this.#first += part
    else this.#more.push((this.#more.pop() ?? '') + part)
    this.#glued = true
  }

  #close(nextMs: number): void {
    const first = this.#first
    if (first === '') return
    const from = this.#from
    const until = Math.max(from, Math.min(nextMs, this.#endMs))
    const more = this.#more
    this.#first = ''
    this.#more = null
    const last = this.#continues ? this.#words.at(-1) : undefined
    if (last) {
      last.text += first
      last.endMs = Math.max(last.endMs, Math.min(until, from + longestWordMs(first)))
      if (more) this.#spread(more, from, until)
    } else if (more) this.#spread([first, ...more], from, until)
    else this.#words.push({ text: first, startMs: from, endMs: Math.min(until, from + longestWordMs(first)) })
  }

  #spread(texts: readonly string[], from: number, until: number): void {
    let longest = 0
    for (const text of texts) longest += longestWordMs(text)
    // One word alone is as long as the time allows; of several only the first has a measured start.
    const times = spreadWords(texts, from, Math.min(until, from + longest))
    texts.forEach((text, nth) => {
      const word: TimedWord = { text, startMs: times[nth] ?? from, endMs: times[nth + 1] ?? until }
      if (texts.length > 1) word.estimated = nth > 0
      this.#words.push(word)
    })
  }
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code > SPACE && code < 0xa0) return false
  return code === SPACE || (code >= 9 && code <= 13) || (code >= 0xa0 && /\s/.test(text.charAt(at)))
}
