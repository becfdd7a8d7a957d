import { type ListedWord, textOfWords } from './align-words'
import type { Format, FormatResult, ParsedCue } from './format'
import { isRecord, listOf, looksLikeJson, numberOf, secondsOf, speakerOf, textOf } from './json-source'
import { languageTag } from './language-tag'
import { ProblemList } from './problem-list'
import { cueOfSegment, type Segment, segmentsOfWords } from './segments'
import { unitOfTimes } from './time-unit'

/**
 * Whisper and its relatives: OpenAI verbose JSON (`segments`, seconds; `words` beside or inside them), faster-whisper
 * and stable-ts (`words` in segments), whisper.cpp (`transcription[].offsets`, milliseconds), WhisperX (`speaker` on
 * segments and words, some words without times), whisper-timestamped (`text` for `word`), transformers
 * (`chunks[{timestamp: [start, end], text}]`).
 */
export const whisperJson: Format = {
  id: 'whisper-json',
  label: 'Whisper JSON',
  extensions: ['json'],
  detect(source) {
    if (!looksLikeJson(source.head)) return 0
    const reading = source.json()
    if (!reading.ok) return 0
    const { value } = reading
    const cpp = listOf(value, 'transcription')?.find(isRecord)
    if (cpp && (isRecord(cpp.offsets) || isRecord(cpp.timestamps))) return 0.97
    const chunk = (Array.isArray(value) ? value : listOf(value, 'chunks'))?.find(isRecord)
    if (chunk && 'text' in chunk && listOf(chunk, 'timestamp')) return 0.9
    const list = Array.isArray(value) ? value : listOf(value, 'segments')
    const first = list?.find(isRecord)
    if (first && 'start' in first && 'end' in first && ('text' in first || 'words' in first)) {
      if (!Array.isArray(value)) return 0.9
      return 'seek' in first || 'avg_logprob' in first || ('words' in first && !('speaker' in first))
        ? 0.9
        : 0.5
    }
    const word = (listOf(value, 'words') ?? listOf(value, 'word_segments'))?.find(isRecord)
    return word && 'word' in word && 'start' in word ? 0.8 : 0
  },
  parse(source) {
    const reading = source.json()
    if (!reading.ok) return { cues: [], problems: [reading.problem] }
    return parseWhisper(reading.value)
  },
}

function parseWhisper(value: unknown): FormatResult {
  const problems = new ProblemList()
  const cpp = listOf(value, 'transcription')
  const chunks = Array.isArray(value) && listOf(value[0], 'timestamp') ? value : listOf(value, 'chunks')
  const segments = cpp ? cpp.map(cppSegment) : chunks ? chunksOf(chunks) : segmentsOf(value, problems)
  const cues: ParsedCue[] = []
  for (const segment of segments.flatMap(splitBySpeaker)) {
    const cue = cueOfSegment(segment, problems)
    if (cue === null) continue
    if (cue.startMs === null) {
      problems.add(
        'missing-time',
        'warning',
        'A segment has no start; its words take the time of their neighbours.',
        segment,
      )
    }
    cues.push(cue)
  }
  const result = cpp && isRecord(value) ? value.result : value
  const language = languageTag(textOf(result, 'language'))
  return { cues, meta: language ? { language } : {}, problems: problems.list() }
}

function segmentsOf(value: unknown, problems: ProblemList): Segment[] {
  const list = Array.isArray(value) ? value : (listOf(value, 'segments') ?? [])
  const perSecond = unitOfTimes(list, problems) / 1000
  const segments = list.map((entry, index): Segment => {
    const words = (listOf(entry, 'words') ?? []).filter(isRecord).map(wordOf)
    return {
      text: textOf(entry, 'text') ?? textOfWords(words),
      startMs: scaled(secondsOf(entry, 'start'), perSecond),
      endMs: scaled(secondsOf(entry, 'end'), perSecond),
      speaker: speakerOf(entry, 'speaker'),
      words,
      path: `segments[${index}]`,
    }
  })
  const loose = (listOf(value, 'words') ?? listOf(value, 'word_segments') ?? []).filter(isRecord)
  if (loose.length === 0 || segments.some((segment) => segment.words.length > 0)) return segments
  const words = loose.map((word) => ({ ...wordOf(word), speaker: speakerOf(word, 'speaker') }))
  if (segments.length === 0) return segmentsOfWords(words, 'words')
  shareWords(segments, words)
  return segments
}

/** Words listed beside the segments go to the segment in which they begin. Both lists are in order of time. */
function shareWords(segments: Segment[], words: ListedWord[]): void {
  let next = 0
  segments.forEach((segment, index) => {
    const limit = segments[index + 1]?.startMs ?? Number.POSITIVE_INFINITY
    while (next < words.length) {
      const word = words[next]
      if (!word || (word.startMs !== null && word.startMs >= limit)) break
      segment.words.push(word)
      next += 1
    }
  })
}

type SpokenWord = ListedWord & { speaker?: string | null }

function wordOf(word: Record<string, unknown>): SpokenWord {
  const text = textOf(word, 'word') ?? textOf(word, 'text') ?? ''
  return {
    text,
    startMs: secondsOf(word, 'start'),
    endMs: secondsOf(word, 'end'),
    speaker: speakerOf(word, 'speaker'),
  }
}

/** WhisperX names a speaker per word: a segment in which the speaker changes becomes several. */
function splitBySpeaker(segment: Segment): Segment[] {
  const words: SpokenWord[] = segment.words
  const speakers = new Set(words.map((word) => word.speaker ?? null).filter((speaker) => speaker !== null))
  if (speakers.size === 0) return [segment]
  if (speakers.size === 1) return [{ ...segment, speaker: segment.speaker ?? [...speakers][0] ?? null }]
  const parts: Segment[] = []
  for (const word of words) {
    const last = parts.at(-1)
    const speaker = word.speaker ?? last?.speaker ?? segment.speaker
    if (last && last.speaker === speaker) {
      last.words.push(word)
      last.endMs = word.endMs ?? last.endMs
    } else parts.push({ ...segment, speaker, startMs: word.startMs, endMs: word.endMs, words: [word] })
  }
  return parts.map((part) => ({ ...part, text: textOfWords(part.words) }))
}

function scaled(milliseconds: number | null, factor: number): number | null {
  return milliseconds === null ? null : Math.round(milliseconds * factor)
}

/** Chunks of words become segments of words; chunks of sentences are segments. An open end is `null`. */
function chunksOf(chunks: unknown[]): Segment[] {
  const segments = chunks.map((chunk, index): Segment => {
    const [from, to] = listOf(chunk, 'timestamp') ?? []
    const startMs = secondsOf({ from }, 'from')
    const endMs = secondsOf({ to }, 'to')
    const text = textOf(chunk, 'text') ?? ''
    return { text, startMs, endMs, speaker: speakerOf(chunk, 'speaker'), words: [], path: `chunks[${index}]` }
  })
  const areWords = segments.length > 1 && segments.every(({ text }) => !/\S\s+\S/.test(text))
  return areWords ? segmentsOfWords(segments, 'chunks') : segments
}

/** The pieces of words that the model wrote; what stands in brackets are its signs (`[_BEG_]`, `[_TT_50]`). */
function tokensOf(entry: unknown): ListedWord[] {
  return (listOf(entry, 'tokens') ?? []).flatMap((token): ListedWord[] => {
    const text = textOf(token, 'text')
    const offsets = isRecord(token) ? token.offsets : undefined
    if (text === null || /^\[_.*\]$/.test(text)) return []
    return [{ text, startMs: numberOf(offsets, 'from'), endMs: numberOf(offsets, 'to') }]
  })
}

function cppSegment(entry: unknown, index: number): Segment {
  const offsets = isRecord(entry) ? entry.offsets : undefined
  const stamps = isRecord(entry) ? entry.timestamps : undefined
  return {
    text: textOf(entry, 'text') ?? '',
    startMs: numberOf(offsets, 'from') ?? clockOf(textOf(stamps, 'from')),
    endMs: numberOf(offsets, 'to') ?? clockOf(textOf(stamps, 'to')),
    speaker: speakerOf(entry, 'speaker'),
    words: tokensOf(entry),
    path: `transcription[${index}]`,
  }
}

function clockOf(text: string | null): number | null {
  const match = /^(\d+):(\d\d):(\d\d)[.,](\d{3})$/.exec(text ?? '')
  if (!match) return null
  return ((Number(match[1]) * 60 + Number(match[2])) * 60 + Number(match[3])) * 1000 + Number(match[4])
}
