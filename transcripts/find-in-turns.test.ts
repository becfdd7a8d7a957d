import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countFound, findInTurns } from '@/transcripts/find-in-turns'

const turn = (text: string) => [{ id: 'a', text }]
const find = (text: string, sought: string, more: { matchCase?: boolean; wholeWords?: boolean } = {}) =>
  findInTurns(turn(text), { find: sought, matchCase: false, wholeWords: false, ...more }).flatMap(
    ({ ranges }) => ranges.map(([start, end]) => text.slice(start, end)),
  )

describe('finding in turns', () => {
  it('finds every place, none over another, with or without regard to case', () => {
    expect(find('Ha ha HAHA', 'ha')).toEqual(['Ha', 'ha', 'HA', 'HA'])
    expect(find('Ha ha HAHA', 'ha', { matchCase: true })).toEqual(['ha'])
    expect(find('aaaa', 'aa')).toEqual(['aa', 'aa'])
  })

  it('keeps to whole words where that is asked for', () => {
    expect(find('art, part, Art’s and art', 'art', { wholeWords: true })).toEqual(['art', 'art'])
    expect(find('(art) “art” art-deco', 'art', { wholeWords: true })).toHaveLength(3)
    expect(find('Grüße, Grüßen', 'grüße', { wholeWords: true })).toEqual(['Grüße'])
  })

  it('gives ranges of the text as it stands where folding changes its length', () => {
    expect(find('İstanbul, STRASSE, Straße', 'strasse')).toEqual(['STRASSE', 'Straße'])
    expect(find('İİİ tree', 'tree')).toEqual(['tree'])
    expect(find('ΟΔΟΣ οδός οδος', 'οδος')).toEqual(['ΟΔΟΣ', 'οδος'])
    expect(find('😀😀 Tree', 'tree')).toEqual(['Tree'])
  })

  it('takes composed and decomposed letters for the same, and none without its accent', () => {
    expect(find('cafe\u0301 café cafe', 'café')).toEqual(['cafe\u0301', 'café'])
    expect(find('cafe\u0301 café cafe', 'cafe')).toEqual(['cafe'])
    expect(find('각 가', '가')).toEqual(['가'])
  })

  it('finds in scripts that run from right to left, and in those without spaces', () => {
    expect(find('قال إن البحر قد ارتفع، والبحر عميق', 'البحر', { wholeWords: true })).toEqual(['البحر'])
    expect(find('הים עלה והים ירד', 'הים', { wholeWords: true })).toEqual(['הים'])
    expect(find('我们种了九百万棵树', '九百万', { wholeWords: true })).toEqual(['九百万'])
  })

  it('says nothing for nothing', () => {
    expect(find('anything', '')).toEqual([])
    expect(
      countFound(findInTurns(turn('one two one'), { find: 'one', matchCase: true, wholeWords: true })),
    ).toBe(2)
  })

  it('gives ranges in order, within the text, that hold what was sought', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'A', 'ß', 's', 'e\u0301', 'é', ' ', '😀', 'İ'),
      maxLength: 40,
    })
    fc.assert(
      fc.property(letters, letters, (text, sought) => {
        let last = 0
        for (const { ranges } of findInTurns(turn(text), {
          find: sought,
          matchCase: true,
          wholeWords: false,
        }))
          for (const [start, end] of ranges) {
            expect(start).toBeGreaterThanOrEqual(last)
            // Spaces that somebody typed twice are meant once, as transcripts have them.
            expect(text.slice(start, end).normalize('NFC')).toBe(sought.replace(/ +/g, ' ').normalize('NFC'))
            last = end
          }
      }),
    )
  })
})
