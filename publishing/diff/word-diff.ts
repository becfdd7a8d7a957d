import { diffArrays } from 'diff'
import { wordBounds } from '@/transcripts/words'

/** A stretch of two texts: in both, only in the earlier, or only in the later one. */
export type Piece = { how: 'same' | 'gone' | 'new'; text: string }

/** Texts that differ in more words than this are shown as one replaced by the other: nobody reads such a mixture. */
const MOST_CHANGES = 800

/**
 * Two texts, word by word. The pieces that are not `new` make up the earlier text letter for letter, those that are not `gone`
 * the later. Between two stretches that stay, what went stands before what came.
 */
export function wordDiff(before: string, after: string): Piece[] {
  if (before === after) return before === '' ? [] : [{ how: 'same', text: before }]
  const [old, young] = [tokens(before), tokens(after)]
  const head = shared(old, young)
  const tail = shared(old.slice(head).reverse(), young.slice(head).reverse())
  const middle = { old: old.slice(head, old.length - tail), young: young.slice(head, young.length - tail) }
  const changes = diffArrays(middle.old, middle.young, { maxEditLength: MOST_CHANGES })
  const pieces: Piece[] = changes
    ? changes.map(({ value, added, removed }) => ({
        how: added ? 'new' : removed ? 'gone' : 'same',
        text: value.join(''),
      }))
    : [
        { how: 'gone', text: middle.old.join('') },
        { how: 'new', text: middle.young.join('') },
      ]
  return tidy([
    { how: 'same', text: old.slice(0, head).join('') },
    ...pieces,
    { how: 'same', text: old.slice(old.length - tail).join('') },
  ])
}

/** Words (transcripts/words.ts) and what stands between them, in turn. */
function tokens(text: string): string[] {
  const bounds = [0, ...wordBounds(text), text.length]
  return bounds.slice(1).map((end, index) => text.slice(bounds[index], end))
}

/** How many tokens both begin with. */
function shared(a: readonly string[], b: readonly string[]): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at++
  return at
}

/** Joins what belongs together: a space that alone stayed between two changes is read as a part of them. */
function tidy(pieces: readonly Piece[]): Piece[] {
  const tidied: Piece[] = []
  let [gone, young] = ['', '']
  const flush = () => {
    if (gone) tidied.push({ how: 'gone', text: gone })
    if (young) tidied.push({ how: 'new', text: young })
    gone = ''
    young = ''
  }
  for (const [index, { how, text }] of pieces.entries()) {
    const between = index > 0 && index < pieces.length - 1 && /^\s*$/.test(text)
    if (how === 'gone') gone += text
    else if (how === 'new') young += text
    else if (between && (gone || young)) {
      gone += text
      young += text
    } else if (text) {
      flush()
      const last = tidied.at(-1)
      if (last?.how === 'same') last.text += text
      else tidied.push({ how: 'same', text })
    }
  }
  flush()
  return tidied
}
