import { describe, expect, it } from 'vitest'
import { countBy, keepsClaim, orderClaims } from '@/components/claims/claim-order'
import { sampleClaim } from '@/components/claims/claim-sample'

const place = (turnId: string) => ['a', 'b'].indexOf(turnId)
const on = (number: number, turn: string, word: number) =>
  sampleClaim({
    id: String(number),
    number,
    anchor: { firstTurnId: turn, firstWord: word, lastTurnId: turn, lastWord: word + 2 },
  })

describe('the list of claims', () => {
  it('follows the words and not the numbers', () => {
    const claims = [on(1, 'b', 0), on(2, 'a', 9), on(3, 'a', 10), on(4, 'a', 9)]
    expect(orderClaims(claims, place).map((claim) => claim.number)).toEqual([2, 4, 3, 1])
  })

  it('puts claims made elsewhere, or on words that are gone, after the others', () => {
    const claims = [sampleClaim({ number: 5 }), on(6, 'gone', 0), on(1, 'b', 0)]
    expect(orderClaims(claims, place).map((claim) => claim.number)).toEqual([1, 5, 6])
  })

  it('keeps dropped claims out of sight until they are asked for', () => {
    const dropped = sampleClaim({ status: 'dropped', needsAnchor: true })
    const lost = sampleClaim({ needsAnchor: true })
    expect(keepsClaim(dropped, 'open')).toBe(false)
    expect(keepsClaim(dropped, 'dropped')).toBe(true)
    expect(countBy([dropped, lost], 'needsAnchor')).toBe(1)
  })
})
