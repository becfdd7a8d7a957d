// Longer than most files: one small file of each recogniser, beside what must be read in it.
import { describe, expect, it } from 'vitest'
import { detectFormat } from '@/transcripts/detect'
import { sourceOf } from './source'

/** Exports of recognisers as their documentation shows them, in words of our own. */

function read(value: unknown) {
  const source = sourceOf(JSON.stringify(value), 'a.json')
  const format = detectFormat(source)?.format
  const { cues, problems } = format?.parse(source) ?? { cues: [], problems: [] }
  return {
    format: format?.id,
    cues: cues.map(({ startMs, endMs, speaker, text }) => [startMs, endMs, speaker, text]),
    words: cues.map((cue) => cue.words?.map((word) => [word.text, word.startMs, word.endMs])),
    codes: problems.map((problem) => problem.code),
  }
}

const timed = (text: string, start: number, end: number, more: object = {}) => ({ text, start, end, ...more })
const word = (text: string, start: number, end: number, more: object = {}) => ({
  word: text,
  start,
  end,
  ...more,
})
const words = [
  ['Rain', 100, 400],
  ['again.', 400, 900],
]

describe('recognisers', () => {
  it('AssemblyAI: sentences, paragraphs and bare utterances have their words', () => {
    const spoken = timed('Rain again.', 100, 900, {
      confidence: 0.9,
      speaker: 'A',
      words: [timed('Rain', 100, 400, { confidence: 1 }), timed('again.', 400, 900, { confidence: 1 })],
    })
    for (const value of [
      { audio_duration: 2, sentences: [spoken] },
      { audio_duration: 2, paragraphs: [spoken] },
      [spoken],
    ])
      expect(read(value)).toMatchObject({
        format: 'assemblyai',
        cues: [[100, 900, 'Speaker A', 'Rain again.']],
        words: [words],
      })
  })

  it('AWS: a channel a person, and call analytics', () => {
    const item = (content: string, start: string, end: string, channel: string) => ({
      type: 'pronunciation',
      start_time: start,
      end_time: end,
      channel_label: channel,
      alternatives: [{ content }],
    })
    const items = [item('Rain', '0.1', '0.4', 'ch_0'), item('Again', '1.0', '1.5', 'ch_1')]
    expect(read({ results: { transcripts: [], items } }).cues).toEqual([
      [100, 400, 'ch_0', 'Rain'],
      [1000, 1500, 'ch_1', 'Again'],
    ])
    const call = {
      ParticipantRole: 'AGENT',
      BeginOffsetMillis: 100,
      EndOffsetMillis: 900,
      Content: 'Rain again.',
    }
    expect(read({ JobName: 'x', Transcript: [call] })).toMatchObject({
      format: 'aws-transcribe',
      cues: [[100, 900, 'AGENT', 'Rain again.']],
    })
  })

  it('Google: names with underscores, a batch of the second version, results without words', () => {
    const seconds = { start_time: { seconds: 1 }, end_time: { seconds: 1, nanos: 500_000_000 }, word: 'rain' }
    expect(read({ results: [{ alternatives: [{ transcript: 'rain', words: [seconds] }] }] }).words).toEqual([
      [['rain', 1000, 1500]],
    ])
    const spoken = { startOffset: '0.200s', endOffset: '0.500s', word: 'rain', speakerLabel: '1' }
    const transcript = { results: [{ alternatives: [{ transcript: 'rain', words: [spoken] }] }] }
    expect(read({ results: { 'bucket/a.wav': { transcript } } })).toMatchObject({
      format: 'google-stt',
      cues: [[200, 500, 'Speaker 1', 'rain']],
    })
    const results = [
      { alternatives: [{ transcript: 'rain' }], resultEndTime: '2.5s' },
      { alternatives: [{ transcript: ' again' }], resultEndTime: '4s' },
    ]
    expect(read({ results }).cues).toEqual([
      [0, 2500, null, 'rain'],
      [2500, 4000, null, 'again'],
    ])
  })

  it('Rev: speakers by name, and the clock times of transcripts made by people', () => {
    const text = { type: 'text', value: 'Rain.', ts: 0.1, end_ts: 0.4 }
    expect(
      read({ speakers: [{ id: 0, name: 'Ann Lee' }], monologues: [{ speaker: 0, elements: [text] }] }).cues,
    ).toEqual([[100, 400, 'Ann Lee', 'Rain.']])
    const clock = { type: 'text', value: 'Rain.', timestamp: '00:00:01,200', end_timestamp: '00:00:03,000' }
    expect(read({ monologues: [{ speaker: 1, speaker_name: 'Tom', elements: [clock] }] }).cues).toEqual([
      [1200, 3000, 'Tom', 'Rain.'],
    ])
  })

  it('Azure: ticks of a batch, milliseconds of the fast way', () => {
    const tick = 10_000
    const shown = (displayText: string, from: number, to: number) => ({
      displayText,
      offsetInTicks: from * tick,
      durationInTicks: (to - from) * tick,
    })
    const phrase = {
      recognitionStatus: 'Success',
      speaker: 1,
      offsetInTicks: 100 * tick,
      durationInTicks: 800 * tick,
      nBest: [{ display: 'Rain again.', displayWords: [shown('Rain', 100, 400), shown('again.', 400, 900)] }],
    }
    const expected = {
      format: 'azure-speech',
      cues: [[100, 900, 'Speaker 1', 'Rain again.']],
      words: [words],
    }
    expect(read({ recognizedPhrases: [phrase] })).toMatchObject(expected)
    const quick = (text: string, from: number, to: number) => ({
      text,
      offsetMilliseconds: from,
      durationMilliseconds: to - from,
    })
    const fast = {
      ...quick('Rain again.', 100, 900),
      speaker: 1,
      words: [quick('Rain', 100, 400), quick('again.', 400, 900)],
    }
    expect(read({ phrases: [fast] })).toMatchObject(expected)
  })

  it('ElevenLabs: spaces are entries, signs without space are one word', () => {
    const part = (text: string, start: number, end: number, type: string, speaker = 'speaker_0') => ({
      text,
      start,
      end,
      type,
      speaker_id: speaker,
    })
    const value = {
      language_code: 'en',
      text: 'Rain again. (laughs)',
      words: [
        part('Rain', 0.1, 0.4, 'word'),
        part(' ', 0.4, 0.4, 'spacing'),
        part('again', 0.4, 0.8, 'word'),
        part('.', 0.8, 0.9, 'word'),
        part('(laughs)', 1, 2, 'audio_event', 'speaker_1'),
      ],
    }
    expect(read(value)).toMatchObject({
      format: 'elevenlabs',
      cues: [
        [100, 900, 'speaker_0', 'Rain again.'],
        [1000, 2000, 'speaker_1', '(laughs)'],
      ],
    })
  })

  it('Gladia and Vosk', () => {
    const utterance = {
      text: 'Rain again.',
      start: 0.1,
      end: 0.9,
      speaker: 0,
      words: [word(' Rain', 0.1, 0.4), word(' again.', 0.4, 0.9)],
    }
    const transcription = { full_transcript: 'Rain again.', utterances: [utterance] }
    for (const value of [{ transcription }, { status: 'done', result: { transcription } }])
      expect(read(value)).toMatchObject({
        format: 'gladia',
        cues: [[100, 900, 'Speaker 0', 'Rain again.']],
        words: [words],
      })
    const result = [word('rain', 0.1, 0.4, { conf: 1 }), word('again', 0.4, 0.9, { conf: 1 })]
    for (const value of [{ result, text: 'rain again' }, [{ text: '' }, { result, text: 'rain again' }]])
      expect(read(value)).toMatchObject({ format: 'vosk', cues: [[100, 900, null, 'rain again']] })
  })

  it('Deepgram: a channel a person; Sonix: parts with their words', () => {
    const utterances = [
      { start: 0.1, end: 0.9, channel: 0, transcript: 'Rain again.' },
      { start: 1, end: 1.5, channel: 1, transcript: 'Yes.' },
    ]
    expect(read({ results: { channels: [{}, {}], utterances } }).cues).toEqual([
      [100, 900, 'Channel 1', 'Rain again.'],
      [1000, 1500, 'Channel 2', 'Yes.'],
    ])
    const part = (text: string, from: number, to: number) => ({ text, start_time: from, end_time: to })
    const spoken = [part('Rain', 0.1, 0.4), part(' again.', 0.4, 0.9)]
    const transcript = [{ speaker: 'Ann', start_time: 0.1, end_time: 0.9, words: spoken }]
    expect(read({ name: 'Weather', transcript })).toMatchObject({
      format: 'sonix',
      cues: [[100, 900, 'Ann', 'Rain again.']],
      words: [words],
    })
  })

  it('captions of the video platform in its own JSON', () => {
    const events = [
      { tStartMs: 0, dDurationMs: 9000, id: 1 },
      { tStartMs: 100, dDurationMs: 800, segs: [{ utf8: 'Rain' }, { utf8: ' again.', tOffsetMs: 300 }] },
      { tStartMs: 800, aAppend: 1, segs: [{ utf8: '\n' }] },
    ]
    expect(read({ events })).toMatchObject({
      format: 'youtube-json',
      cues: [[100, 900, null, 'Rain again.']],
    })
  })

  it('Whisper: pieces of whisper.cpp, chunks of transformers, words without the marks of the text', () => {
    const token = (text: string, from: number, to: number) => ({ text, offsets: { from, to } })
    const tokens = [
      token('[_BEG_]', 0, 0),
      token(' Rain', 100, 400),
      token(' ag', 400, 600),
      token('ain', 600, 800),
      token('.', 800, 900),
    ]
    expect(
      read({ transcription: [{ offsets: { from: 100, to: 900 }, text: ' Rain again.', tokens }] }).words,
    ).toEqual([words])
    const chunks = [
      { timestamp: [0.1, 0.4], text: ' Rain' },
      { timestamp: [0.4, 0.9], text: ' again.' },
    ]
    for (const value of [{ text: ' Rain again.', chunks }, chunks])
      expect(read(value)).toMatchObject({ format: 'whisper-json', words: [words] })
    const segments = [timed(' Rain again.', 0, 1, { id: 0 })]
    expect(read({ segments, words: [word('Rain', 0.1, 0.4), word('again', 0.4, 0.9)] }).words).toEqual([
      words,
    ])
  })

  it('does not take other words for marks', () => {
    const segments = [timed('Rain, or snow.', 0, 1)]
    expect(read({ segments, words: [word('Rain', 0, 0.4), word('snow', 0.4, 0.9)] }).words).toEqual([
      undefined,
    ])
  })
})

describe('captions as a JSON list', () => {
  const texts = ['Rain and <i>more</i>\nrain', 'Ann: and snow']
  const cues = [
    [1000, 3000, null, 'Rain and more rain'],
    [3500, 6000, null, 'Ann: and snow'],
  ]
  const [a, b] = texts
  it.each([
    ['milliseconds', [timed(a ?? '', 1000, 3000), timed(b ?? '', 3500, 6000)]],
    ['seconds', [timed(a ?? '', 1.0, 3.0), timed(b ?? '', 3.5, 6)]],
    [
      'cues of a subtitle tool',
      [a, b].map((text, n) => ({
        type: 'cue',
        data: { ...timed(text ?? '', n ? 3500 : 1000, n ? 6000 : 3000), settings: '' },
      })),
    ],
    [
      'starts and durations',
      [
        { text: a, start: 1, duration: 2 },
        { text: b, start: 3.5, duration: 2.5 },
      ],
    ],
    [
      'offsets and durations',
      [
        { text: a, offset: 1000, duration: 2000 },
        { text: b, offset: 3500, duration: 2500 },
      ],
    ],
  ])('is read: %s', (_what, value) => {
    expect(read(value)).toMatchObject({ format: 'caption-list-json', cues })
  })

  it('never takes milliseconds for seconds where segments hold them', () => {
    const segments = [timed('Rain and more rain', 1000, 3000), timed('and snow', 3500, 6000)]
    expect(read({ segments })).toMatchObject({
      cues: [
        [1000, 3000, null, 'Rain and more rain'],
        [3500, 6000, null, 'and snow'],
      ],
      codes: ['times-in-milliseconds'],
    })
  })

  it('of Podlove has names and milliseconds', () => {
    const turn = {
      start: '00:00:01.000',
      start_ms: 1000,
      end_ms: 3000,
      speaker: '3',
      voice: 'Ann',
      text: 'Rain.',
    }
    expect(read([turn])).toMatchObject({ format: 'speaker-turns', cues: [[1000, 3000, 'Ann', 'Rain.']] })
  })
})
