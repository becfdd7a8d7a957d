import { expect, test } from 'vitest'
import { alignWords } from './align-words'
import { matchingSpan, nearestSpan } from './matching-span'

/** Where the old words `quote` of the first text stand in the second; null for nowhere. */
function found(old: string, quote: string, fresh: string): string | null {
  const alignment = alignWords([old], [fresh])
  const span = matchingSpan(alignment, ...wordsOfQuote(old, quote))
  return (
    span &&
    fresh
      .split(' ')
      .slice(span.first, span.last + 1)
      .join(' ')
  )
}

function nearest(old: string, quote: string, fresh: string): string | null {
  const span = nearestSpan(alignWords([old], [fresh]), ...wordsOfQuote(old, quote))
  return (
    span &&
    fresh
      .split(' ')
      .slice(span.first, span.last + 1)
      .join(' ')
  )
}

function wordsOfQuote(old: string, quote: string): [number, number] {
  const first = old.slice(0, old.indexOf(quote)).split(' ').length - 1
  return [first, first + quote.split(' ').length - 1]
}

const ROUGH = 'and i say to you so we lost our good jobs so many of them to other countries and it was wrong'
const QUOTE = 'so we lost our good jobs'

test('words stand where they are the same but for capitals, punctuation and spelling', () => {
  const clean =
    'And I say to you: So we lost our good jobs – so many of them – to other countries. And it was wrong.'
  expect(found(ROUGH, QUOTE, clean)).toBe('So we lost our good jobs')
  expect(found(ROUGH, 'jobs so many', clean)).toBe('jobs – so many')
})

test.each([
  [
    'a word between',
    'And I say to you so we never lost our good jobs so many of them to other countries and it was wrong',
  ],
  ['a word less', 'And I say to you so we lost our jobs so many of them to other countries and it was wrong'],
  [
    'another word',
    'And I say to you so we lost our best jobs so many of them to other countries and it was wrong',
  ],
  [
    'a misheard word',
    'And I say to you so we last our good jobs so many of them to other countries and it was wrong',
  ],
  [
    'an end within a word',
    'And I say to you so we lost our good jobs-so many of them to other countries and it was wrong',
  ],
  ['nothing of the kind', 'Thank you very much'],
])('words with %s wait for a person', (_, clean) => expect(found(ROUGH, QUOTE, clean)).toBeNull())

test('a common phrase among other words is not taken for the one that is gone', () => {
  const old =
    'the plan was good and i did not say that about the generals at any time whatever they claim today'
  const fresh =
    'she talks of taxes here for hours while i did not interrupt her once this whole long evening thank you'
  expect(found(old, 'i did not', fresh)).toBeNull()
})

test('a person is shown the place between the words that stayed', () => {
  const clean =
    'And I say to you so we never lost those jobs so many of them to other countries and it was wrong'
  expect(nearest(ROUGH, QUOTE, clean)).toBe('so we never lost those jobs')
  expect(nearest('one two three four five six', 'three four', 'One two five six')).toBe('five')
  expect(nearestSpan(alignWords(['one'], []), 0, 0)).toBeNull()
})
