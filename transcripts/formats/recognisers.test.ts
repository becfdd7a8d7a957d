import { describe, expect, it } from 'vitest'
import { parseTranscript } from '@/transcripts/parse-transcript'

const parse = (content: unknown) => {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  const { format, cues, meta, problems } = parseTranscript({
    bytes: new TextEncoder().encode(text),
    fileName: 'x',
  })
  return {
    format,
    meta,
    codes: problems.map((problem) => problem.code),
    cues: cues.map(({ speaker, startMs, endMs, text }) => [speaker, startMs, endMs, text]),
    words: cues.map((cue) => cue.words?.map((word) => [word.startMs, word.endMs])),
  }
}
const words = [
  { word: 'hello', punctuated_word: 'Hello,', start: 0.5, end: 0.9, speaker: 0 },
  { word: 'you', punctuated_word: 'you.', start: 1, end: 1.4, speaker: 0 },
  { word: 'yes', punctuated_word: 'Yes.', start: 2, end: 2.5, speaker: 1 },
]

describe('recognisers and small formats', () => {
  it('SBV', () => {
    expect(
      parse('0:00:00.599,0:00:04.160\nHello[br]you\n\n0:00:04.160,0:00:06.000\n<i>Bye</i>\n'),
    ).toMatchObject({
      format: 'sbv',
      cues: [
        [null, 599, 4160, 'Hello you'],
        [null, 4160, 6000, 'Bye'],
      ],
      codes: [],
    })
  })

  it('Podcasting 2.0 JSON names a speaker only where it changes', () => {
    const segments = [
      { speaker: 'Ann', startTime: 0.5, endTime: 1, body: 'Hello' },
      { startTime: 1, endTime: 2, body: 'you.' },
      { speaker: 'Tom', startTime: 2, endTime: 3, body: 'Hi.' },
    ]
    expect(parse({ version: '1.0.0', segments })).toMatchObject({
      format: 'podcast-json',
      cues: [
        ['Ann', 500, 1000, 'Hello'],
        ['Ann', 1000, 2000, 'you.'],
        ['Tom', 2000, 3000, 'Hi.'],
      ],
    })
  })

  it('Podcasting 2.0 JSON of careless tools is read: no end, a blank speaker, numbers as text, tags and entities', () => {
    const segments = [
      { speaker: 'Ann', body: ' Rain ' },
      { speaker: '', startTime: '1.5', body: 'you &amp; <b>me</b>\nhere' },
    ]
    expect(parse({ version: '1.0.0', segments })).toMatchObject({
      format: 'podcast-json',
      cues: [
        ['Ann', null, null, 'Rain'],
        ['Ann', 1500, null, 'you & me here'],
      ],
    })
    expect(parse({ version: '1.0.0', segments: [] }).format).toBe('podcast-json')
  })

  it('AssemblyAI counts in milliseconds', () => {
    const spoken = [
      { text: 'Hello,', start: 500, end: 900 },
      { text: 'you.', start: 1000, end: 1400 },
    ]
    expect(
      parse({
        language_code: 'en_us',
        utterances: [{ speaker: 'A', start: 500, end: 1400, text: 'Hello, you.', words: spoken }],
      }),
    ).toMatchObject({
      format: 'assemblyai',
      meta: { language: 'en-us' },
      cues: [['Speaker A', 500, 1400, 'Hello, you.']],
      words: [
        [
          [500, 900],
          [1000, 1400],
        ],
      ],
    })
    expect(parse({ language_code: 'en', words: spoken })).toMatchObject({
      format: 'assemblyai',
      cues: [[null, 500, 1400, 'Hello, you.']],
    })
  })

  it('Deepgram with and without utterances', () => {
    expect(parse({ results: { channels: [{ alternatives: [{ words }] }] } })).toMatchObject({
      format: 'deepgram',
      cues: [
        ['Speaker 0', 500, 1400, 'Hello, you.'],
        ['Speaker 1', 2000, 2500, 'Yes.'],
      ],
      words: [
        [
          [500, 900],
          [1000, 1400],
        ],
        [[2000, 2500]],
      ],
    })
    expect(
      parse({
        results: {
          utterances: [{ start: 2, end: 2.5, transcript: 'Yes.', speaker: 1, words: words.slice(2) }],
          channels: [],
        },
      }),
    ).toMatchObject({ cues: [['Speaker 1', 2000, 2500, 'Yes.']] })
  })

  it('Rev.ai puts punctuation to its word', () => {
    const elements = [
      { type: 'text', value: 'Hello', ts: 0.5, end_ts: 0.9 },
      { type: 'punct', value: ', ' },
      { type: 'text', value: 'you', ts: 1, end_ts: 1.4 },
      { type: 'punct', value: '.' },
    ]
    expect(parse({ monologues: [{ speaker: 1, elements }] })).toMatchObject({
      format: 'rev-ai',
      cues: [['Speaker 1', 500, 1400, 'Hello, you.']],
      words: [
        [
          [500, 900],
          [1000, 1400],
        ],
      ],
    })
  })

  it('AWS Transcribe writes seconds as text and speakers apart', () => {
    const item = (content: string, start: string, end: string) => ({
      type: 'pronunciation',
      start_time: start,
      end_time: end,
      alternatives: [{ content }],
    })
    const items = [
      item('Hello', '0.5', '0.9'),
      { type: 'punctuation', alternatives: [{ content: '.' }] },
      item('Yes', '2.0', '2.5'),
    ]
    const segments = [
      { start_time: '0.4', end_time: '1.0', speaker_label: 'spk_0' },
      { start_time: '1.9', end_time: '2.6', speaker_label: 'spk_1' },
    ]
    expect(parse({ results: { items, speaker_labels: { segments } } })).toMatchObject({
      format: 'aws-transcribe',
      cues: [
        ['spk_0', 500, 900, 'Hello.'],
        ['spk_1', 2000, 2500, 'Yes'],
      ],
    })
  })

  it('speaker turns in seconds, or in milliseconds where that is how people speak', () => {
    const turn = (start: number, end: number) => ({
      speaker: 'Ann',
      start,
      end,
      text: 'a few words of speech',
    })
    expect(parse([turn(1, 3)])).toMatchObject({
      format: 'speaker-turns',
      cues: [['Ann', 1000, 3000, 'a few words of speech']],
      codes: [],
    })
    expect(parse({ title: 'Council', turns: [turn(1000, 3000), turn(3000, 5000)] })).toMatchObject({
      meta: { title: 'Council' },
      cues: [
        ['Ann', 1000, 3000, expect.any(String)],
        ['Ann', 3000, 5000, expect.any(String)],
      ],
      codes: ['times-in-milliseconds'],
    })
  })

  it('speaker turns from 0 to 0 have no time', () => {
    const turn = (start: number, end: number, text: string) => ({ speaker: 'Ann', start, end, text })
    expect(parse([turn(0, 2.5, 'one'), turn(0, 0, 'two'), turn(3, 4, 'three')])).toMatchObject({
      cues: [
        ['Ann', 0, 2500, 'one'],
        ['Ann', null, null, 'two'],
        ['Ann', 3000, 4000, 'three'],
      ],
    })
  })
})
