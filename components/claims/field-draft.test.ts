import { describe, expect, it } from 'vitest'
import { rebased, sameValue, standing } from '@/components/claims/field-draft'

describe('a draft beside what the server holds', () => {
  it('is unsent while the field stands as it stood when typing began', () => {
    expect(standing({ from: 'old', to: 'mine' }, 'old')).toBe('unsent')
  })

  it('is a conflict when a colleague wrote something else there', () => {
    expect(standing({ from: 'old', to: 'mine' }, 'theirs')).toBe('conflict')
  })

  it('is accepted when the server holds it, however it got there', () => {
    expect(standing({ from: 'old', to: 'mine ' }, 'mine')).toBe('accepted')
  })

  it('is no conflict when an answer was lost and typing went on', () => {
    const draft = { from: 'old', to: 'mine and more', sent: 'mine' }
    expect(standing(draft, 'mine')).toBe('unsent')
    expect(rebased(draft, 'mine')).toEqual({ from: 'mine', to: 'mine and more', sent: 'mine and more' })
  })

  it('tells nothing from empty, and minds no order of topics', () => {
    expect(sameValue(null, '')).toBe(false)
    expect(sameValue(['a', 'b'], ['b', 'a'])).toBe(true)
    expect(sameValue(undefined, null)).toBe(false)
  })
})
