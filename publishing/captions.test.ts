import { expect, test } from 'vitest'
import { captionsOfPage } from '@/publishing/captions'
import { pageFixture, turnFixture } from '@/publishing/snapshot-fixture'

const LONG =
  'The council voted for the bridge in March, and nobody who sat in that room can say that the price was hidden from them.'

test('captions have two lines at most that fit a screen, name who speaks, and keep every word', () => {
  const page = { ...pageFixture(), turns: [turnFixture(0, LONG), turnFixture(1, 'A & B < C?', 60_000)] }
  const [head, ...cues] = captionsOfPage(page).trimEnd().split('\n\n')
  expect(head).toBe('WEBVTT')
  const texts = cues.map((cue) => cue.split('\n').slice(1))
  for (const lines of texts) {
    expect(lines.length).toBeLessThanOrEqual(2)
    for (const line of lines) expect(line.replace(/<[^>]*>/g, '').length).toBeLessThanOrEqual(42)
  }
  expect(cues[0]).toMatch(/^00:00:00\.000 --> 00:00:0\d\.\d{3}\n<v /)
  expect(texts.at(-1)?.join(' ')).toContain('A &amp; B &lt; C?')
  const said = texts
    .slice(0, -1)
    .flat()
    .join(' ')
    .replace(/<[^>]*>/g, '')
  expect(said).toBe(LONG)
})

test('words without times give no captions', () => {
  const untimed = { ...turnFixture(0, LONG), wordStarts: [], wordEnds: [] }
  expect(captionsOfPage({ ...pageFixture(), turns: [untimed] }).trim()).toBe('WEBVTT')
})
