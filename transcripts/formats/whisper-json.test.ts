import { describe, expect, it } from 'vitest'
import { sourceOf } from './source'
import { whisperJson } from './whisper-json'

const parse = (value: unknown) => {
  const source = sourceOf(JSON.stringify(value))
  expect(whisperJson.detect(source)).toBeGreaterThan(0.4)
  return whisperJson.parse(source)
}

describe('Whisper JSON', () => {
  it('reads segments in seconds', () => {
    const { cues, meta } = parse({
      language: 'english',
      text: '',
      segments: [
        { id: 0, start: 0.5, end: 2.25, text: ' Hello  there.' },
        { start: 3, end: 4, text: '  ' },
      ],
    })
    expect(cues).toEqual([{ startMs: 500, endMs: 2250, speaker: null, text: 'Hello there.' }])
    expect(meta).toEqual({ language: 'en' })
  })

  it('reads words inside segments, whatever their key, and puts pieces of a word together', () => {
    const words = [
      { word: ' An', start: 0.5, end: 0.8 },
      { text: ' all', start: 0.9, end: 1.1 },
      { word: '-female', start: 1.1, end: 1.6 },
      { word: ' team', start: 1.7, end: 2 },
    ]
    expect(parse([{ start: 0.5, end: 2, text: ' An all-female team', words }]).cues[0]?.words).toEqual([
      { text: 'An', startMs: 500, endMs: 800 },
      { text: 'all-female', startMs: 900, endMs: 1600 },
      { text: 'team', startMs: 1700, endMs: 2000 },
    ])
  })

  it('reads words beside segments', () => {
    const value = {
      segments: [
        { start: 0, end: 1, text: ' Good evening.' },
        { start: 1, end: 2, text: ' Hello.' },
      ],
      words: [
        { word: 'Good', start: 0, end: 0.4 },
        { word: 'evening.', start: 0.4, end: 0.9 },
        { word: 'Hello.', start: 1, end: 1.5 },
      ],
    }
    expect(parse(value).cues.map((cue) => cue.words?.length)).toEqual([2, 1])
  })

  it('reads speakers of segments and words, and words without a time', () => {
    const words = [
      { word: 'Yes', start: 0, end: 0.4, speaker: 'SPEAKER_00' },
      { word: '24.', speaker: 'SPEAKER_00' },
      { word: 'No.', start: 1, end: 1.5, speaker: 'SPEAKER_01' },
    ]
    const { cues } = parse({
      segments: [{ start: 0, end: 2, text: 'Yes 24. No.', speaker: 'SPEAKER_00', words }],
      word_segments: words,
    })
    expect(cues.map(({ speaker, text, startMs }) => [speaker, text, startMs])).toEqual([
      ['SPEAKER_00', 'Yes 24.', 0],
      ['SPEAKER_01', 'No.', 1000],
    ])
    expect(cues[0]?.words?.[1]).toMatchObject({ startMs: 400, estimated: true })
  })

  it('reads whisper.cpp in milliseconds', () => {
    const { cues, meta } = parse({
      result: { language: 'de' },
      transcription: [
        {
          timestamps: { from: '00:00:01,000', to: '00:00:02,500' },
          offsets: { from: 1000, to: 2500 },
          text: ' Guten Abend.',
        },
      ],
    })
    expect(cues).toEqual([{ startMs: 1000, endMs: 2500, speaker: null, text: 'Guten Abend.' }])
    expect(meta).toEqual({ language: 'de' })
  })

  it('does not use word times of another text', () => {
    expect(
      parse({ segments: [{ start: 0, end: 1, text: 'Hello', words: [{ word: 'Bye', start: 0, end: 1 }] }] })
        .cues[0]?.words,
    ).toBeUndefined()
  })

  it('lets no markup through and names the place', () => {
    const { cues, problems } = parse({
      segments: [
        { start: 0, end: 1, text: 'x <script>y</script>' },
        { end: 3, text: 'no start' },
        'no segment',
        null,
      ],
    })
    expect(cues.map((cue) => cue.text)).toEqual(['x y', 'no start'])
    expect(problems).toMatchObject([
      { code: 'markup-removed', path: 'segments[0]' },
      { code: 'missing-time', path: 'segments[1]' },
    ])
  })
})
