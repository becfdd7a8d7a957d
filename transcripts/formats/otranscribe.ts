import type { Format } from './format'
import { isRecord, looksLikeJson, textOf } from './json-source'
import { pressText } from './press-text'
import { ProblemList } from './problem-list'
import { sourceOf } from './source'
import { timedText } from './timed-text'
import { walkMarkup } from './walk-markup'

/** oTranscribe (.otr): JSON `{text: "<p>…</p>", media, "media-time"}` with times in `<span class="timestamp" data-timestamp="12.3">`. */
export const oTranscribe: Format = {
  id: 'otranscribe',
  label: 'oTranscribe (.otr)',
  extensions: ['otr'],
  detect(source) {
    if (!looksLikeJson(source.head)) return 0
    const reading = source.json()
    const text = reading.ok ? textOf(reading.value, 'text') : null
    if (!reading.ok || text === null || !isRecord(reading.value)) return 0
    return 'media-time' in reading.value || /class=["']?timestamp/.test(text) ? 0.97 : 0
  },
  parse(source) {
    const reading = source.json()
    if (!reading.ok) return { cues: [], problems: [reading.problem] }
    const problems = new ProblemList()
    const text = linesOf(textOf(reading.value, 'text') ?? '', problems)
    const lines = sourceOf(text)
    const { cues, problems: found } = (/^\[\d/m.test(text) ? timedText : pressText).parse(lines)
    problems.addAll(found)
    // Lines are those of the text inside the JSON: nothing to jump to in the file.
    return {
      cues: cues.map(({ line: _line, ...cue }) => cue),
      problems: problems.list().map((one) => ({ ...one, line: null })),
    }
  },
}

const BLOCKS = new Set(['p', 'div', 'br', 'li', 'h1', 'h2', 'h3'])

/** The text with a line a paragraph, and each time before the words behind it as `[h:mm:ss.mmm]`. */
function linesOf(html: string, problems: ProblemList): string {
  let text = ''
  let inTime = false
  walkMarkup(
    html,
    false,
    {
      open(name, attributes) {
        if (BLOCKS.has(name)) text += '\n'
        const seconds = Number(attributes['data-timestamp'])
        if (attributes['data-timestamp'] === undefined || !Number.isFinite(seconds) || seconds < 0) return
        inTime = true
        text += `\n[${clock(seconds)}] `
      },
      close(name) {
        if (name === 'span') inTime = false
        else if (BLOCKS.has(name)) text += '\n'
      },
      text(part) {
        if (!inTime) text += part.replace(/[\n\u00a0]/g, ' ')
      },
    },
    problems,
  )
  return text
}

function clock(seconds: number): string {
  const whole = Math.round(seconds * 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const time = `${Math.floor(whole / 3_600_000)}:${two(Math.floor(whole / 60_000) % 60)}:${two(Math.floor(whole / 1000) % 60)}`
  return `${time}.${String(whole % 1000).padStart(3, '0')}`
}
