import { spreadWeights, weightOf } from '../formats/spread-words'
import type { Room, WordTime } from './document'

/** Words put in at a turn's end are given at most this much time each, however long the silence after it. */
const MS_PER_WORD = 400

/**
 * Gives a time to each word that has none, between its neighbours that have one; marked estimated. Known times stay.
 * @param words the turn's words as text.
 * @param known one entry a word, starts never decreasing; null where the time is not known. All null gives no times.
 * @param freed by index of the first word of a run without times, when the words that stood there before were said.
 */
export function fillTimes(
  words: readonly string[],
  known: readonly (WordTime | null)[],
  room: Room,
  freed: ReadonlyMap<number, { startMs: number; endMs: number }> = new Map(),
): WordTime[] {
  if (known.every((time) => time === null) && freed.size === 0) return []
  const times: WordTime[] = []
  for (let word = 0; word < words.length; ) {
    const time = known[word]
    if (time) {
      times.push(time)
      word += 1
      continue
    }
    let end = word
    while (end < words.length && !known[end]) end += 1
    const span = between(times.at(-1) ?? null, known[end] ?? null, freed.get(word) ?? null, end - word, room)
    times.push(...spread(words.slice(word, end), span.startMs, span.endMs))
    word = end
  }
  return times
}

/** The time that a run of words may take: that of the words before it, cut to what its neighbours leave. */
function between(
  before: WordTime | null,
  after: WordTime | null,
  freed: { startMs: number; endMs: number } | null,
  words: number,
  room: Room,
): { startMs: number; endMs: number } {
  const least = before?.startMs ?? 0
  const most = after?.startMs ?? Number.MAX_SAFE_INTEGER
  const clamp = (ms: number) => Math.min(Math.max(ms, least), most)
  if (freed) {
    const startMs = clamp(freed.startMs)
    return { startMs, endMs: Math.max(startMs, after ? Math.min(freed.endMs, most) : freed.endMs) }
  }
  if (before && after) {
    const startMs = clamp(before.endMs)
    return { startMs, endMs: after.startMs }
  }
  if (before) {
    const startMs = Math.max(before.endMs, least)
    const endMs = Math.min(startMs + words * MS_PER_WORD, Math.max(startMs, room.untilMs ?? startMs))
    return { startMs, endMs }
  }
  const endMs = after?.startMs ?? 0
  return { startMs: Math.max(Math.min(room.fromMs ?? 0, endMs), endMs - words * MS_PER_WORD, 0), endMs }
}

function spread(words: readonly string[], startMs: number, endMs: number): WordTime[] {
  const bounds = spreadWeights(
    words.map((word) => weightOf(word, 0, word.length)),
    startMs,
    endMs,
  )
  return words.map((_, index) => ({
    startMs: bounds[index] ?? startMs,
    endMs: bounds[index + 1] ?? endMs,
    estimated: true,
  }))
}
