import { expect, test } from 'vitest'
import { type Fetched, rankFetched } from '@/claims/similar/rank'

const WORDS = ['tree', 'million', 'plant', 'year'].map((word) => ({ word, share: 0.001 }))
let made = 0
function row(over: Partial<Fetched> = {}): Fetched {
  made += 1
  return {
    claimId: `claim-${made}`,
    rootId: `claim-${made}`,
    samePerson: false,
    matched: ['tree', 'million', 'plant'],
    ownWords: 6,
    letters: 0.3,
    nearly: new Map(),
    days: 100,
    ...over,
  }
}

test('what the same person said stands apart and is not pushed out by what others said better', () => {
  const own = row({ samePerson: true, matched: ['tree', 'million'] })
  const others = Array.from({ length: 12 }, () =>
    row({ matched: ['tree', 'million', 'plant', 'year'], letters: 1 }),
  )
  const ranked = rankFetched([...others, own], WORDS)
  expect(ranked.samePerson).toEqual([own])
  expect(ranked.others).toHaveLength(7)
})

test('of two that read alike the newer stands first', () => {
  const [old, fresh] = [row({ days: 4000 }), row({ days: 2 })]
  expect(rankFetched([old, fresh], WORDS).others).toEqual([fresh, old])
})

test('claims that share a check are one result: the one that reads most alike', () => {
  const [far, near] = [row({ rootId: 'root', letters: 0.2 }), row({ rootId: 'root', letters: 0.9 })]
  expect(rankFetched([far, near], WORDS).others).toEqual([near])
})

test('one word in common is not the same claim', () => {
  expect(rankFetched([row({ matched: ['tree'], letters: 0.1 })], WORDS).others).toEqual([])
})

test('a word spelt nearly so counts for as much as it is alike', () => {
  const slip = row({ matched: ['tree'], letters: 0.1, nearly: new Map([['million', 0.8]]) })
  expect(rankFetched([slip], WORDS).others).toEqual([slip])
})

test('a long selection that holds a short claim whole finds it', () => {
  const long = Array.from({ length: 24 }, (_, at) => ({ word: `w${at}`, share: 0.001 }))
  const short = row({ matched: ['w1', 'w2', 'w3', 'w4', 'w5'], ownWords: 6, letters: 0.05 })
  expect(rankFetched([short], long).others).toEqual([short])
})
