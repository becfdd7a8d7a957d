import { describe, expect, it } from 'vitest'
import { sourceOf } from './source'
import { timedText } from './timed-text'

const parse = (text: string) =>
  timedText.parse(sourceOf(text)).cues.map(({ startMs, speaker, text }) => [startMs, speaker, text])
const detect = (text: string) => timedText.detect(sourceOf(text))

describe('text with times', () => {
  it.each([
    [
      'minutes, then hours',
      '# A talk\n# https://example.org/x\n\n[00:01] Hello\n[59:59] still\n[01:00:02] here',
      [
        [1000, null, 'Hello'],
        [3_599_000, null, 'still'],
        [3_602_000, null, 'here'],
      ],
    ],
    [
      'name and time',
      '**Anna** [00:00]\nHello.\n\n**Tom** [0:23]\nHi.\nYou?',
      [
        [0, 'Anna', 'Hello.'],
        [23_000, 'Tom', 'Hi.'],
        [null, 'Tom', 'You?'],
      ],
    ],
    [
      'name and time in one line',
      'Anna Berg (01:02:03): Hello.\nTom Reed (01:02:09): Hi.',
      [
        [3_723_000, 'Anna Berg', 'Hello.'],
        [3_729_000, 'Tom Reed', 'Hi.'],
      ],
    ],
    [
      'name, gap, time',
      'Anna Berg  0:00\nHello.\n\nTom Reed  1:05\nHi.',
      [
        [0, 'Anna Berg', 'Hello.'],
        [65_000, 'Tom Reed', 'Hi.'],
      ],
    ],
    [
      'time and label',
      '[00:12] Anna: Hello: you\n[00:14] Tom: Hi.\n[00:15] Anna: So.\n[00:16] Tom: So?',
      [
        [12_000, 'Anna', 'Hello: you'],
        [14_000, 'Tom', 'Hi.'],
        [15_000, 'Anna', 'So.'],
        [16_000, 'Tom', 'So?'],
      ],
    ],
    [
      'time alone',
      '00:01\nHello.\n\n00:05:02.5\nHi.\nyou',
      [
        [1000, null, 'Hello.'],
        [302_500, null, 'Hi.'],
        [null, null, 'you'],
      ],
    ],
    [
      'time, tab, name',
      '00:00:13\tANNA\nHello.\n\n00:00:20\tTOM\nHi.',
      [
        [13_000, 'ANNA', 'Hello.'],
        [20_000, 'TOM', 'Hi.'],
      ],
    ],
    [
      'time, tab, text',
      '00:00:13\tHello there, you.\n00:00:20\tHi.',
      [
        [13_000, null, 'Hello there, you.'],
        [20_000, null, 'Hi.'],
      ],
    ],
    [
      'bold',
      '**[00:12] SPEAKER_00:** Hello.\n**[00:14] SPEAKER_01:** Hi.',
      [
        [12_000, 'SPEAKER_00', 'Hello.'],
        [14_000, 'SPEAKER_01', 'Hi.'],
      ],
    ],
    [
      'at',
      '@1:02:03\nHello.\n@1:02:05 Hi.',
      [
        [3_723_000, null, 'Hello.'],
        [3_725_000, null, 'Hi.'],
      ],
    ],
  ])('%s', (_form, text, expected) => {
    expect(detect(text)).toBeGreaterThan(0.6)
    expect(parse(text)).toEqual(expected)
  })

  it('reads bare times where most lines begin with one', () => {
    expect(parse('0:05 so we\n0:09 went there\n1:00:02 and stayed')).toEqual([
      [5000, null, 'so we'],
      [9000, null, 'went there'],
      [3_602_000, null, 'and stayed'],
    ])
  })

  it('reads the end of a range', () => {
    expect(timedText.parse(sourceOf('[00:00:01.000 --> 00:00:02.500]  Hello')).cues[0]).toMatchObject({
      startMs: 1000,
      endMs: 2500,
    })
  })

  it('does not take the time of day for a time of the recording', () => {
    expect(detect('Town Hall\n\n9:00 P.M. EDT\n\nANNA: It was 10:30 when we left.\n\nTOM: No, 11:15.')).toBe(
      0,
    )
    expect(detect('ANNA: Hello.\n'.repeat(50))).toBe(0)
  })

  it('leaves out what stands above the first time, and says so', () => {
    const { cues, problems } = timedText.parse(sourceOf('A conversation\n\n[00:01] Hello\n[00:02] you'))
    expect(cues.map((cue) => cue.text)).toEqual(['Hello', 'you'])
    expect(problems).toMatchObject([{ code: 'heading-left-out', line: 1 }])
  })
})
