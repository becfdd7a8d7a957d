import { expect, test } from 'vitest'
import { isPress, type Press, worksWhileTyping } from './press'

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
})

test('a letter is meant without Control, Alt or Shift', () => {
  expect(isPress('a', press('a'), false)).toBe(true)
  expect(isPress('a', press('a', { ctrlKey: true }), false)).toBe(false)
  expect(isPress('a', press('A', { shiftKey: true }), false)).toBe(false)
  expect(isPress('Shift+a', press('A', { shiftKey: true }), false)).toBe(true)
})

test('Mod is Control, and Command on a Mac', () => {
  expect(isPress('Mod+k', press('k', { ctrlKey: true }), false)).toBe(true)
  expect(isPress('Mod+k', press('k', { metaKey: true }), true)).toBe(true)
  expect(isPress('Mod+k', press('k', { ctrlKey: true }), true)).toBe(false)
})

test('a letter is meant by its place where the keyboard writes another script', () => {
  expect(isPress('a', press('ф', { code: 'KeyA' }), false)).toBe(true)
})

test('a sign is meant however it is typed', () => {
  expect(isPress('?', press('?', { shiftKey: true }), false)).toBe(true)
})

test('only keys that write nothing work while somebody types', () => {
  expect(['a', 'Shift+a', 'Alt+a', 'Mod+k'].map(worksWhileTyping)).toEqual([false, false, true, true])
})
