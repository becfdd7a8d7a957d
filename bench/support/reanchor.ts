import { randomUUID } from 'node:crypto'
import { deriveAnchor } from '@/claims/anchor'
import { type ClaimPlace, WordFollower } from '@/claims/follow-words'
import { applyStep } from '@/transcripts/correct/apply-step'
import { type Doc, withWords } from '@/transcripts/correct/document'
import type { ParsedTranscript } from '@/transcripts/model'
import { inTurns } from './measure'

/** How long claims take to follow their words where their quotes are whole: milliseconds a claim, for several steps. */

export type Reanchored = { step: string; msEach: number; intact: number }

export async function reanchor(parsed: ParsedTranscript, count: number): Promise<Reanchored[]> {
  const before = docOf(parsed)
  const claims = claimsOn(before, count)
  const first = before[0]
  if (!first) throw new Error('The transcript has no turns.')
  const steps = {
    'a word more in the first turn': applyStep(before, {
      kind: 'words',
      turnId: first.id,
      seen: first.text,
      text: `Well ${first.text}`,
    }),
    'all times moved by a second': applyStep(before, { kind: 'shift', byMs: 1000 }),
  }
  const results: Reanchored[] = []
  for (const [step, after] of Object.entries(steps)) {
    let intact = 0
    const follow = () => {
      const follower = new WordFollower({
        before,
        after: after.turns,
        words: after.words,
        ...(after.moveMs ? { moveMs: after.moveMs } : {}),
      })
      intact = claims.filter((claim) => !follower.follow(claim).needsAnchor).length
    }
    const [ms = Number.NaN] = await inTurns([follow], { rounds: 21, warmUp: 3 })
    results.push({ step, msEach: ms / claims.length, intact })
  }
  return results
}

function docOf({ turns }: ParsedTranscript): Doc {
  return turns.map(({ text, wordStarts, wordEnds, wordEstimated }) =>
    withWords(
      { id: randomUUID(), participantId: null },
      text,
      wordStarts.map((startMs, word) => ({
        startMs,
        endMs: wordEnds[word] ?? startMs,
        estimated: wordEstimated[word] ?? false,
      })),
    ),
  )
}

/** Claims of about twelve words, spread over the transcript; every other one goes over to the next turn. */
function claimsOn(doc: Doc, count: number): ClaimPlace[] {
  return Array.from({ length: count }, (_, number) => {
    const index = 1 + (number % (doc.length - 2))
    const turn = doc[index]
    const next = doc[index + 1]
    if (!turn || !next) throw new Error('The transcript is too short.')
    const over = number % 2 === 1
    const firstWord = over ? Math.max(0, turn.wordCount - 6) : (number * 7) % Math.max(1, turn.wordCount - 12)
    const lastTurn = over ? next : turn
    const lastWord = Math.min(lastTurn.wordCount - 1, over ? 5 : firstWord + 11)
    const selection = { firstTurnId: turn.id, firstWord, lastTurnId: lastTurn.id, lastWord }
    const around = doc.slice(index - 1, index + 3).map((one, at) => ({ ...one, position: index - 1 + at }))
    return {
      id: randomUUID(),
      ...selection,
      ...deriveAnchor(around, selection),
      needsAnchor: false,
      challengeTurnId: null,
      challengeMs: null,
    }
  })
}
