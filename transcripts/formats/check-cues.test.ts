import { describe, expect, it } from 'vitest'
import { checkCues } from './check-cues'
import type { ParsedCue } from './format'
import { ProblemList } from './problem-list'

const check = (cues: ParsedCue[]) => {
  const problems = new ProblemList()
  checkCues(cues, problems)
  return problems.list()
}
const cue = (startMs: number, endMs: number, text = 'a few words of speech', line = 7): ParsedCue => ({
  startMs,
  endMs,
  speaker: null,
  text,
  line,
})

describe('checks of cues', () => {
  it('have nothing to say of a sound file', () => {
    expect(check([cue(0, 2000), cue(2000, 4000), cue(4001, 7000)])).toEqual([])
  })

  it.each([
    ['no-cues', 'error', []],
    ['cue-ends-before-it-starts', 'warning', [cue(5000, 4000)]],
    ['cue-ends-before-it-starts', 'warning', [cue(5000, 5000)]],
    ['cues-out-of-order', 'warning', [cue(5000, 7000, 'x', 1), cue(1000, 3000)]],
    ['cues-overlap', 'info', [cue(1000, 5000, 'x', 1), cue(2000, 6000)]],
    ['too-many-words-a-second', 'warning', [cue(1000, 1200)]],
    ['duration-beyond-reason', 'error', [cue(90_000_000, 90_002_000)]],
  ] as const)('report %s', (code, severity, cues) => {
    const problems = check([...cues])
    expect(problems.map((problem) => [problem.code, problem.severity])).toEqual([[code, severity]])
    expect(problems[0]?.line).toBe(severity === 'error' ? null : 7)
  })

  it('refuse a whole file that is read in the wrong unit', () => {
    const seconds = Array.from({ length: 40 }, (_, nth) => cue(nth * 4, nth * 4 + 4))
    expect(
      check(seconds)
        .filter((problem) => problem.severity === 'error')
        .map((problem) => problem.code),
    ).toEqual(['pace-beyond-speech'])
  })

  it('show the first twenty of a kind and count the rest', () => {
    const problems = check(Array.from({ length: 1500 }, (_, nth) => cue(nth * 9000, nth * 9000, 'word')))
    expect(problems).toHaveLength(21)
    expect(problems.at(-1)?.message).toContain('1,480 more')
  })
})
