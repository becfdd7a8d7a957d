import { expect, test } from 'vitest'
import { xmlText } from './xml-text'

test('only what XML cannot hold is replaced', () => {
  expect(xmlText('a\u0000b\u001fc\ud800d\ufffe\uffff')).toBe('a\ufffdb\ufffdc\ufffdd\ufffd\ufffd')
  const kept = 'tab\tline\n\u007f\u00e9\u05d0\ud7ff\ue000\ufffd\u{1f600}\u{10ffff}'
  expect(xmlText(kept)).toBe(kept)
})
