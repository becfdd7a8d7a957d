import { describe, expect, it } from 'vitest'
import { nameTyped, offers, withName } from '@/components/claims/talk/name-typed'

const MEMBERS = ['Ada Quill', 'Bo Marsh', 'Zoë Ångström-Quine'].map((name) => ({ id: name, name }))
const offered = (query: string) => offers(query, MEMBERS).map(({ name }) => name)

describe('a name while it is typed', () => {
  it('is what stands between @ and the caret, spaces included', () => {
    expect(nameTyped('So @Ada Q', 9)).toEqual({ start: 3, end: 9, query: 'Ada Q' })
    expect(nameTyped('@', 1)?.query).toBe('')
  })

  it('is none in an e-mail address, after a line’s end, or before the @', () => {
    expect(nameTyped('desk@paper', 10)).toBeNull()
    expect(nameTyped('@Ada\nnext', 9)).toBeNull()
    expect(nameTyped('x @Ada', 2)).toBeNull()
    expect(nameTyped('@ Ada', 5)).toBeNull()
  })

  it('offers who is meant by the beginning of any part of the name, marks and case aside', () => {
    expect(offered('q')).toEqual(['Ada Quill', 'Zoë Ångström-Quine'])
    expect(offered('zoe ang')).toEqual(['Zoë Ångström-Quine'])
    expect(offered('')).toHaveLength(3)
    expect(offered('nobody')).toEqual([])
  })

  it('is put in whole, with one space after it', () => {
    expect(withName('So @ad!', { start: 3, end: 6, query: 'ad' }, 'Ada Quill')).toEqual({
      text: 'So @Ada Quill!',
      caret: 13,
    })
    expect(withName('@ad', { start: 0, end: 3, query: 'ad' }, 'Ada Quill').text).toBe('@Ada Quill ')
  })
})
