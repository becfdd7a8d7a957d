import { describe, expect, it } from 'vitest'
import { parseTranscript } from '@/transcripts/parse-transcript'

const parse = (content: unknown) => {
  const bytes = new TextEncoder().encode(JSON.stringify(content))
  const { format, cues } = parseTranscript({ bytes, fileName: 'x.json' })
  return [format, ...cues.map(({ speaker, startMs, endMs, text }) => [speaker, startMs, endMs, text])]
}
const hello = [null, 500, 1400, 'Hello, you.']

describe('recognisers of the cloud and of newsrooms', () => {
  it('Google, with both ways to write a time', () => {
    const words = [
      { word: 'Hello,', startTime: { nanos: 500000000 }, endTime: { nanos: 900000000 } },
      { word: 'you.', startTime: { seconds: '1' }, endTime: { seconds: '1', nanos: 400000000 } },
    ]
    const rest = [
      { word: 'Hello,', startOffset: '0.500s', endOffset: '0.9s' },
      { word: 'you.', startOffset: '1s', endOffset: '1.400s' },
    ]
    const result = (spoken: object[]) => ({ alternatives: [{ transcript: ' Hello, you.', words: spoken }] })
    expect(parse({ results: [result(words)] })).toEqual(['google-stt', hello])
    expect(parse({ response: { results: [result(rest)] } })).toEqual(['google-stt', hello])
  })

  it('Google with speakers, where the last result repeats all words', () => {
    const word = (text: string, at: number, speakerTag: number) => ({
      word: text,
      startTime: `${at}s`,
      endTime: `${at + 1}s`,
      speakerTag,
    })
    const first = {
      alternatives: [{ transcript: 'Hello Yes', words: [word('Hello', 1, 0), word('Yes', 2, 0)] }],
    }
    const last = { alternatives: [{ words: [word('Hello', 1, 1), word('Yes', 2, 2)] }] }
    expect(parse({ results: [first, last] })).toEqual([
      'google-stt',
      ['Speaker 1', 1000, 2000, 'Hello'],
      ['Speaker 2', 2000, 3000, 'Yes'],
    ])
  })

  it('IBM Watson, results within results or not, with and without speakers', () => {
    const results = [
      {
        alternatives: [
          {
            transcript: 'hello you ',
            timestamps: [
              ['hello', 0.5, 0.9],
              ['you', 1, 1.4],
            ],
          },
        ],
      },
    ]
    expect(parse({ results })).toEqual(['ibm-watson', [null, 500, 1400, 'hello you']])
    const speaker_labels = [
      { from: 0.5, to: 0.9, speaker: 0 },
      { from: 1, to: 1.4, speaker: 1 },
    ]
    expect(parse({ results: [{ results, speaker_labels }] })).toEqual([
      'ibm-watson',
      ['Speaker 0', 500, 900, 'hello'],
      ['Speaker 1', 1000, 1400, 'you'],
    ])
  })

  it('Speechmatics in its first and second version', () => {
    const words = [
      { name: 'Hello', time: '0.50', duration: '0.40' },
      { name: '.', time: '0.90', duration: '0.02' },
      { name: 'Yes', time: '1.00', duration: '0.40' },
    ]
    const speakers = [
      { name: 'F1', time: '0.50', duration: '0.5' },
      { name: 'M2', time: '1.00', duration: '1' },
    ]
    const expected = ['speechmatics', ['F1', 500, 900, 'Hello.'], ['M2', 1000, 1400, 'Yes']]
    expect(parse({ words, speakers })).toEqual(expected)
    const entry = (type: string, start_time: number, end_time: number, content: string, speaker: string) => ({
      type,
      start_time,
      end_time,
      alternatives: [{ content, speaker }],
    })
    const results = [
      entry('word', 0.5, 0.9, 'Hello', 'F1'),
      entry('punctuation', 0.9, 0.9, '.', 'F1'),
      entry('word', 1, 1.4, 'Yes', 'M2'),
    ]
    expect(parse({ format: '2.9', results })).toEqual(expected)
  })

  it('BBC Kaldi', () => {
    const words = [
      { start: 0.5, end: 0.9, word: 'hello', punct: 'Hello,' },
      { start: 1, end: 1.4, word: 'you', punct: 'you.' },
    ]
    const segments = [{ start: 0, duration: 2, speaker: { '@id': 'S3' } }]
    expect(parse({ retval: { words, segmentation: { segments } } })).toEqual([
      'bbc-kaldi',
      ['S3', 500, 1400, 'Hello, you.'],
    ])
  })

  it('autoEdit', () => {
    const line = [
      { text: 'Hello,', startTime: 0.5, endTime: 0.9 },
      { text: 'you.', startTime: 1, endTime: 1.4 },
    ]
    expect(parse({ text: [{ speaker: 'Unnamed Speaker', paragraph: [{ line }] }] })).toEqual([
      'auto-edit',
      hello,
    ])
  })

  it('digital paper edit', () => {
    const words = [
      { start: 0.5, end: 0.9, text: 'Hello,' },
      { start: 1, end: 1.4, text: 'you.' },
      { start: 2, end: 2.4, text: 'Yes.' },
    ]
    const paragraphs = [
      { start: 0.5, end: 1.4, speaker: 'U_UKN' },
      { start: 2, end: 2.4, speaker: 'Ann' },
    ]
    expect(parse({ words, paragraphs })).toEqual(['dpe', hello, ['Ann', 2000, 2400, 'Yes.']])
  })
})
