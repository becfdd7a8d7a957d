import type { ListedWord } from './align-words'
import type { Format, FormatResult } from './format'
import { ProblemList } from './problem-list'
import { cueOfSegment } from './segments'
import { tidyText } from './tidy-text'
import { walkMarkup } from './walk-markup'

/** Hyperaudio HTML: every word an element with `data-m` and `data-d` (milliseconds), a speaker's name with class `speaker`. */
export const hyperaudioHtml: Format = {
  id: 'hyperaudio-html',
  label: 'Hyperaudio HTML',
  extensions: ['html', 'htm'],
  detect({ text }) {
    if (!/^\s*</.test(text.slice(0, 1000))) return 0
    return /\sdata-m=["']?\d/.test(text.slice(0, 200_000)) ? 0.97 : 0
  },
  parse: ({ text }) => parseHyperaudio(text),
}

function parseHyperaudio(text: string): FormatResult {
  const problems = new ProblemList()
  const cues: FormatResult['cues'] = []
  let words: ListedWord[] = []
  let speaker: string | null = null
  let word: ListedWord | null = null
  let naming: string | null = null
  const close = () => {
    const spoken = words.filter((one) => one.text.trim() !== '')
    words = []
    const segment = {
      text: spoken.map((one) => one.text).join(''),
      startMs: spoken[0]?.startMs ?? null,
      endMs: spoken.reduce((end: number | null, one) => Math.max(end ?? 0, one.endMs ?? 0), null),
      speaker,
      words: spoken,
      path: `paragraph ${cues.length + 1}`,
    }
    const cue = spoken.length > 0 ? cueOfSegment(segment, problems) : null
    if (cue) cues.push(cue)
  }
  walkMarkup(
    text,
    false,
    {
      open(name, attributes) {
        if (name === 'p' || name === 'section' || name === 'article') close()
        const startMs = Number(attributes['data-m'])
        if (attributes['data-m'] === undefined || !Number.isFinite(startMs)) return
        if (/\bspeaker\b/.test(attributes.class ?? '')) {
          close()
          naming = ''
          return
        }
        const duration = Number(attributes['data-d'] ?? 0)
        word = { text: '', startMs, endMs: startMs + (Number.isFinite(duration) ? duration : 0) }
        words.push(word)
      },
      close(name) {
        if (name === 'p') close()
        if (name !== 'a' && name !== 'span') return
        if (naming !== null)
          speaker =
            tidyText(naming)
              .replace(/^\[|\]$/g, '')
              .replace(/\s*:$/, '')
              .trim() || null
        naming = null
        word = null
      },
      text(part) {
        if (naming !== null) naming += part
        else if (word) word.text += part
      },
    },
    problems,
  )
  close()
  return { cues, problems: problems.list() }
}
