import { expect, test } from 'vitest'
import { alignWords } from './align-words'
import { countWordsBetween, differences } from './differences'

const between = (old: string, fresh: string) => {
  const alignment = alignWords([old], [fresh])
  const starts = fresh.split(' ').map((_, word) => word * 100)
  return { ...differences([old], [fresh], alignment, starts), counts: countWordsBetween(alignment) }
}

const shown = (old: string, fresh: string) =>
  between(old, fresh).items.map(({ pieces }) =>
    pieces
      .map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'gone' ? '-' : '+'}{${text}}`))
      .join(' '),
  )

test('a passage shows what goes and what comes between the words that stay', () => {
  expect(shown('and so we lost our jobs to them', 'And so we never lost those jobs to them.')).toEqual([
    'And so we +{never} lost -{our} +{those} jobs to them.',
  ])
})

test('differences far apart are passages of their own, each with a few words around and its second', () => {
  const middle = Array.from({ length: 30 }, (_, word) => `w${word}`).join(' ')
  const { total, items } = between(`one ${middle} two`, `uno ${middle} dos`)
  expect(total).toBe(2)
  expect(items[0]?.pieces.at(-1)).toEqual({ kind: 'same', text: 'w0 w1 w2 w3 w4 w5' })
  expect(items.map(({ startMs }) => startMs)).toEqual([0, 3100])
})

test('capitals, punctuation and dashes are no difference', () => {
  expect(between('so we lost our jobs', 'So, we lost – our jobs!')).toMatchObject({
    total: 0,
    counts: { same: 6, changed: 0, added: 0, gone: 0 },
  })
})

test('every word is counted once: the same, changed, new or gone', () => {
  expect(between('mister buy den said no never', 'Mister Biden very clearly said no').counts).toEqual({
    same: 3,
    changed: 1,
    added: 2,
    gone: 1,
  })
})
