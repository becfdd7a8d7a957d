import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quoteAt } from '@/claims/anchor'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildSpoken, everything } from '@/prisma/factories/correction'
import type { Step } from '@/transcripts/correction-schema'

/** The same promises as corrections.test.ts makes of the pure steps, asked of the commands and the database. */

type Stored = Awaited<ReturnType<typeof everything>>
type Spoken = Awaited<ReturnType<typeof buildSpoken>>

const act = fc.record({
  kind: fc.constantFrom('words', 'empty', 'split', 'merge', 'speaker', 'replace', 'shift', 'time'),
  a: fc.nat(100),
  b: fc.nat(100),
  text: fc.constantFrom('trees', 'we', 'nine million', ''),
})

function stepOf(
  { kind, a, b, text }: { kind: string; a: number; b: number; text: string },
  { turns }: Stored,
): Step {
  const turn = turns[a % turns.length]
  const [turnId, seen] = [turn?.id ?? '', turn?.text ?? '']
  const words = seen.split(' ')
  switch (kind) {
    case 'words':
      return { kind, turnId, seen, text: words.toSpliced(b % words.length, a % 3, text).join(' ') }
    case 'split':
      return { kind, turnId, seen, beforeWord: 1 + (b % 5), newTurnId: randomUUID() }
    case 'merge':
      return { kind, turnId, seen }
    case 'speaker': {
      const speaker =
        b % 3 === 0 ? null : { name: b % 3 === 1 ? 'Ada Quill' : 'Cleo Reed', part: 'guest' as const }
      return { kind, firstTurnId: turnId, lastTurnId: turns[b % turns.length]?.id ?? turnId, speaker }
    }
    case 'replace': {
      const find = words[b % words.length] ?? ''
      const places = turns.flatMap(({ id, text: seen }) => {
        const at = seen.indexOf(find)
        return at < 0 ? [] : [{ turnId: id, seen, ranges: [[at, at + find.length] as [number, number]] }]
      })
      return { kind, find, matchCase: true, wholeWords: false, replacement: text, places }
    }
    case 'shift':
      return { kind, byMs: a * 20 - 700 || 1 }
    case 'time':
      return { kind, turnId, seenMs: turn?.startMs ?? null, startMs: b * 90 }
    default:
      return { kind: 'words', turnId, seen, text: '' }
  }
}

function expectTrue({ turns, claims, transcript }: Stored): void {
  expect(turns.map(({ position }) => position)).toEqual(turns.map((_, index) => index))
  expect(transcript.wordCount).toBe(turns.reduce((sum, { wordCount }) => sum + wordCount, 0))
  const ends = turns.flatMap(({ endMs }) => endMs ?? [])
  expect(transcript.durationMs).toBe(ends.length === 0 ? null : Math.max(...ends))
  for (const {
    firstTurnId,
    firstWord,
    lastTurnId,
    lastWord,
    needsAnchor,
    quote,
    prefix,
    suffix,
    startMs,
    endMs,
  } of claims) {
    if (firstTurnId === null || firstWord === null || lastTurnId === null || lastWord === null)
      throw new Error('A claim on the interview’s words has lost its place.')
    const standing = quoteAt(turns, { firstTurnId, firstWord, lastTurnId, lastWord })
    expect(standing).not.toBeNull()
    if (!needsAnchor) expect(standing).toEqual({ quote, prefix, suffix, startMs, endMs })
  }
}

/** Does what can be done; a refusal with a sentence is an answer too. */
async function attempt(act: () => ReturnType<Spoken['correct']>) {
  try {
    return await act()
  } catch (error) {
    expect(error).toMatchObject({ kind: expect.stringMatching(/^(invalid|conflict)$/) })
    return null
  }
}

test('whatever is corrected and taken back, the stored transcript is whole, and an undo gives it back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 14 }), fc.nat(3), async (acts, later) => {
      const spoken = await buildSpoken()
      const { interview, correct, undo } = spoken
      await buildClaim(db(), interview, { words: { turn: 1, from: 2, to: 4 } })
      await buildClaim(db(), interview, { words: { turn: 1, from: 5, lastTurn: 2, to: 1 } })
      await buildClaim(db(), interview, { words: { turn: 3, from: 0, to: 0 } })
      const done: string[] = []
      let before = await everything(interview.id)
      for (const [n, one] of acts.entries()) {
        const result = await attempt(() => correct(stepOf(one, before)))
        if (!result) continue
        expectTrue(await everything(interview.id))
        const back = await undo(result.step.id)
        expect(await everything(interview.id)).toEqual(before)
        const again = await undo(back.step.id)
        done.push(again.step.id)
        const old = done[(one.a + later) % done.length]
        if (old && n % 4 === 3) await attempt(() => undo(old))
        before = await everything(interview.id)
        expectTrue(before)
      }
    }),
    { numRuns: 8 },
  )
}, 300_000)
