import { describe, expect, it } from 'vitest'
import { paragraphsOf } from '@/publishing/paragraphs'
import { wordsOf } from '@/transcripts/words'

const SENTENCE = 'The harbour was quiet and nobody had seen the ferry since the morning tide went out.'
const LONG = Array.from({ length: 30 }, () => SENTENCE).join(' ')

describe('paragraphs of a long turn', () => {
  it('keep every word, in order, and know the first of each', () => {
    const paragraphs = paragraphsOf(LONG, [])
    expect(paragraphs.length).toBeGreaterThan(3)
    expect(paragraphs.map(({ start, end }) => LONG.slice(start, end)).join(' ')).toBe(LONG)
    const words = wordsOf(LONG)
    for (const { start, firstWord } of paragraphs) expect(words[firstWord]?.start).toBe(start)
  })

  it('never break inside a claim', () => {
    const whole = { claim: 1, start: 0, end: LONG.length, last: true }
    expect(paragraphsOf(LONG, [whole])).toEqual([{ start: 0, end: LONG.length, firstWord: 0 }])
  })

  it('leave a short turn alone', () => {
    expect(paragraphsOf(SENTENCE, [])).toHaveLength(1)
  })
})
