import { describe, expect, it } from 'vitest'
import { wordsOfCue } from './caption-words'
import type { ParsedCue } from './format'
import { sourceOf } from './source'
import { youtubeVtt } from './youtube-vtt'

const wordsOf = (cue: ParsedCue | undefined) => cue && wordsOfCue(cue)

const once = `WEBVTT
Kind: captions
Language: en

00:00:01.000 --> 00:00:03.010 align:start position:0%
we<00:00:01.400><c> will</c><00:00:01.800><c> build</c></c>

00:00:03.010 --> 00:00:05.010 align:start position:0%
two<00:00:03.500><c> bridges</c></c>

00:00:05.010 --> 00:00:06.000 align:start position:0%
yes</c>

00:00:06.000 --> 00:00:07.000 align:start position:0%
yes</c>
`

const rolling = `WEBVTT
Kind: captions
Language: en

00:00:01.000 --> 00:00:03.000 align:start position:0%
 
we<00:00:01.400><c> will</c><00:00:01.800><c> build</c>

00:00:03.000 --> 00:00:03.010 align:start position:0%
we will build
 

00:00:03.010 --> 00:00:05.000 align:start position:0%
we will build
two<00:00:03.500><c> bridges</c>

00:00:05.000 --> 00:00:05.010 align:start position:0%
two bridges
 

00:00:05.010 --> 00:00:05.990 align:start position:0%
two bridges
yes

00:00:05.990 --> 00:00:06.000 align:start position:0%
yes
 

00:00:06.000 --> 00:00:07.000 align:start position:0%
yes
yes
`

describe('automatic captions', () => {
  it('are recognised by their word times', () => {
    expect(youtubeVtt.detect(sourceOf(once))).toBe(1)
    expect(youtubeVtt.detect(sourceOf('WEBVTT\n\n00:01.000 --> 00:02.000\nHello'))).toBe(0)
  })

  it.each([
    ['once', once],
    ['rolling', rolling],
  ])('give each spoken word once, lines written %s', (_form, text) => {
    const { cues, meta } = youtubeVtt.parse(sourceOf(text))
    expect(cues.map((cue) => cue.text)).toEqual(['we will build', 'two bridges', 'yes', 'yes'])
    expect(wordsOf(cues[0])?.map((word) => word.startMs)).toEqual([1000, 1400, 1800])
    expect(meta).toEqual({ language: 'en' })
  })

  it('do not let a word last through the pause behind it', () => {
    const [cue] = youtubeVtt.parse(sourceOf(once)).cues
    expect(wordsOf(cue)?.[2]).toEqual({ text: 'build', startMs: 1800, endMs: 2350 })
  })
})
