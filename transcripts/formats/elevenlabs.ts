import type { ListedWord } from './align-words'
import { jsonFormat } from './json-format'
import { isRecord, listOf, secondsOf, speakerOf, textOf } from './json-source'
import { languageTag } from './language-tag'
import { segmentsOfWords } from './segments'

/**
 * ElevenLabs Scribe: `words[{text, start, end, type: word|spacing|audio_event, speaker_id}]`, seconds. Spaces are entries
 * of their own; words with none between them are one (scripts without spaces). Events such as `(laughs)` are kept.
 */
export const elevenLabs = jsonFormat({
  id: 'elevenlabs',
  label: 'ElevenLabs Scribe JSON',
  recognises(value) {
    const word = listOf(value, 'words')?.find(isRecord)
    return word &&
      'type' in word &&
      'text' in word &&
      ('speaker_id' in word || 'language_code' in (isRecord(value) ? value : {}))
      ? 0.98
      : 0
  },
  read(value) {
    const words: (ListedWord & { speaker: string | null })[] = []
    let glued = false
    for (const entry of listOf(value, 'words') ?? []) {
      const text = textOf(entry, 'text') ?? ''
      if (textOf(entry, 'type') === 'spacing' || text.trim() === '') {
        glued = false
        continue
      }
      const speaker = speakerOf(entry, 'speaker_id')
      const last = words.at(-1)
      const endMs = secondsOf(entry, 'end')
      if (glued && last && last.speaker === speaker) {
        last.text += text
        last.endMs = endMs ?? last.endMs
      } else words.push({ text, startMs: secondsOf(entry, 'start'), endMs, speaker })
      glued = true
    }
    const language = languageTag(textOf(value, 'language_code'))
    return { segments: segmentsOfWords(words, 'words'), meta: language ? { language } : {} }
  },
})
