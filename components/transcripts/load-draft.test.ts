import { expect, test } from 'vitest'
import {
  aboutOf,
  castOf,
  changeSpeaker,
  decisionsOf,
  EMPTY_DRAFT,
  giveTurns,
  loadDraftSchema,
  speakerInTurn,
  speakersOf,
  withoutVoice,
} from '@/components/transcripts/load-draft'
import type { Preview } from '@/transcripts/preview-schema'
import { loadDecisionsSchema } from '@/transcripts/schema'

const speaker = (label: string | null, name: string, part: 'guest' | 'moderator' = 'guest') => ({
  label,
  name,
  part,
  turns: 1,
  words: 2,
  firstQuote: 'Well, then.',
})

const PREVIEW: Preview = {
  fileName: 'talk.vtt',
  bytes: 10,
  contentHash: 'a'.repeat(64),
  format: 'webvtt',
  encoding: 'utf-8',
  counts: { turns: 2, words: 4, durationMs: null, times: 'none' },
  problems: [],
  loadable: true,
  speakers: [speaker('ANA', 'Ana', 'moderator'), speaker('A. RUIZ', 'A. Ruiz'), speaker(null, '')],
  turns: [],
  proposed: { title: 'Talk', slug: 'talk-2', happenedOn: '', place: '', platform: '', language: 'en' },
  machineMade: false,
  earlier: [],
}

test('the address follows the title until somebody writes an address', () => {
  expect(aboutOf(EMPTY_DRAFT, PREVIEW).slug).toBe('talk-2')
  const retitled = { ...EMPTY_DRAFT, about: { title: 'Trees, again' } }
  expect(aboutOf(retitled, PREVIEW).slug).toBe('trees-again')
  const both = { ...EMPTY_DRAFT, about: { title: 'Trees, again', slug: 'trees' } }
  expect(aboutOf(both, PREVIEW).slug).toBe('trees')
})

test('a label given another’s name becomes the same participant, part included', () => {
  const rows = speakersOf(EMPTY_DRAFT, PREVIEW)
  const merged = changeSpeaker(EMPTY_DRAFT, rows, 1, { name: 'Ana' })
  expect(speakersOf(merged, PREVIEW)[1]).toMatchObject({ name: 'Ana', part: 'moderator', sameAs: ['ANA'] })
  const turned = changeSpeaker(merged, speakersOf(merged, PREVIEW), 1, { part: 'audience' })
  expect(speakersOf(turned, PREVIEW).map((row) => row.part)).toEqual(['audience', 'audience', 'guest'])
})

test('names given to labels survive reading the file in another format', () => {
  const draft = changeSpeaker(EMPTY_DRAFT, speakersOf(EMPTY_DRAFT, PREVIEW), 0, { name: 'Ana Ruiz' })
  const otherFormat = { ...PREVIEW, format: 'srt', speakers: [speaker('NEW', 'New'), speaker('ANA', 'Ana')] }
  expect(speakersOf(draft, otherFormat).map((row) => row.name)).toEqual(['New', 'Ana Ruiz'])
})

test('what is sent is what the server’s schema accepts, an unknown date included', () => {
  expect(loadDecisionsSchema.parse(decisionsOf(EMPTY_DRAFT, PREVIEW))).toMatchObject({
    title: 'Talk',
    happenedOn: null,
    speakers: [{ label: 'ANA' }, { label: 'A. RUIZ' }, { label: null, name: '' }],
  })
})

test('turns given to somebody stay theirs under a new name', () => {
  const voiced = { ...EMPTY_DRAFT, voices: [{ key: 'voice:1', name: 'Dana', part: 'guest' as const }] }
  const given = giveTurns(voiced, PREVIEW, { first: 0, last: 1, key: 'voice:1' })
  const both = giveTurns(given, PREVIEW, { first: 1, last: 1, key: 'label:ANA' })
  const renamed = { ...both, voices: [{ key: 'voice:1', name: 'Dana Moss', part: 'guest' as const }] }
  expect(decisionsOf(renamed, PREVIEW).runs).toEqual([
    { first: 0, last: 0, name: 'Dana Moss' },
    { first: 1, last: 1, name: 'Ana' },
  ])
  expect(speakerInTurn(renamed, PREVIEW)('A. RUIZ', 0)).toEqual({ name: 'Dana Moss', given: true })
  expect(speakerInTurn(renamed, PREVIEW)('A. RUIZ', 2)).toEqual({ name: 'A. Ruiz', given: false })
  expect(castOf(renamed, PREVIEW).map(({ name }) => name)).toEqual(['Ana', 'A. Ruiz', 'Dana Moss'])
  expect(decisionsOf(withoutVoice(renamed, 'voice:1'), PREVIEW).runs).toHaveLength(1)
})

test('another format cuts other turns, so nothing given to the old ones is sent with it', () => {
  const given = giveTurns(EMPTY_DRAFT, PREVIEW, { first: 0, last: 1, key: 'label:ANA' })
  expect(decisionsOf(given, { ...PREVIEW, format: 'srt' }).runs).toEqual([])
  expect(decisionsOf(given, PREVIEW).runs).toHaveLength(1)
})

test('what was given to a label as long as labels are is still there after a reload', () => {
  const key = `label:${'L'.repeat(500)}`
  const draft = giveTurns(EMPTY_DRAFT, PREVIEW, { first: 0, last: 1, key })
  expect(loadDraftSchema.safeParse(JSON.parse(JSON.stringify(draft)))).toMatchObject({ data: draft })
})
