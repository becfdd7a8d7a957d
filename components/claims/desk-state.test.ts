import { describe, expect, it } from 'vitest'
import { sampleClaim } from '@/components/claims/claim-sample'
import { withChanges, withClaim } from '@/components/claims/desk-state'

const state = {
  revision: 4,
  claims: [sampleClaim({ id: 'a', revision: 4, version: 2 })],
  background: [],
  participants: [],
  openThreads: 0,
  looks: [],
}

describe('what the browser holds of the desk', () => {
  it('takes what is newer and adds what is new', () => {
    const newer = sampleClaim({ id: 'a', revision: 5, version: 3, quote: 'newer' })
    const added = sampleClaim({ id: 'b', revision: 6 })
    const next = withChanges(state, {
      revision: 6,
      claims: [newer, added],
      background: [],
      turns: { changed: [], removed: [] },
      participants: [],
      openThreads: 0,
      looks: [],
    })
    expect(next.claims.map((claim) => claim.id)).toEqual(['a', 'b'])
    expect(next.claims[0]?.quote).toBe('newer')
    expect(next.revision).toBe(6)
  })

  it('an answer overtaken on its way does not replace what is newer', () => {
    expect(withClaim(state, sampleClaim({ id: 'a', revision: 3, version: 1, quote: 'old' }))).toBe(state)
  })

  it("an answer to one's own act does not skip what colleagues did before it", () => {
    expect(withClaim(state, sampleClaim({ id: 'a', revision: 9, version: 5 })).revision).toBe(4)
  })
})
