import { describe, expect, it } from 'vitest'
import { VERDICT_COLOURS } from '@/claims/scale/verdict-looks'
import {
  MARKS_HEIGHT,
  markAt,
  markPaths,
  placeMarks,
  type StripClaim,
  shape,
  soundPath,
  speakerLanes,
  xToMs,
} from '@/components/claims/claims-strip-geometry'

const claim = (startMs: number, more: Partial<StripClaim> = {}): StripClaim => ({
  id: `c${startMs}`,
  startMs,
  kind: 'false',
  filled: false,
  ...more,
})

describe('the strip along the recording', () => {
  it('stands claims where they were said, and never two on one another while there is room', () => {
    const marks = placeMarks([claim(30_000), claim(0), claim(30_200), claim(30_300)], 60_000, 600)
    expect(marks.map(({ x }) => Math.round(x))).toEqual([0, 300, 302, 303])
    expect(new Set(marks.slice(1).map(({ y }) => y)).size).toBe(3)
    for (const { y } of marks) {
      expect(y).toBeGreaterThan(3)
      expect(y).toBeLessThan(MARKS_HEIGHT)
    }
  })

  it('finds the mark under a pointer or a finger, and none beside it', () => {
    const marks = placeMarks([claim(10_000), claim(50_000)], 60_000, 600)
    expect(markAt(marks, 103, marks[0]?.y ?? 0)?.id).toBe('c10000')
    expect(markAt(marks, 500, MARKS_HEIGHT + 5)?.id).toBe('c50000')
    expect(markAt(marks, 300, 10)).toBeNull()
  })

  it('has an outline of its own for every verdict', () => {
    const outlines = [...VERDICT_COLOURS, 'none'].map((kind) => shape(kind, 10, 10))
    expect(new Set(outlines).size).toBe(outlines.length)
  })

  it('draws a thousand claims in as many paths as there are kinds', () => {
    const many = Array.from({ length: 1000 }, (_, index) =>
      claim(index * 100, { kind: VERDICT_COLOURS[index % 8] ?? 'none', filled: index % 3 === 0 }),
    )
    const marks = placeMarks(many, 100_000, 900)
    expect(marks).toHaveLength(1000)
    expect(markPaths(marks).length).toBeLessThanOrEqual(16)
  })

  it('gives each of the main speakers a lane, and the others the last', () => {
    const names = ['Ada', 'Bo', 'Cy', 'Di', 'Ed', 'Flo']
    const stretches = names.map((speaker, index) => ({
      speaker,
      startMs: index * 1000,
      endMs: index * 1000 + 900 - index * 100,
    }))
    const lanes = speakerLanes(stretches, 6000, { width: 60, top: 0, height: 16 })
    expect(lanes.map(({ speaker }) => speaker)).toEqual(['Ada', 'Bo', 'Cy', null])
    expect(lanes[3]?.d.match(/M/g)).toHaveLength(3)
    expect(lanes[0]?.d).toBe('M0 0h9v3h-9Z')
  })

  it('draws silence thin and the loudest as high as the strip', () => {
    const d = soundPath(Uint8Array.from([0, 255]), { width: 4, top: 0, height: 16 })
    expect(d).toBe('M0.5 7.5v1M2.5 0v16')
  })

  it('keeps a click inside the recording', () => {
    expect(xToMs(-5, 1000, 100)).toBe(0)
    expect(xToMs(105, 1000, 100)).toBe(1000)
  })
})
