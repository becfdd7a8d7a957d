import { expect, test } from 'vitest'
import type { ParsedTurn } from '@/transcripts/model'
import { nameFromLabel, namesAPerson, planParticipants, speakersOf } from '@/transcripts/speakers'
import { countWords } from '@/transcripts/words'

function turn(speaker: string | null, text: string): ParsedTurn {
  return { speaker, text, startMs: null, endMs: null, wordStarts: [], wordEnds: [], wordEstimated: [] }
}

test('each speaker is found once, with their turns, words and first words', () => {
  const found = speakersOf(
    [
      turn('ANA', 'Good evening.'),
      turn('BO', 'Thank you for having me.'),
      turn('ANA', 'So.'),
      turn(null, '(Laughs.)'),
    ],
    countWords,
  )
  expect(found).toEqual([
    { label: 'ANA', turns: 2, words: 3, firstQuote: 'Good evening.' },
    { label: 'BO', turns: 1, words: 5, firstQuote: 'Thank you for having me.' },
    { label: null, turns: 1, words: 1, firstQuote: '(Laughs.)' },
  ])
})

test('two labels with one name are one participant', () => {
  expect(
    planParticipants([
      { label: 'ANA RUIZ, HOST', name: 'Ana Ruiz', part: 'interviewer' },
      { label: 'RUIZ', name: 'Ana Ruiz', part: 'guest' },
      { label: null, name: '', part: 'guest' },
    ]),
  ).toEqual([{ name: 'Ana Ruiz', part: 'interviewer', labels: ['ANA RUIZ, HOST', 'RUIZ'] }])
})

test.each([
  ['ANA RUIZ', 'Ana Ruiz'],
  ['MR. O’NEIL', 'Mr. O’Neil'],
  ['JEAN-LUC', 'Jean-Luc'],
  ['Ana McRuiz', 'Ana McRuiz'],
  ['Q', 'Q'],
  ['SPEAKER_00', 'Speaker 00'],
])('a shouted label becomes a name: %s', (label, name) => {
  expect(nameFromLabel(label)).toBe(name)
})

test.each([
  'Speaker 1',
  'SPEAKER_00',
  'Q',
  'Audience member',
  'Unidentified male',
  'Reporter 2',
  'Unknown speaker',
])('%s names nobody, so it is nobody’s page', (name) => {
  expect(namesAPerson(name, 'guest')).toBe(false)
})

test.each(['Ana Ruiz', 'Speakerman Jones', 'Reportero Gomez', 'Mr. Q. Adams'])(
  '%s names a person',
  (name) => {
    expect(namesAPerson(name, 'guest')).toBe(true)
  },
)

test('somebody in the audience gets no page of their own', () => {
  expect(namesAPerson('Ana Ruiz', 'audience')).toBe(false)
})
