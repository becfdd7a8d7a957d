import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deriveAnchor } from '@/claims/anchor'
import { ReplacementFollower } from '@/claims/follow-replacement'
import type { ClaimPlace } from '@/claims/follow-words'
import { alignWords } from '@/transcripts/align/align-words'
import { spellingsOf } from '@/transcripts/align/tokens'
import { type Doc, withWords } from '@/transcripts/correct/document'

/** A document of turns given as `[speaker, text]`; a turn's id is its place. */
function doc(turns: readonly (readonly [speaker: string | null, text: string])[], name: string): Doc {
  return turns.map(([participantId, text], place) => {
    const words = text.split(' ').length
    const times = Array.from({ length: words }, (_, word) => ({
      startMs: place * 60_000 + word * 500,
      endMs: place * 60_000 + word * 500 + 400,
      estimated: false,
    }))
    return withWords({ id: `${name}${place}`, participantId }, text, times)
  })
}

function claimOn(before: Doc, first: [number, number], last: [number, number]): ClaimPlace {
  const selection = {
    firstTurnId: before[first[0]]?.id ?? '',
    firstWord: first[1],
    lastTurnId: before[last[0]]?.id ?? '',
    lastWord: last[1],
  }
  const turns = before.map((turn, position) => ({ ...turn, position }))
  return {
    id: 'claim',
    ...selection,
    ...deriveAnchor(turns, selection),
    needsAnchor: false,
    challengeTurnId: null,
    challengeMs: null,
  }
}

const follower = (before: Doc, after: Doc) =>
  new ReplacementFollower(
    before,
    after,
    alignWords(
      before.map(({ text }) => text),
      after.map(({ text }) => text),
    ),
  )

const spelled = (text: string) => text.split(/\s+/).flatMap(spellingsOf)

test('whatever is replaced by whatever, a claim lands only on the words of its quote, by one speaker, or waits with its quote', () => {
  const word = fc.constantFrom(
    'we',
    'We',
    'lost',
    'no',
    'jobs',
    'jobs,',
    'not',
    'well-known',
    'known',
    '–',
    'ten',
    '10',
    'um',
  )
  const text = fc.array(word, { minLength: 1, maxLength: 25 }).map((words) => words.join(' '))
  const turns = fc.array(fc.tuple(fc.constantFrom('ada', 'bo', null), text), { minLength: 1, maxLength: 5 })
  /** Most words stay, so that claims do land. */
  const edited = turns.chain((old) =>
    fc.array(fc.tuple(fc.nat(19), word), { minLength: 125, maxLength: 125 }).map((dice) => {
      let at = 0
      const fresh = old.map(([speaker, line]) => {
        const words = line.split(' ').flatMap((one) => {
          const [chance, other] = dice[at++ % 125] ?? [9, 'we']
          return chance === 0 ? [] : chance === 1 ? [other] : chance === 2 ? [one, other] : [one]
        })
        return [dice[at % 125]?.[0] === 3 ? 'cy' : speaker, words.join(' ') || 'so'] as const
      })
      return { old, fresh }
    }),
  )
  let landed = 0
  fc.assert(
    fc.property(edited, fc.nat(), fc.nat(), ({ old, fresh }, one, other) => {
      const [before, after] = [doc(old, 'old'), doc(fresh, 'new')]
      const places = before.flatMap((turn, place) =>
        Array.from({ length: turn.wordCount }, (_, at): [number, number] => [place, at]),
      )
      const [from, to] = [one % places.length, other % places.length].sort((a, b) => a - b)
      const claim = claimOn(before, places[from ?? 0] ?? [0, 0], places[to ?? 0] ?? [0, 0])
      const { place, why } = follower(before, after).land(claim)
      const positions = after.map((turn, position) => ({ ...turn, position }))
      const stands = deriveAnchor(positions, place)
      if (why !== null) {
        expect(place).toMatchObject({ needsAnchor: true, quote: claim.quote })
        return
      }
      landed += 1
      expect(place).toMatchObject({ needsAnchor: false, quote: stands.quote, startMs: stands.startMs })
      expect(spelled(place.quote)).toEqual(spelled(claim.quote))
      const speakers = (turns: Doc, first: string, last: string) =>
        new Set(
          turns
            .slice(
              turns.findIndex(({ id }) => id === first),
              turns.findIndex(({ id }) => id === last) + 1,
            )
            .map(({ participantId }) => participantId),
        )
      const was = speakers(before, claim.firstTurnId, claim.lastTurnId)
      const now = speakers(after, place.firstTurnId, place.lastTurnId)
      if (was.size === 1) expect(now.size).toBe(1)
    }),
    { numRuns: 1500 },
  )
  expect(landed).toBeGreaterThan(100)
})

describe('the reply to a claim', () => {
  const before = doc(
    [
      ['ada', 'you lost ten jobs that year'],
      ['bo', 'no I did not lose any of them ever'],
    ],
    'old',
  )

  test('keeps its second and is on the turn that has its words', () => {
    const after = doc(
      [
        ['ada', 'You lost ten jobs that year.'],
        ['bo', 'No!'],
        ['bo', 'I did not lose any of them, ever.'],
      ],
      'new',
    )
    const claim = { ...claimOn(before, [0, 0], [0, 3]), challengeTurnId: 'old1', challengeMs: 60_000 }
    expect(follower(before, after).land(claim).place).toMatchObject({
      challengeTurnId: 'new1',
      challengeMs: 60_000,
    })
    const later = { ...claim, challengeMs: 61_000 }
    expect(follower(before, after).land(later).place).toMatchObject({
      challengeTurnId: 'new2',
      challengeMs: 61_000,
    })
  })

  test('is gone where none of its words is left', () => {
    const after = doc(
      [
        ['ada', 'You lost ten jobs that year.'],
        ['bo', 'Applause'],
      ],
      'new',
    )
    const claim = { ...claimOn(before, [0, 0], [0, 3]), challengeTurnId: 'old1', challengeMs: 60_000 }
    expect(follower(before, after).land(claim).place).toMatchObject({
      challengeTurnId: null,
      challengeMs: null,
    })
  })
})
