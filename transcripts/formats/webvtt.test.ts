import { describe, expect, it } from 'vitest'
import { wordsOfCue } from './caption-words'
import { sourceOf } from './source'
import { webvtt } from './webvtt'

const parse = (text: string) => webvtt.parse(sourceOf(text))
const texts = (text: string) => parse(text).cues.map((cue) => cue.text)
const codes = (text: string) => parse(text).problems.map((problem) => problem.code)
const one = (payload: string) => parse(`WEBVTT\n\n00:01.000 --> 00:02.000\n${payload}\n`).cues

describe('WebVTT', () => {
  it('reads times with and without hours, ids, settings and any line end', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const lines = [
        'WEBVTT - a title',
        'Language: en-GB',
        '',
        'intro',
        '00:01.500 --> 00:02.000 align:start position:0%',
        'Hello',
        'there',
        '',
        '100:00:03.000\t-->\t100:00:04.250',
        'later',
        '',
      ]
      const { cues, meta, problems } = parse(lines.join(end))
      expect(cues).toEqual([
        { startMs: 1500, endMs: 2000, speaker: null, text: 'Hello there', line: 5 },
        { startMs: 360_003_000, endMs: 360_004_250, speaker: null, text: 'later', line: 9 },
      ])
      expect(meta).toEqual({ language: 'en-GB' })
      expect(problems).toEqual([])
    }
  })

  it('skips notes, styles and regions, also before the first cue', () => {
    const text =
      'WEBVTT\n\nNOTE made by hand\nover two lines\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\n00:01.000 --> 00:02.000\nHello\n\nNOTE\n\n00:03.000 --> 00:04.000\nagain'
    expect(texts(text)).toEqual(['Hello', 'again'])
    expect(codes(text)).toEqual([])
  })

  it('lets an arrow end a cue and begin the next, as the rules say', () => {
    expect(texts('WEBVTT\n00:01.000 --> 00:02.000\nfirst\n00:03.000 --> 00:04.000\nsecond')).toEqual([
      'first',
      'second',
    ])
    expect(codes('WEBVTT\n\n00:01.000 --> 00:02.000\nfirst\nsee --> there\nlost\n\n')).toEqual(['bad-time'])
  })

  it('knows voices, closed or not, with classes and entities', () => {
    expect(one('<v.loud.big Ann &amp; Bob>Hello <i>you</i>\n<v Cara>and you</v> all')).toMatchObject([
      { speaker: 'Ann & Bob', text: 'Hello you' },
      { speaker: 'Cara', text: 'and you' },
      { speaker: 'Ann & Bob', text: 'all' },
    ])
  })

  it('removes tags and decodes references once', () => {
    expect(
      one(
        '<c.yellow.bg_blue>a</c> &lt;b&gt; <b>c</b>&nbsp;<ruby>d<rt>e</rt></ruby> &amp;lt; &#x201C;f&#8221; &unknown; g&lrm;',
      )[0]?.text,
    ).toBe('a <b> c de &lt; “f” &unknown; g\u200e')
  })

  it('keeps the words of unknown markup, and says so', () => {
    const { cues, problems } = parse('WEBVTT\n\n00:01.000 --> 00:02.000\nx <script>alert(1)</script> y\n')
    expect(cues[0]?.text).toBe('x alert(1) y')
    expect(problems[0]).toMatchObject({ code: 'markup-removed', line: 4 })
  })

  it('gives words the times that stand inside a cue', () => {
    const [cue] = one('so <00:00:01.200>we <00:00:01.600>be<00:00:01.700>gin now')
    expect(cue && wordsOfCue(cue)).toEqual([
      { text: 'so', startMs: 1000, endMs: 1200 },
      { text: 'we', startMs: 1200, endMs: 1570 },
      { text: 'begin', startMs: 1600, endMs: expect.any(Number) },
      { text: 'now', startMs: 1700, endMs: 2000 },
    ])
  })

  it.each([
    ['text-after-signature', 'WEBVTTmade by a tool\n\n00:01.000 --> 00:02.000\nHello\n'],
    ['no-signature', '00:01.000 --> 00:02.000\nHello\n'],
    ['text-outside-cue', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n\nand this is lost\n'],
    ['truncated-file', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n\n00:03.000 --> 00:0'],
  ])('reads on and reports: %s', (code, text) => {
    expect(texts(text)).toEqual(['Hello'])
    expect(codes(text)).toEqual([code])
  })

  it('reads times that are all written in one other way, and no others', () => {
    const commas =
      'WEBVTT\n\n1\n00:00:01,500 --> 00:00:02,000\nHello\n\n2\n01:00:03,000 --> 01:00:04,250\nthere\n'
    expect(parse(commas).cues.map((cue) => [cue.startMs, cue.endMs, cue.text])).toEqual([
      [1500, 2000, 'Hello'],
      [3_603_000, 3_604_250, 'there'],
    ])
    expect(codes(commas)).toEqual(['lenient-time', 'lenient-time'])
    const mixed = commas.replace('02,000', '02.00')
    expect(texts(mixed)).toEqual([])
    expect(codes(mixed)).toEqual(['bad-time', 'bad-time'])
  })

  it('takes one-digit hours as the rules do', () => {
    expect(parse('WEBVTT\n\n1:00:01.000 --> 1:00:02.000\nHello').cues[0]?.startMs).toBe(3_601_000)
    expect(codes('WEBVTT\n\n1:00:01.000 --> 1:00:02.000\nHello')).toEqual([])
  })

  it('understands speakers written into the text', () => {
    const cue = (second: number, text: string) => `00:0${second}.000 --> 00:0${second}.900\n${text}\n\n`
    const { cues } = parse(
      `WEBVTT\n\n${cue(1, '&gt;&gt; ANNA BERG: Hello.')}${cue(2, 'How are you?')}${cue(3, '&gt;&gt; TOM REED: Fine.')}${cue(4, '&gt;&gt; And you?')}${cue(5, '- Me?\n- Yes.')}`,
    )
    expect(cues.map(({ speaker, text, startsTurn }) => [speaker, text, startsTurn ?? false])).toEqual([
      ['ANNA BERG', 'Hello.', true],
      ['ANNA BERG', 'How are you?', false],
      ['TOM REED', 'Fine.', true],
      [null, 'And you?', true],
      [null, 'Me?', true],
      [null, 'Yes.', true],
    ])
  })
})
