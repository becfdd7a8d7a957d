import { expect, it } from 'vitest'
import { PeakGatherer } from '@/components/transcripts/player/peaks'

const tone = (length: number, level: number) => new Float32Array(length).fill(level)

it('keeps where it was loud, whatever pieces the recording came in', () => {
  const whole = new PeakGatherer(10)
  whole.add(tone(500, 0.1))
  whole.add(tone(500, -0.5))
  const pieces = new PeakGatherer(10)
  for (const length of [7, 493, 250, 250]) pieces.add(tone(length, length === 250 ? -0.5 : 0.1))
  expect(pieces.result(10)).toEqual(whole.result(10))
  expect([...(whole.result(10) ?? [])]).toEqual([51, 51, 51, 51, 51, 255, 255, 255, 255, 255])
})

it('stretches a short recording over all places and draws none for silence', () => {
  const short = new PeakGatherer(10)
  short.add(tone(15, 1))
  expect([...(short.result(4) ?? [])]).toEqual([255, 255, 255, 255])
  const silent = new PeakGatherer(10)
  silent.add(tone(100, 0))
  expect(silent.result()).toBeNull()
})
