import { alignTurn } from './align-turn'
import { spelled } from './change-words'
import type { Doc } from './document'
import { mapAround, type WordMap } from './word-map'

/**
 * Where the words of one document are in another that shares most of its turns, in the same order: what an undo brings
 * back. Turns of the same id and text are the same words; what lies between them is aligned as one text.
 */
export function mapBetween(before: Doc, after: Doc): WordMap {
  const places = new Map(after.map((turn, index) => [turn.id, index]))
  const stretches: { from: number; inner: WordMap; length: number }[] = []
  let [total, from, reached] = [0, 0, 0]
  let old: string[] = []
  const close = (until: number) => {
    const fresh = after.slice(reached, until).flatMap((turn) => spelled(turn.text))
    if (old.length + fresh.length > 0)
      stretches.push({ from, inner: alignTurn(old, fresh).words, length: fresh.length })
    old = []
  }
  for (const turn of before) {
    const place = places.get(turn.id) ?? -1
    if (place >= reached && after[place]?.text === turn.text) {
      close(place)
      reached = place + 1
      from = total + turn.wordCount
    } else old.push(...spelled(turn.text))
    total += turn.wordCount
  }
  close(after.length)
  return mapAround(total, stretches)
}
