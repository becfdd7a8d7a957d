import type { Format, FormatResult, ParsedCue } from './format'
import { ProblemList } from './problem-list'
import { parseRecordingTime } from './recording-time'
import { tidyText } from './tidy-text'
import { walkMarkup } from './walk-markup'

/** Podcasting 2.0 HTML: `<cite>Name:</cite> <time>0:53</time> <p>text</p>`; each holds until the next of its kind. */
export const podcastHtml: Format = {
  id: 'podcast-html',
  label: 'Podcasting 2.0 HTML',
  extensions: ['html', 'htm'],
  detect({ head }) {
    if (!/^\s*</.test(head) || !/<p[\s>]/i.test(head)) return 0
    return (/<cite[\s>]/i.test(head) ? 0.5 : 0) + (/<time[\s>]/i.test(head) ? 0.45 : 0)
  },
  parse: ({ text }) => parsePodcastHtml(text),
}

const KEPT = new Set(['cite', 'time', 'p'])

function parsePodcastHtml(text: string): FormatResult {
  const problems = new ProblemList()
  const cues: ParsedCue[] = []
  let inside: string | null = null
  let gathered = ''
  let speaker: string | null = null
  let startMs: number | null = null
  walkMarkup(
    text,
    false,
    {
      open(name) {
        if (name === 'br') gathered += ' '
        if (!KEPT.has(name)) return
        inside = name
        gathered = ''
      },
      close(name) {
        if (name !== inside) return
        inside = null
        const plain = tidyText(gathered)
        if (plain === '') return
        if (name === 'cite') speaker = plain.replace(/\s*:$/, '')
        else if (name === 'time') startMs = parseRecordingTime(plain)
        else {
          cues.push({ startMs, endMs: null, speaker, text: plain })
          startMs = null
        }
      },
      text(part) {
        if (inside !== null) gathered += part
      },
    },
    problems,
  )
  return { cues, problems: problems.list() }
}
