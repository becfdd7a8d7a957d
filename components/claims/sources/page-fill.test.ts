import { expect, test } from 'vitest'
import { evidenceFormOf, OUTSIDE_FORM } from '@/components/claims/form-shapes'
import { fillAppearance, fillSource, type PageRead, pastedAddress, tellFilled, unfilled } from './page-fill'

const PAGE: PageRead = {
  url: 'https://records.example/a',
  title: 'Trees of 2026',
  publisher: 'The Record',
  author: 'Ada Quill',
  publishedOn: '2026-03-04',
  language: 'en-GB',
  canonicalUrl: null,
  description: '',
  kind: 'dataset',
  appearanceKind: 'article',
}

test('what was typed is never written over, and a kind that was chosen stays', () => {
  const empty = evidenceFormOf(null)
  expect(fillSource(false)(empty, PAGE)).toEqual({
    title: 'Trees of 2026',
    publisher: 'The Record',
    publishedOn: '2026-03-04',
    kind: 'dataset',
  })
  expect(fillSource(true)({ ...empty, title: 'Mine', publishedOn: '2020-01-01' }, PAGE)).toEqual({
    publisher: 'The Record',
  })
  expect(fillAppearance(false)({ ...OUTSIDE_FORM, title: 'Mine' }, PAGE)).toEqual({
    on: '2026-03-04',
    kind: 'article',
  })
})

test('behind a post stands who wrote it', () => {
  expect(fillSource(false)(evidenceFormOf(null), { ...PAGE, kind: 'post' }).publisher).toBe('Ada Quill')
})

test('taking it back leaves what was typed since', () => {
  const before = evidenceFormOf(null)
  const filled = fillSource(false)(before, PAGE)
  const now = { ...before, ...filled, title: 'Trees of 2026, corrected', quote: 'Forty thousand.' }
  expect(unfilled(now, filled, before)).toEqual({ ...before, title: now.title, quote: now.quote })
})

test('people are told what was filled in and what else the page says', () => {
  expect(tellFilled({ title: 'a', publishedOn: 'b' }, PAGE)).toBe(
    'Filled in from the page: title, date. The page is by Ada Quill, in British English.',
  )
  expect(tellFilled({}, { ...PAGE, author: '', language: 'no language' })).toBe(
    'Nothing was left to fill in. The page is in no language.',
  )
})

test('only a whole address that is pasted alone is read by itself', () => {
  expect(pastedAddress(' https://records.example/a\n')).toBe('https://records.example/a')
  expect(pastedAddress('see https://records.example/a')).toBeNull()
  expect(pastedAddress('records.example')).toBeNull()
})
