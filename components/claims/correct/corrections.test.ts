// Longer than most files: one class whose promises share a server that is told what to answer.
import { describe, expect, it } from 'vitest'
import type { CorrectionResult } from '@/claims/views'
import { Corrections } from '@/components/claims/correct/corrections'
import { draftStore } from '@/components/claims/drafts'
import type { ActionResult } from '@/platform/action-result'
import type { CorrectTranscript } from '@/transcripts/correction-schema'

const STEP = {
  number: 1,
  kind: 'words',
  summary: 'Changed a word',
  by: 'Ada',
  byMe: true,
  at: '2026-03-04T08:00:00.000Z',
  undoes: null,
  undone: false,
  undo: { allowed: true },
} as const

function shelf() {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size
    },
  }
}

/** A browser with one transcript, and a server that does what it is told: `answers` says how the next steps end. */
function desk(storage = shelf()) {
  const texts = new Map([
    ['a', 'One two.'],
    ['b', 'Three four.'],
  ])
  const server = new Map(texts)
  const sent: CorrectTranscript[] = []
  const answers: ('done' | 'lost' | 'unreached' | 'conflict' | 'invalid')[] = []
  const refuse = (kind: string): ActionResult<CorrectionResult> => ({
    ok: false,
    error: { kind, message: 'No.', fields: {} },
  })
  const result = (id: string): CorrectionResult => ({
    revision: 1,
    step: { ...STEP, id },
    turns: { changed: [], removed: [] },
    claims: [],
    background: [],
    participants: [],
  })
  const corrections = new Corrections({
    interviewId: 'i',
    store: draftStore(storage, 'm'),
    async correct(input) {
      const asked: CorrectTranscript = input
      sent.push(asked)
      const answer = answers.shift() ?? 'done'
      if (answer === 'unreached') throw new TypeError('fetch failed')
      if (answer === 'conflict' || answer === 'invalid') return refuse(answer)
      if (asked.step.kind === 'words') server.set(asked.step.turnId, asked.step.text)
      if (answer === 'lost') throw new TypeError('fetch failed')
      return { ok: true, value: result(asked.stepId) }
    },
    undo: async ({ stepId }) => ({ ok: true, value: result(stepId) }),
    textOf: (turnId) => texts.get(turnId) ?? null,
    took() {
      for (const [turnId, text] of server) texts.set(turnId, text)
    },
    async catchUp() {
      for (const [turnId, text] of server) texts.set(turnId, text)
    },
    later: () => () => {},
  })
  return { corrections, texts, server, sent, answers, storage }
}

describe('words typed into a turn', () => {
  it('are saved with what their writer saw, and kept in the browser no longer than that', async () => {
    const { corrections, sent, storage } = desk()
    corrections.type('a', 'One  three. ')
    corrections.keepAll()
    expect(storage.kept.size).toBe(1)
    expect(corrections.state().kind).toBe('waiting')
    expect(await corrections.save('a')).toBe(true)
    expect(sent[0]?.step).toEqual({ kind: 'words', turnId: 'a', seen: 'One two.', text: 'One three.' })
    expect(storage.kept.size).toBe(0)
    expect(corrections.state().kind).toBe('saved')
  })

  it('are not sent where nothing changed', async () => {
    const { corrections, sent } = desk()
    corrections.type('a', 'One two!')
    corrections.type('a', ' One two. ')
    expect(await corrections.save('a')).toBe(true)
    expect(sent).toEqual([])
  })

  it('outlive the page, and are sent under the same id once the server is there', async () => {
    const first = desk()
    first.answers.push('unreached')
    first.corrections.type('a', 'One three.')
    expect(await first.corrections.save('a')).toBe(false)
    expect(first.corrections.state().kind).toBe('offline')

    const next = desk(first.storage)
    expect(next.corrections.restore()).toEqual(['a'])
    expect(next.corrections.draft('a')?.text).toBe('One three.')
    await next.corrections.flush()
    expect(next.sent[0]?.stepId).toBe(first.sent[0]?.stepId)
    expect(next.corrections.unsaved()).toEqual([])
  })

  it('that were half typed wait for their writer after the page is loaded again', async () => {
    const first = desk()
    first.corrections.type('a', 'One th')
    first.corrections.keepAll()
    const next = desk(first.storage)
    next.corrections.restore()
    await next.corrections.flush()
    expect(next.sent).toEqual([])
    expect(next.corrections.draft('a')?.text).toBe('One th')
  })

  it('of two people are both kept, and neither is sent over the other', async () => {
    const { corrections, texts, server, sent, answers } = desk()
    corrections.type('a', 'One three.')
    server.set('a', 'One five.')
    answers.push('conflict')
    expect(await corrections.save('a')).toBe(false)
    expect(corrections.standing('a')).toBe('conflict')
    expect(corrections.draft('a')?.text).toBe('One three.')
    expect(texts.get('a')).toBe('One five.')
    expect(await corrections.save('a')).toBe(false)
    expect(sent).toHaveLength(1)

    expect(await corrections.choose('a', 'One three.')).toBe(true)
    expect(sent[1]?.step).toMatchObject({ seen: 'One five.', text: 'One three.' })
  })

  it('go on from what the server has where only its answer was lost', async () => {
    const { corrections, sent, answers, texts, server } = desk()
    answers.push('lost')
    corrections.type('a', 'One three.')
    await corrections.save('a')
    corrections.type('a', 'One three. More')
    for (const [turnId, text] of server) texts.set(turnId, text)
    corrections.settleAll()
    expect(corrections.standing('a')).toBe('unsent')
    expect(await corrections.save('a')).toBe(true)
    expect(sent[1]?.step).toMatchObject({ seen: 'One three.', text: 'One three. More' })
    expect(sent[1]?.stepId).not.toBe(sent[0]?.stepId)
  })

  it('are kept where the server refuses them, with its reason', async () => {
    const { corrections, answers } = desk()
    answers.push('invalid')
    corrections.type('a', '')
    expect(await corrections.save('a')).toBe(false)
    expect(corrections.error('a')?.message).toBe('No.')
    expect(corrections.state()).toEqual({ kind: 'refused', reason: 'No.' })
    corrections.type('a', 'One')
    expect(corrections.error('a')).toBeUndefined()
  })

  it('into a turn that a colleague took out are not lost', async () => {
    const { corrections, texts, sent } = desk()
    corrections.type('a', 'One three.')
    texts.delete('a')
    expect(corrections.standing('a')).toBe('gone')
    expect(await corrections.save('a')).toBe(false)
    expect(sent).toEqual([])
    expect(corrections.draft('a')?.text).toBe('One three.')
  })
})

it('steps reach the server one after another, in the order they were asked for', async () => {
  const { corrections, sent } = desk()
  corrections.type('a', 'One three.')
  const done = [
    corrections.save('a'),
    corrections.step({ kind: 'shift', byMs: 5 }),
    corrections.step({ kind: 'shift', byMs: 6 }),
  ]
  expect(corrections.state().kind).toBe('saving')
  await Promise.all(done)
  expect(sent.map(({ step }) => step.kind)).toEqual(['words', 'shift', 'shift'])
})
