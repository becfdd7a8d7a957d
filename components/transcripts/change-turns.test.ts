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

it('the page is what the transcript is, whatever came, went, moved or changed', () => {
  const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { maxLength: 10 })
  const transcript = ids.chain((order) =>
    fc.tuple(...order.map((id) => fc.constantFrom('x', 'y').map((text) => turn(id, text)))),
  )
  fc.assert(
    fc.property(transcript, transcript, (before, after) => {
      const page = pageOf(before)
      const now = new Set(after.map(({ id }) => id))
      // All that differ, and those that now stand after another turn: as the server says it.
      const afterOf = (turns: readonly ShownTurn[], at: number) => turns[at - 1]?.id ?? null
      const changed = after.flatMap((one, at) => {
        const was = before.findIndex(({ id }) => id === one.id)
        const stays =
          was >= 0 && before[was]?.text === one.text && afterOf(before, was) === afterOf(after, at)
        return stays ? [] : [{ ...one, afterId: afterOf(after, at) }]
      })
      const removed = before.filter(({ id }) => !now.has(id)).map(({ id }) => id)
      expect(changeTurns(page, { changed, removed })).toBe(true)
      expect(page.words.turns.map(({ id, text }) => `${id}${text}`)).toEqual(
        after.map(({ id, text }) => `${id}${text}`),
      )
    }),
  )
})
