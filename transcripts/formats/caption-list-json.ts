import { type CaptionLine, captionLine } from './caption-line'
import { type Caption, cuesOfCaptions } from './captions'
import type { Format } from './format'
import { isRecord, looksLikeJson, numberOf, textOf } from './json-source'
import { ProblemList } from './problem-list'
import { markupMessage, stripAndDecode } from './strip-markup'
import { unitOfTimes } from './time-unit'

/**
 * Captions as a bare JSON list, as subtitle tools write them: `[{start, end, text}]`, also as `{type: 'cue', data}`;
 * `[{text, start, duration}]` and `[{text, offset, duration}]` as tools that fetch captions do. Seconds or milliseconds,
 * which the pace tells. Line ends, styling and labels in the text as in any caption.
 */
export const captionListJson: Format = {
  id: 'caption-list-json',
  label: 'Captions as a JSON list',
  extensions: ['json'],
  detect(source) {
    if (!looksLikeJson(source.head)) return 0
    const reading = source.json()
    if (!reading.ok || !Array.isArray(reading.value)) return 0
    const first = captionsOf(reading.value)[0]
    if (!first || 'speaker' in first || 'words' in first || 'seek' in first || 'avg_logprob' in first)
      return 0
    return textOf(first, 'text') !== null && numberOf(first, 'end') !== null ? 0.6 : 0
  },
  parse(source) {
    const reading = source.json()
    if (!reading.ok) return { cues: [], problems: [reading.problem] }
    const problems = new ProblemList()
    const list = Array.isArray(reading.value) ? captionsOf(reading.value) : []
    const unit = unitOfTimes(list, problems)
    const captions = list.map((entry, index): Caption => {
      const { text, removed } = stripAndDecode(textOf(entry, 'text') ?? '')
      if (removed !== null)
        problems.add('markup-removed', 'warning', markupMessage(removed), { path: `[${index}].text` })
      return {
        startMs: timeOf(entry, 'start', unit),
        endMs: timeOf(entry, 'end', unit),
        line: index + 1,
        lines: linesOf(text),
        isEmpty: false,
        voice: null,
      }
    })
    const cues = cuesOfCaptions(captions, problems)
    // The number of a caption is no line of the file.
    for (const cue of cues) delete cue.line
    return { cues, problems: problems.list() }
  },
}

/** Each entry with a `start` and an `end`, however its tool names them. */
function captionsOf(list: readonly unknown[]): Record<string, unknown>[] {
  return list.flatMap((entry): Record<string, unknown>[] => {
    const caption = isRecord(entry) && isRecord(entry.data) ? entry.data : entry
    if (!isRecord(caption)) return []
    const start = numberOf(caption, 'start') ?? numberOf(caption, 'offset')
    const duration = numberOf(caption, 'duration')
    if (start === null) return []
    return [
      { ...caption, start, end: numberOf(caption, 'end') ?? (duration === null ? null : start + duration) },
    ]
  })
}

function linesOf(text: string): CaptionLine[] {
  return text
    .split('\n')
    .map((line) => captionLine(line, 0, line.length))
    .filter((line) => line !== null)
}

function timeOf(entry: unknown, key: string, unit: number): number | null {
  const number = numberOf(entry, key)
  return number === null || number < 0 ? null : Math.round(number * unit)
}
