import { describe, expect, test } from 'vitest'
import { ProposalFinder } from '@/claims/propose-anchor'

const turns = [
  'Good evening, and thank you for coming.',
  'Last year we planted ninety million trees along the river, more than anybody before us.',
  'Who counted them?',
  'The year before we had planted nine hundred trees, and nobody counted those either.',
  'We planted nothing at all in the winter.',
].map((text, position) => ({ id: `t${position}`, position, text, wordStarts: [], wordEnds: [] }))

const waiting = (quote: string, turn: number, firstWord: number, prefix = '', suffix = '') => ({
  firstTurnId: `t${turn}`,
  firstWord,
  lastTurnId: `t${turn}`,
  lastWord: firstWord,
  quote,
  prefix,
  suffix,
})

describe('a proposal', () => {
  test('is the words that were corrected, before any that are like them elsewhere', () => {
    const claim = waiting('we planted nine million trees', 1, 2, 'Last year', 'along the river,')
    const [best, ...others] = new ProposalFinder(turns).propose(claim)
    expect(best).toMatchObject({
      quote: 'we planted ninety million trees',
      prefix: 'Good evening, and thank you for coming.\nLast year',
      selection: { firstTurnId: 't1', firstWord: 2, lastTurnId: 't1', lastWord: 6 },
    })
    for (const other of others) expect(other.score).toBeLessThan(best?.score ?? 0)
  })

  test('gives full marks only to the same words in the same surroundings at the same place', () => {
    const finder = new ProposalFinder(turns)
    const [same] = finder.propose(waiting('Who counted them?', 2, 0, 'before us.', 'The year'))
    expect(same).toMatchObject({ quote: 'Who counted them?', score: 1 })
    const [cased] = finder.propose(waiting('who counted them', 2, 0, 'before us.', 'The year'))
    expect(cased?.score).toBeLessThan(1)
    const [moved] = finder.propose(waiting('Who counted them?', 4, 0, 'quite other', 'words here'))
    expect(moved?.score).toBeLessThan(0.8)
  })

  test('is not made where nothing is much like the quote', () => {
    const finder = new ProposalFinder(turns)
    expect(finder.propose(waiting('the treasury lost half of its gold', 1, 2))).toEqual([])
    expect(finder.propose(waiting('we', 3, 0))).not.toEqual([])
    expect(finder.propose(waiting('…', 3, 0))).toEqual([])
  })

  test('may reach over the end of a turn, and never lies over another', () => {
    const claim = waiting('more than anybody before us. Who counted', 1, 10)
    const proposals = new ProposalFinder(turns).propose(claim)
    expect(proposals[0]).toMatchObject({ quote: 'more than anybody before us.\nWho counted' })
    expect(proposals.length).toBeLessThanOrEqual(3)
  })
})
