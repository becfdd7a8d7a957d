import { expect, test } from 'vitest'
import type { ParsedTurn } from '@/transcripts/model'
import { countWords } from '@/transcripts/words'
import { alignWords } from './align-words'
import { carrySpeakers } from './carry-speakers'

function turn(speaker: string | null, text: string): ParsedTurn {
  const wordStarts = text.split(' ').map((_, word) => word * 100)
  return {
    speaker,
    text,
    startMs: 0,
    endMs: wordStarts.length * 100,
    wordStarts,
    wordEnds: wordStarts.map((start) => start + 100),
    wordEstimated: wordStarts.map(() => false),
  }
}

const OLD = [
  { participantId: 'ada', text: 'did you plant nine million trees' },
  { participantId: 'bo', text: 'we did and we counted them' },
]

function carried(fresh: readonly ParsedTurn[], labels: Record<string, string> = {}) {
  const alignment = alignWords(
    OLD.map(({ text }) => text),
    fresh.map(({ text }) => text),
  )
  const old = OLD.map(({ participantId, text }) => ({ participantId, wordCount: countWords(text) }))
  return carrySpeakers(old, fresh, alignment, (label) => (label === null ? undefined : labels[label])).map(
    ({ participantId, text, wordStarts }) => [participantId, text, wordStarts[0]],
  )
}

test('a label says who speaks, whoever it was before', () => {
  expect(carried([turn('Q', 'Did you plant nine million trees? We did.')], { Q: 'cy' })).toEqual([
    ['cy', 'Did you plant nine million trees? We did.', 0],
  ])
})

test('a turn that names nobody is cut where another began to speak then', () => {
  expect(carried([turn(null, 'Did you plant nine million trees? Oh we did, and we counted them.')])).toEqual([
    ['ada', 'Did you plant nine million trees? Oh', 0],
    ['bo', 'we did, and we counted them.', 700],
  ])
})

test('words that nobody was heard to say go with those before them', () => {
  expect(carried([turn(null, 'We counted them.'), turn(null, 'Applause everywhere')])).toEqual([
    ['bo', 'We counted them.', 0],
    ['bo', 'Applause everywhere', 0],
  ])
})
