import type { TimedWord } from './format'
import { longestWordMs, spreadWords } from './spread-words'

/** A piece of a caption with the inline time in front of it, if there was one. */
export type TimedChunk = { text: string; startMs: number | null }

/**
 * Word times from inline timestamps (`good<00:00:02.429> evening`): each time holds for the first word behind it; words
 * that follow before the next time are spread and marked. A chunk that is glued to the one before continues its word.
 */
export function wordsOfChunks(chunks: readonly TimedChunk[], startMs: number, endMs: number): TimedWord[] {
  const words: TimedWord[] = []
  let glued = false
  const timed = mergeUntimed(chunks, startMs)
  timed.forEach((chunk, index) => {
    const from = clamp(chunk.startMs, startMs, endMs)
    const until = clamp(timed[index + 1]?.startMs ?? endMs, from, endMs)
    const texts = chunk.text.split(/\s+/).filter((text) => text !== '')
    const last = words.at(-1)
    const first = texts[0]
    if (glued && last && first !== undefined && !/^\s/.test(chunk.text)) {
      last.text += first
      last.endMs = Math.max(last.endMs, Math.min(until, from + longestWordMs(first)))
      texts.shift()
    }
    addWords(words, texts, from, until)
    if (chunk.text !== '') glued = !/\s$/.test(chunk.text)
  })
  return words
}

function mergeUntimed(chunks: readonly TimedChunk[], startMs: number): { text: string; startMs: number }[] {
  const merged: { text: string; startMs: number }[] = []
  for (const chunk of chunks) {
    const last = merged.at(-1)
    if (chunk.startMs === null && last) last.text += chunk.text
    else merged.push({ text: chunk.text, startMs: chunk.startMs ?? startMs })
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
