import { describe, expect, it } from 'vitest'
import { cuesAsWritten } from './format'
import { sourceOf } from './source'
import { srt } from './srt'

const parse = (text: string) => srt.parse(sourceOf(text))

describe('SRT', () => {
  const numbered = (lines: string[]) =>
    lines
      .map((text, nth) => `${nth + 1}\n00:00:${10 + nth},000 --> 00:00:${10 + nth},900\n${text}\n`)
      .join('\n')

  it('reads commas and dots, with and without numbers and blank lines', () => {
    const text =
      '1\n00:00:01,500 --> 00:00:02,000\nHello\nthere\n\n00:00:03.000 --> 00:00:04.000 X1:10 X2:20\nNo number\n3\n00:00:05,000-->00:00:06,000\nNo blank line\n\n\n4\n0:00:07,5 --> 0:00:08,000\nThe year was\n1996\n'
    expect(parse(text).cues).toEqual([
      { startMs: 1500, endMs: 2000, speaker: null, text: 'Hello there', line: 2 },
      { startMs: 3000, endMs: 4000, speaker: null, text: 'No number', line: 6 },
      { startMs: 5000, endMs: 6000, speaker: null, text: 'No blank line', line: 9 },
      { startMs: 7500, endMs: 8000, speaker: null, text: 'The year was 1996', line: 14 },
    ])
    expect(parse(text).problems).toEqual([])
  })

  it('keeps a year that ends a caption of an unnumbered file', () => {
    expect(
      parse('00:01,000 --> 00:02,000\nIt was\n1996\n\n00:03,000 --> 00:04,000\nThen').cues[0]?.text,
    ).toBe('It was 1996')
  })

  it('knows decorated numbers for what they are', () => {
    const text =
      '#1\n00:00:01,000 --> 00:00:02,000\nRain\n\n#2\n00:00:03,000 --> 00:00:04,000\nand snow\n\n3.\n00:00:05,000 --> 00:00:06,000\nand 4.\n'
    expect(parse(text).cues.map((cue) => cue.text)).toEqual(['Rain', 'and snow', 'and 4.'])
    expect(parse(text).problems).toEqual([])
  })

  it('lists a caption without words, which the file has', () => {
    const text = '1\n00:00:01,000 --> 00:00:02,000\n\n2\n00:00:03,000 --> 00:00:04,000\nRain\n'
    expect(parse(text).cues.map((cue) => [cue.startMs, cue.text])).toEqual([
      [1000, ''],
      [3000, 'Rain'],
    ])
  })

  it('takes “Unknown” for somebody beside speakers with names', () => {
    const text = [
      'Ann Lee: Rain.',
      'Unknown: Snow.',
      'Tom Day: Hail.',
      'Ann Lee: Sun.',
      'Tom Day: Fog.',
      'Ann Lee: Ice.',
      'Tom Day: Dew.',
    ]
    expect(parse(numbered(text)).cues.map((cue) => cue.speaker?.split(' ')[0])).toEqual([
      'Ann',
      'Unknown',
      'Tom',
      'Ann',
      'Tom',
      'Ann',
      'Tom',
    ])
  })

  it('removes styling and overrides, and reports other markup', () => {
    const { cues, problems } = parse(
      '1\n00:00:01,000 --> 00:00:02,000\n{\\an8}{\\c&H00FFFF&}<i>Hello</i> <font color="#fff">you</font> &amp; me\n\n2\n00:00:03,000 --> 00:00:04,000\n<script src="x">bad()</script> 1 < 2\n',
    )
    expect(cues.map((cue) => cue.text)).toEqual(['Hello you & me', 'bad() 1 < 2'])
    expect(problems).toMatchObject([{ code: 'markup-removed', line: 7 }])
  })

  it('keeps the words of captions whose times cannot be read', () => {
    const { cues, problems } = parse(
      '1\n00:00:01,000 --> 00:00:02,000\nHello\n\n2\n00:xx --> 00:00:04,000\nstill said\n\n3\n00:00:05,000 --> 00:00:06,000\nbye',
    )
    expect(cues.map((cue) => [cue.startMs, cue.text])).toEqual([
      [1000, 'Hello'],
      [null, 'still said'],
      [5000, 'bye'],
    ])
    expect(problems).toMatchObject([{ code: 'bad-time', line: 6 }])
  })

  it.each([
    ['a colon before the milliseconds', '1\n00:00:01:500 --> 00:00:02:000\nHello'],
    ['spaces inside', '1\n00: 00: 01, 500 --> 00: 00: 02, 000\nHello'],
    ['one digit each', '1\n0:0:1,5 --> 0:0:2,0\nHello'],
    ['no hours', '1\n00:01,500 --> 00:02,000\nHello'],
    ['microseconds', '1\n00:00:01,500000 --> 00:00:02,000000\nHello'],
    ['a short arrow', '1\n00:00:01,500 -> 00:00:02,000\nHello'],
    ['a long arrow', '1\n00:00:01,500 ---> 00:00:02,000\nHello'],
    ['an arrow that a word processor made', '1\n00:00:01,500 –> 00:00:02,000\nHello'],
    ['the number on the same line', '1 00:00:01,500 --> 00:00:02,000\nHello'],
    ['the text on the same line', '1\n00:00:01,500 --> 00:00:02,000 Hello'],
    ['old line ends and a mark', '\ufeff1\r00:00:01,500 --> 00:00:02,000\rHello\r'],
  ])('reads times with %s', (_what, text) => {
    expect(srt.detect(sourceOf(text))).toBeGreaterThan(0.5)
    expect(parse(text).cues.map((cue) => [cue.startMs, cue.endMs, cue.text])).toEqual([[1500, 2000, 'Hello']])
    expect(parse(text).problems).toEqual([])
  })

  it('keeps an arrow that is no time as text', () => {
    expect(parse('1\n00:00:01,000 --> 00:00:02,000\ngo a --> b\n').cues.map((cue) => cue.text)).toEqual([
      'go a --> b',
    ])
  })

  it('breaks lines and hides comments as players do', () => {
    expect(parse('1\n00:00:01,000 --> 00:00:02,000\n{y:i}one\\Ntwo\\hthree {kept}').cues[0]?.text).toBe(
      'one two three {kept}',
    )
  })

  it('takes two people in one caption apart for turns, and lists the caption as it is', () => {
    const { cues } = parse('1\n00:00:01,000 --> 00:00:02,000\n- Ready?\n- Yes.\n')
    expect(cues.map((cue) => [cue.text, cue.startsTurn])).toEqual([
      ['Ready?', true],
      ['Yes.', true],
    ])
    expect(cuesAsWritten(cues).map((cue) => cue.text)).toEqual(['- Ready? - Yes.'])
  })

  it('lets a name speak until the next one', () => {
    const { cues } = parse(
      numbered([
        'Sarah: Welcome back.',
        'Today it is rain.',
        'Tom: Rain: again?',
        'So it seems.',
        'Sarah: Yes.',
        'Tom: No.',
        'Sarah: Yes.',
        'Tom: No.',
      ]),
    )
    expect(cues.map((cue) => cue.speaker)).toEqual([
      'Sarah',
      'Sarah',
      'Tom',
      'Tom',
      'Sarah',
      'Tom',
      'Sarah',
      'Tom',
    ])
    expect(cues[2]?.text).toBe('Rain: again?')
  })

  it('takes neither a credit nor a sentence for a speaker', () => {
    const { cues } = parse(
      numbered([
        'Subtitles by: Somebody',
        'Hello.',
        'He said this: we won.',
        'Remember: it rains.',
        'So: we go.',
        'So: we stay.',
        'So: we wait.',
      ]),
    )
    expect(new Set(cues.map((cue) => cue.speaker))).toEqual(new Set([null]))
    expect(cues[0]?.text).toBe('Subtitles by: Somebody')
  })

  it('gives rolling captions once', () => {
    const { cues, problems } = parse(
      numbered(['one two', 'one two\nthree four', 'three four\nfive six', 'five six\nseven', 'seven\neight']),
    )
    expect(cues.map((cue) => cue.text).join(' ')).toBe('one two three four five six seven eight')
    expect(problems.map((problem) => problem.code)).toEqual(['rolling-captions'])
  })
})
