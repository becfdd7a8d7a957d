import { expect, it } from 'vitest'
import { splitPlace } from '@/components/transcripts/correct/split-place'

it('a turn is cut before the word that the caret is in or before, and never so that a side is empty', () => {
  const typed = ' Nine  million trees '
  const at = (sought: string, more = 0) => splitPlace(typed, typed.indexOf(sought) + more)
  expect(at('million')).toBe(1)
  expect(at('million', 3)).toBe(1)
  expect(at('million', -1)).toBe(1)
  expect(at('trees')).toBe(2)
  expect(at('Nine')).toBeNull()
  expect(at('Nine', 2)).toBeNull()
  expect(splitPlace(typed, typed.length)).toBeNull()
  expect(splitPlace('', 0)).toBeNull()
  expect(splitPlace('我们种树', 2)).toBe(2)
})
