import type { ListedWord } from './align-words'
import { jsonFormat } from './json-format'
import { isRecord, listOf, numberOf, secondsOf, speakerOf, textOf } from './json-source'
import { languageTag } from './language-tag'
import { type Segment, segmentsOfWords } from './segments'

/**
 * Deepgram: `results.utterances[]`, or only `results.channels[].alternatives[0].words[]`; seconds. Utterances end in the
 * middle of sentences; that does no harm, as cues of one speaker become one turn. Several channels are merged by time.
 */
export const deepgram = jsonFormat({
  id: 'deepgram',
  label: 'Deepgram JSON',
  recognises(value) {
    const results = isRecord(value) ? value.results : undefined
    const alternative = listOf(listOf(results, 'channels')?.[0], 'alternatives')
    return alternative || listOf(results, 'utterances') ? 0.97 : 0
  },
  read(value) {
    const results = isRecord(value) ? value.results : undefined
    const utterances = (listOf(results, 'utterances') ?? []).map(
      (entry, index): Segment => ({
        text: textOf(entry, 'transcript') ?? '',
        startMs: secondsOf(entry, 'start'),
        endMs: secondsOf(entry, 'end'),
        speaker: speakerOf(entry, 'speaker') ?? channelOf(entry, results),
        words: (listOf(entry, 'words') ?? []).map(wordOf),
        path: `results.utterances[${index}]`,
      }),
    )
    const channels = listOf(results, 'channels') ?? []
    const language = languageTag(textOf(channels[0], 'detected_language'))
    const meta = language ? { language } : {}
    if (utterances.length > 0) return { segments: utterances, meta }
    const segments = channels.flatMap((channel, index) => {
      const words = listOf(listOf(channel, 'alternatives')?.[0], 'words') ?? []
      const unnamed = channels.length > 1 ? `Channel ${index + 1}` : null
      const listed = words.map((word) => ({
        ...wordOf(word),
        speaker: speakerOf(word, 'speaker') ?? unnamed,
      }))
      const path = `results.channels[${index}].alternatives[0]`
      const text = textOf(listOf(channel, 'alternatives')?.[0], 'transcript')
      if (listed.length === 0 && text !== null)
        return [{ text, startMs: null, endMs: null, speaker: unnamed, words: [], path }]
      return segmentsOfWords(listed, `${path}.words`)
    })
    return { segments: segments.sort((a, b) => (a.startMs ?? 0) - (b.startMs ?? 0)), meta }
  },
})

/** Where each person has a channel, the channel says who speaks. */
function channelOf(utterance: unknown, results: unknown): string | null {
  const channel = numberOf(utterance, 'channel')
  return channel !== null && (listOf(results, 'channels')?.length ?? 0) > 1 ? `Channel ${channel + 1}` : null
}

function wordOf(word: unknown): ListedWord {
  return {
    text: textOf(word, 'punctuated_word') ?? textOf(word, 'word') ?? '',
    startMs: secondsOf(word, 'start'),
    endMs: secondsOf(word, 'end'),
  }
}
