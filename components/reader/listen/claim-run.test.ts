import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ClaimRun, type Heard, inOrder, type RunState } from '@/components/reader/listen/claim-run'

const THREE: Heard[] = [
  { number: 2, fromMs: 30_000, toMs: 34_000 },
  { number: 1, fromMs: 10_000, toMs: 14_000 },
  { number: 3, fromMs: 12_000, toMs: 16_000 },
]

/** A recording that plays when it is told to, and a clock that rings when it is told to. */
function listening({ claims = THREE, pauseMs = 4000 as number | null, at = 0 } = {}) {
  const shown: RunState[] = []
  const played: number[] = []
  let now = at
  let playing = false
  let waiting: { run: () => void; ms: number } | null = null
  let standing = claims
  const run = new ClaimRun({
    sound: {
      nowMs: () => now,
      playFrom: (ms) => {
        now = ms
        playing = true
        played.push(ms)
      },
      play: () => {
        playing = true
      },
      pause: () => {
        playing = false
      },
    },
    claims: () => standing,
    pauseMs: () => pauseMs,
    show: (state) => shown.push(state),
    later: (run, ms) => {
      waiting = { run, ms }
      return () => {
        waiting = null
      }
    },
  })
  return {
    run,
    shown,
    played,
    isPlaying: () => playing,
    waits: () => waiting?.ms ?? null,
    ring: () => waiting?.run(),
    reach: (ms: number) => {
      now = ms
      run.tick(ms)
    },
    filter: (left: Heard[]) => {
      standing = left
    },
  }
}

describe('the claims only', () => {
  test('go from claim to claim in the order of the recording, with a pause after each, and end after the last', () => {
    const { run, shown, played, ring, reach, waits, isPlaying } = listening()
    run.start()
    reach(14_000)
    expect(isPlaying()).toBe(true)
    reach(14_300)
    expect(run.now).toMatchObject({ phase: 'pausing', claim: { number: 1 }, last: false })
    expect([isPlaying(), waits()]).toEqual([false, 4000])
    ring()
    expect(played.at(-1)).toBe(11_750)
    reach(16_250)
    ring()
    expect(run.now).toMatchObject({ phase: 'speaking', claim: { number: 2 }, last: true })
    reach(34_250)
    ring()
    expect(run.now).toEqual({ phase: 'ended', count: 3 })
    expect([isPlaying(), waits()]).toEqual([false, null])
    expect(shown.map((state) => ('claim' in state ? state.claim.number : state.phase))).toEqual([
      1,
      1,
      3,
      3,
      2,
      2,
      'ended',
    ])
  })

  test('begin where the recording stands, and at the first claim where none is left', () => {
    const later = listening({ at: 20_000 })
    later.run.start()
    expect(later.run.now).toMatchObject({ claim: { number: 2 } })
    const over = listening({ at: 99_000 })
    over.run.start()
    expect(over.run.now).toMatchObject({ claim: { number: 1 } })
    const none = listening({ claims: [] })
    none.run.start()
    expect([none.run.now, none.isPlaying()]).toEqual([{ phase: 'off' }, false])
  })

  test('wait for the reader where they asked for that, and go on by “next” or by pressing play', () => {
    const { run, reach, waits } = listening({ pauseMs: null })
    run.start()
    reach(15_000)
    expect(waits()).toBe(null)
    expect(run.played()).toBe(true)
    expect(run.now).toMatchObject({ phase: 'speaking', claim: { number: 3 } })
    run.next()
    expect(run.now).toMatchObject({ phase: 'speaking', claim: { number: 2 } })
    expect(run.played()).toBe(false)
  })

  test('leave out what the reader filters away meanwhile', () => {
    const { run, reach, ring, filter } = listening()
    run.start()
    reach(15_000)
    filter(THREE.filter((claim) => claim.number === 2))
    ring()
    expect(run.now).toMatchObject({ claim: { number: 2 } })
  })

  test('stop when told to, also in a pause: nothing begins by itself afterwards', () => {
    const { run, reach, waits } = listening()
    run.start()
    reach(15_000)
    run.stop()
    expect([run.now.phase, waits()]).toEqual(['off', null])
  })

  test('end with the recording where a claim reaches to its end', () => {
    const { run } = listening({ at: 20_000 })
    run.start()
    run.recordingEnded()
    expect(run.now).toMatchObject({ phase: 'pausing', claim: { number: 2 } })
  })

  test('are each heard once, whatever the seconds are', () => {
    const claim = fc.record({
      number: fc.integer({ min: 1, max: 99 }),
      fromMs: fc.nat(60_000),
      long: fc.nat(9000),
    })
    fc.assert(
      fc.property(fc.uniqueArray(claim, { selector: (one) => one.number, minLength: 1 }), (built) => {
        const claims = built.map(({ number, fromMs, long }) => ({ number, fromMs, toMs: fromMs + long }))
        const { run, shown, ring, reach } = listening({ claims, at: -1 })
        run.start()
        for (let step = 0; step < claims.length; step++) {
          if (run.now.phase === 'speaking') reach(run.now.claim.toMs + 250)
          ring()
        }
        expect(run.now).toEqual({ phase: 'ended', count: claims.length })
        const heard = shown.flatMap((state) => (state.phase === 'speaking' ? state.claim.number : []))
        expect(heard).toEqual(inOrder(claims).map((one) => one.number))
      }),
    )
  })
})

describe('one claim', () => {
  test('plays its seconds and stops; playing on leaves the claim behind', () => {
    const { run, played, reach, waits, isPlaying } = listening({ at: 50_000 })
    run.hear(2)
    expect(played).toEqual([29_750])
    reach(34_250)
    expect(run.now).toMatchObject({ phase: 'pausing', alone: true })
    expect([isPlaying(), waits()]).toEqual([false, null])
    run.again()
    expect(played).toEqual([29_750, 29_750])
    reach(34_250)
    expect(run.played()).toBe(true)
    expect([run.now.phase, isPlaying()]).toEqual(['off', true])
  })
})
