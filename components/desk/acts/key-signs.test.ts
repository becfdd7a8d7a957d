import { expect, test } from 'vitest'
import { keySigns } from './key-signs'

test('keys are written as they stand on the keyboard in front of somebody', () => {
  expect(['Mod+k', 'Alt+r', 'Shift+ArrowDown', 'Escape', '?'].map((key) => keySigns(key, false))).toEqual([
    'Ctrl K',
    'Alt R',
    'Shift ↓',
    'Esc',
    '?',
  ])
  expect(keySigns('Mod+k', true)).toBe('⌘ K')
})
