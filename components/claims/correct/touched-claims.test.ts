import { expect, it } from 'vitest'
import { sampleClaim } from '@/components/claims/claim-sample'
import { touchedClaims } from '@/components/claims/correct/touched-claims'
import { transcriptWords } from '@/components/transcripts/word-cursor'
import { findInTurns } from '@/transcripts/find-in-turns'

const turns = [
  { id: 'a', text: 'The tide was high and the tide was cold.' },
  { id: 'b', text: 'Which tide?' },
]
const claim = (number: number, turn: string, firstWord: number, lastWord: number) =>
  sampleClaim({
    id: String(number),
    number,
    anchor: { firstTurnId: turn, firstWord, lastTurnId: turn, lastWord },
  })
const find = { find: 'tide', matchCase: false, wholeWords: true }

it('only claims whose quote holds a place are named before anything is replaced', () => {
  const words = transcriptWords(turns)
  const claims = [claim(1, 'a', 0, 1), claim(2, 'a', 2, 5), claim(3, 'b', 0, 0), claim(4, 'b', 0, 1)]
  const touched = touchedClaims(words, claims, findInTurns(turns, find))
  expect(touched.map(({ number }) => number)).toEqual([1, 4])
})

it('a claim over several turns is touched in each of them', () => {
  const words = transcriptWords(turns)
  const over = sampleClaim({ anchor: { firstTurnId: 'a', firstWord: 8, lastTurnId: 'b', lastWord: 1 } })
  expect(touchedClaims(words, [over], findInTurns(turns.slice(1), find))).toHaveLength(1)
  expect(touchedClaims(words, [over], findInTurns(turns.slice(0, 1), find))).toHaveLength(0)
})
