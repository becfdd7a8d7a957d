import { expect, it } from 'vitest'
import { parseTranscript } from './parse-transcript'
import { onRealFiles } from './shared-data'
import { wordsOf } from './words'

onRealFiles('real files', (read) => {
  const parse = (file: string) => {
    const parsed = parseTranscript({ bytes: read(file), fileName: file })
    const words = parsed.turns.flatMap(({ text }) =>
      wordsOf(text).map(({ start, end }) => text.slice(start, end)),
    )
    const speakers = [...new Set(parsed.turns.map((turn) => turn.speaker))].sort()
    return { ...parsed, words, speakers, codes: [...new Set(parsed.problems.map((problem) => problem.code))] }
  }

  it('both forms of automatic captions give the same words at the same times', () => {
    const once = parse('youtube-vtt/us-debate-2016-09-26.vtt')
    const rolling = parse('youtube-vtt/us-debate-2016-09-26.rolling.vtt')
    expect(once.words).toHaveLength(16_680)
    expect(rolling.words).toEqual(once.words)
    expect(rolling.turns.flatMap((turn) => turn.wordStarts)).toEqual(
      once.turns.flatMap((turn) => turn.wordStarts),
    )
    expect(once.turns.flatMap((turn) => turn.wordEstimated)).not.toContain(true)
    expect(once.codes).toEqual([])
    expect(rolling.codes).toEqual(['rolling-captions'])
  })

  it('a 5-hour file keeps its 59,475 words', () => {
    const { words, codes, turns } = parse('whisper-vtt/lex_192_large.vtt')
    expect(words).toHaveLength(59_475)
    expect(codes).toEqual([])
    expect(Math.max(...turns.map((turn) => turn.wordStarts.length))).toBeLessThanOrEqual(160)
  })

  it.each([
    ['white-house/hannity-trump-musk-2025-02-18.md', ['MR. MUSK', 'Q', 'THE PRESIDENT'], 'press-text'],
    [
      'white-house/harris-cnn-town-hall-2024-10-23.md',
      ['MR. COOPER', 'Q', 'THE VICE PRESIDENT'],
      'press-text',
    ],
    [
      'press-plain/cnn-biden-trump-2024-06-27.txt',
      ['DANA BASH', 'DONALD TRUMP', 'JAKE TAPPER', 'JOE BIDEN'],
      'press-text',
    ],
    [
      'speaker-text/us-debate-2016-09-26.txt',
      ['Donald J Trump', 'Hillary R Clinton', 'Lester Holt'],
      'press-text',
    ],
    [
      'speaker-text/us-debate-2020-09-29.txt',
      ['Chris Wallace', 'Donald J Trump', 'Joe R Biden'],
      'press-text',
    ],
    ['bracketed/jre-2219-trump.md', [null], 'timed-text'],
    ['otter/03-blogging-101.md', ['Ali', 'Emma', 'Kelly', 'Lindsey'], 'timed-text'],
    ['podcasting20/example.srt', ['Gilon', 'Sarah', 'Travis'], 'srt'],
    ['podcasting20/example.vtt', ['Gillian', 'Sarah'], 'webvtt'],
    ['whisper-json/fairfax_2026-04-14_complete.json', [null], 'whisper-json'],
    ['whisper-timestamped/words.json', [null], 'whisper-json'],
    ['podcasting20/example.json', ['Darth Vader', 'Luke'], 'podcast-json'],
    ['assemblyai/utterances.json', ['Speaker A'], 'assemblyai'],
    ['deepgram/speakers_utterances.json', ['Speaker 0', 'Speaker 1', 'Speaker 2'], 'deepgram'],
    ['deepgram/speakers_no-utterances.json', ['Speaker 0', 'Speaker 1', 'Speaker 2'], 'deepgram'],
    ['rev-ai/rev_ai_sample.json', ['Speaker 0'], 'rev-ai'],
    ['aws-transcribe/guardian_today-in-focus_speakers.json', ['spk_0', 'spk_1'], 'aws-transcribe'],
    ['podcasting20/example.html', ['Gilon', 'Sarah', 'Travis'], 'podcast-html'],
    [
      'hyperaudio-html/hyperaudio_soundcloud.html',
      ['Antis', 'Chad', 'Valentina', 'Zannah'],
      'hyperaudio-html',
    ],
    ['google-stt/gcp_punctuation.json', [null], 'google-stt'],
    ['ibm-watson/ted.json', ['Speaker 1'], 'ibm-watson'],
    ['autoedit2/ted.json', [null], 'auto-edit'],
    ['dpe-json/zuckerberg-senate-2018_2h.dpe.json', [null], 'dpe'],
    ['multilingual/arabic_auto_generated.srt', [null], 'srt'],
    ['multilingual/chinese_auto_generated.srt', [null], 'srt'],
    ['multilingual/english_captions.srt', [null], 'srt'],
    ['multilingual/japanese_auto_generated.srt', [null], 'srt'],
    ['multilingual/russian_auto_generated.srt', [null], 'srt'],
  ])('%s has its speakers and nobody else', (file, speakers, format) => {
    const parsed = parse(file)
    expect(parsed.format).toBe(format)
    expect(parsed.speakers).toEqual(speakers)
    expect(parsed.problems.filter((problem) => problem.severity === 'error')).toEqual([])
  })
})
