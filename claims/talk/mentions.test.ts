import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMentions, mentioned, type Nameable } from '@/claims/talk/mentions'

const member = (name: string, active = true): Nameable => ({ id: name.toLowerCase(), name, active })
const ADA = member('Ada Quill')
const DESK = [ADA, member('Ada'), member('Bo Marsh'), member('Zoë Ängström'), member('Gone Person', false)]
const namesIn = (text: string) => findMentions(text, DESK).map(({ members }) => members[0]?.name)

describe('who is named in a text', () => {
  it('the longest name that stands there, with its spaces, whatever the case', () => {
    expect(namesIn('@Ada Quill and @ada: see @bo\u00a0marsh, @ZOË ÄNGSTRÖM!')).toEqual([
      'Ada Quill',
      'Ada',
      'Bo Marsh',
      'Zoë Ängström',
    ])
  })

  it('nobody by an e-mail address, by half a name, or by a longer word', () => {
    expect(namesIn('write to desk@Ada Quill, @Bo, @Adam, @Ada2 or x.@Ada')).toEqual([])
  })

  it('places are those of the text: what stands there is the name', () => {
    const text = 'So, @Ada Quill?'
    const [found] = findMentions(text, DESK)
    expect(text.slice(found?.start, found?.end)).toBe('@Ada Quill')
  })

  it('of several of one name the one that was picked, else all', () => {
    const twins = [
      { id: '1', name: 'Kim Lee', active: true },
      { id: '2', name: 'Kim Lee', active: true },
    ]
    expect(mentioned('@Kim Lee', twins, ['2']).told.map(({ id }) => id)).toEqual(['2'])
    expect(mentioned('@Kim Lee', twins, []).told.map(({ id }) => id)).toEqual(['1', '2'])
  })

  it('somebody who left is told apart; where a colleague has the same name, the colleague is meant', () => {
    expect(mentioned('@Gone Person', DESK, [])).toMatchObject({ told: [], gone: [{ name: 'Gone Person' }] })
    const both = [...DESK, { id: 'new', name: 'Gone Person', active: true }]
    expect(mentioned('@Gone Person', both, [])).toMatchObject({ told: [{ id: 'new' }], gone: [] })
  })

  it('holds for any text: places are in order, inside it, and begin with @', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('@', 'Ada', ' ', 'Quill', 'İ', '\n', 'ß', '😀', '.')), (bits) => {
        const text = bits.join('')
        let last = 0
        for (const { start, end } of findMentions(text, [...DESK, member('İß')])) {
          expect(text[start]).toBe('@')
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeLessThanOrEqual(text.length)
          last = start + 1
        }
      }),
    )
  })
})
