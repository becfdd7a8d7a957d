import type { TimedWord } from './format'
import { longestWordMs, spreadWords } from './spread-words'

/** A piece of a caption with the inline time in front of it, if there was one. */
export type TimedChunk = { text: string; startMs: number | null }

/**
 * Word times from inline timestamps (`good<00:00:02.429> evening`): each time holds for the first word behind it; words
 * that follow before the next time are spread and marked. A chunk that is glued to the one before continues its word,
 * unless it begins a line.
 */
export function wordsOfLines(
  lines: readonly (readonly TimedChunk[])[],
  startMs: number,
  endMs: number,
): TimedWord[] {
  const words: TimedWord[] = []
  const timed = mergeUntimed(lines, startMs)
  let glued = false
  let nth = 0
  for (const chunk of timed) {
    nth += 1
    const { text } = chunk
    const from = clamp(chunk.startMs, startMs, endMs)
    const until = clamp(timed[nth]?.startMs ?? endMs, from, endMs)
    const spaced = !glued || chunk.beginsLine || /^\s/.test(text)
    glued = text === '' ? glued && !chunk.beginsLine : !/\s$/.test(text)
    // Nearly always one word and the space before it.
    const only = singleWord(text)
    const texts = only === null ? text.split(/\s+/).filter((part) => part !== '') : null
    const first = only ?? texts?.[0]
    const last = words.at(-1)
    if (!spaced && last && first !== undefined) {
      last.text += first
      last.endMs = Math.max(last.endMs, Math.min(until, from + longestWordMs(first)))
      if (texts) addWords(words, texts.slice(1), from, until)
    } else if (only !== null)
      words.push({ text: only, startMs: from, endMs: Math.min(until, from + longestWordMs(only)) })
    else if (texts) addWords(words, texts, from, until)
  }
  return words
}

/** The one word of a chunk in Latin letters, with or without one space before it; null where it takes a closer look. */
function singleWord(text: string): string | null {
  const from = text.charCodeAt(0) === 0x20 ? 1 : 0
  if (text.length === from) return null
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code <= 0x20 || code === 0xa0 || code >= 0x1680) return null
  }
  return from === 0 ? text : text.slice(1)
}

type Chunk = { text: string; startMs: number; beginsLine: boolean }

function mergeUntimed(lines: readonly (readonly TimedChunk[])[], startMs: number): Chunk[] {
  const merged: Chunk[] = []
  for (const line of lines) {
    let beginsLine = true
    for (const { text, startMs: at } of line) {
      const last = merged.at(-1)
      if (at === null && last) last.text += beginsLine ? ` ${text}` : text
      else merged.push({ text, startMs: at ?? startMs, beginsLine })
      beginsLine = false
    }
  }
  return merged
}

function addWords(words: TimedWord[], texts: string[], from: number, until: number): void {
  const only = texts[0]
  if (only === undefined) return
  if (texts.length === 1) {
    words.push({ text: only, startMs: from, endMs: Math.min(until, from + longestWordMs(only)) })
    return
  }
  const longest = texts.reduce((sum, text) => sum + longestWordMs(text), 0)
  const times = spreadWords(texts, from, Math.min(until, from + longest))
  texts.forEach((text, nth) => {
    words.push({ text, startMs: times[nth] ?? from, endMs: times[nth + 1] ?? until, estimated: nth > 0 })
  })
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, Math.max(low, high)))
}
