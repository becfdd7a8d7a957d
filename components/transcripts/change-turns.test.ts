import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changeTurns, type TurnChanges } from '@/components/transcripts/change-turns'
import type { ShownTurn } from '@/components/transcripts/turn-row'
import { transcriptWords } from '@/components/transcripts/word-cursor'

const turn = (id: string, text = id): ShownTurn => ({ id, speaker: null, text, startMs: null })

/** A page without a browser: the words are what counts, and which turns were touched. */
function pageOf(turns: readonly ShownTurn[]) {
  const words = transcriptWords(turns)
  const touched: string[] = []
  const note = (what: string, id: string | undefined) => touched.push(`${what} ${id}`)
  return {
    words,
    touched,
    replaceTurn(at: number, next: ShownTurn) {
      note('replace', next.id)
      words.replace(at, next)
    },
    insertTurn(at: number, next: ShownTurn) {
      note('insert', next.id)
      words.insert(at, next)
    },
    removeTurn(at: number) {
      note('remove', words.turns[at]?.id)
      words.remove(at)
    },
  }
}

it('one turn with other words touches that turn alone, and said again touches nothing', () => {
  const page = pageOf(['a', 'b', 'c'].map((id) => turn(id)))
  const changes: TurnChanges = { changed: [{ ...turn('b', 'other'), afterId: 'a' }], removed: [] }
  expect(changeTurns(page, changes)).toBe(true)
  expect(changeTurns(page, changes)).toBe(true)
  expect(page.touched).toEqual(['replace b'])
  expect(page.words.turns.map(({ text }) => text)).toEqual(['a', 'other', 'c'])
})

it('says that it missed something where a turn follows one that it does not have', () => {
  const page = pageOf([turn('a')])
  expect(changeTurns(page, { changed: [{ ...turn('c'), afterId: 'b' }], removed: [] })).toBe(false)
})

it('says so where a turn would have to change places, which no correction does', () => {
  const page = pageOf([turn('a'), turn('b'), turn('c')])
  expect(changeTurns(page, { changed: [{ ...turn('c'), afterId: 'a' }], removed: [] })).toBe(false)
})

it('the page is what the transcript is, whatever came, went or changed', () => {
  const text = fc.constantFrom('x', 'y')
  /** Turns as they were, and for each what became of it and which new ones stand before it. */
  const history = fc.array(
    fc.record({ was: text, is: fc.option(text), before: fc.array(text, { maxLength: 3 }) }),
    { maxLength: 10 },
  )
  fc.assert(
    fc.property(history, (steps) => {
      const before = steps.map(({ was }, at) => turn(`old${at}`, was))
      const after = steps.flatMap(({ is, before: came }, at) => [
        ...came.map((one, index) => turn(`new${at}.${index}`, one)),
        ...(is === null ? [] : [turn(`old${at}`, is)]),
      ])
      const page = pageOf(before)
      const afterOf = (turns: readonly ShownTurn[], at: number) => turns[at - 1]?.id ?? null
      // All that are new or differ, as the server says it.
      const changed = after.flatMap((one, at) => {
        const was = before.find(({ id }) => id === one.id)
        return was?.text === one.text ? [] : [{ ...one, afterId: afterOf(after, at) }]
      })
      const now = new Set(after.map(({ id }) => id))
      const removed = before.filter(({ id }) => !now.has(id)).map(({ id }) => id)
      expect(changeTurns(page, { changed, removed })).toBe(true)
      expect(page.words.turns.map(({ id, text: said }) => `${id}${said}`)).toEqual(
        after.map(({ id, text: said }) => `${id}${said}`),
      )
    }),
    { numRuns: 1000 },
  )
})

it('reading the whole transcript again mends a page in whatever state it is', () => {
  const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { maxLength: 10 })
  const transcript = ids.chain((order) =>
    fc.tuple(...order.map((id) => fc.constantFrom('x', 'y').map((said) => turn(id, said)))),
  )
  fc.assert(
    fc.property(transcript, transcript, (before, after) => {
      const page = pageOf(before)
      const now = new Set(after.map(({ id }) => id))
      const changed = after.map((one, at) => ({ ...one, afterId: after[at - 1]?.id ?? null }))
      const removed = before.map(({ id }) => id).filter((id) => !now.has(id))
      expect(changeTurns(page, { changed, removed, whole: true })).toBe(true)
      expect(page.words.turns.map(({ id, text }) => `${id}${text}`)).toEqual(
        after.map(({ id, text }) => `${id}${text}`),
      )
    }),
    { numRuns: 1000 },
  )
})
