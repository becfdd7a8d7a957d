import type { ListedWord } from './align-words'
import { jsonFormat } from './json-format'
import { isRecord, listOf, numberOf, secondsOf, speakerOf, textOf } from './json-source'
import { languageTag } from './language-tag'
import { segmentsOfWords } from './segments'
import { speakerByTime } from './speaker-spans'

type SpokenWord = ListedWord & { speaker: string | null }

/**
 * Speechmatics. First version: `words[{name, time, duration}]` and `speakers[{name, time, duration}]`, strings of seconds.
 * Second: `results[{type: word|punctuation, start_time, end_time, alternatives[{content, speaker}]}]`, numbers.
 */
export const speechmatics = jsonFormat({
  id: 'speechmatics',
  label: 'Speechmatics JSON',
  recognises(value) {
    const word = listOf(value, 'words')?.find(isRecord)
    if (word && 'name' in word && 'time' in word && 'duration' in word) return 0.97
    const result = listOf(value, 'results')?.find(isRecord)
    return result && 'type' in result && 'start_time' in result && 'alternatives' in result ? 0.96 : 0
  },
  read(value) {
    const words = listOf(value, 'words') ? firstVersion(value) : secondVersion(value)
    const [job, metadata] = isRecord(value) ? [value.job, value.metadata] : []
    const config = isRecord(metadata) ? metadata.transcription_config : undefined
    const language = languageTag(textOf(job, 'lang') ?? textOf(config, 'language'))
    return { segments: segmentsOfWords(words, 'words'), meta: language ? { language } : {} }
  },
})

function firstVersion(value: unknown): SpokenWord[] {
  const spans = (listOf(value, 'speakers') ?? []).map((entry) => ({
    ...spanOf(entry),
    speaker: speakerOf(entry, 'name'),
  }))
  const speakerAt = speakerByTime(spans)
  const words: SpokenWord[] = []
  for (const entry of listOf(value, 'words') ?? []) {
    const text = textOf(entry, 'name') ?? ''
    const { startMs, endMs } = spanOf(entry)
    add(words, text, /^[.,!?;:…。、]+$/u.test(text), startMs, endMs, speakerAt(startMs))
  }
  return words
}

function spanOf(entry: unknown): { startMs: number; endMs: number } {
  const startMs = secondsOf(entry, 'time') ?? 0
  return { startMs, endMs: startMs + Math.round((numberOf(entry, 'duration') ?? 0) * 1000) }
}

function secondVersion(value: unknown): SpokenWord[] {
  const words: SpokenWord[] = []
  for (const entry of listOf(value, 'results') ?? []) {
    const best = listOf(entry, 'alternatives')?.[0]
    const speaker = textOf(best, 'speaker')
    const isMark = textOf(entry, 'type') === 'punctuation'
    const startMs = secondsOf(entry, 'start_time')
    const named = speaker === 'UU' ? null : speaker
    add(words, textOf(best, 'content') ?? '', isMark, startMs, secondsOf(entry, 'end_time'), named)
  }
  return words
}

/** A mark goes to the word before it; one where the speaker is not known stays with whoever spoke. */
function add(
  words: SpokenWord[],
  text: string,
  isMark: boolean,
  startMs: number | null,
  endMs: number | null,
  speaker: string | null,
): void {
  const last = words.at(-1)
  if (isMark && last) last.text += text
  else words.push({ text, startMs, endMs, speaker: speaker ?? last?.speaker ?? null })
}
