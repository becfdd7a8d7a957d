import type { Format, ParsedCue } from './format'
import { ProblemList } from './problem-list'
import { markupMessage, stripMarkup } from './strip-markup'
import { tidyText } from './tidy-text'

/** Whatever a file holds, as text: no times, no speakers, a turn for each paragraph. Never detected, only chosen. */
export const plainText: Format = {
  id: 'plain-text',
  label: 'Plain text, whatever it is',
  extensions: [],
  detect: () => 0,
  parse({ text }) {
    const problems = new ProblemList()
    const cues: ParsedCue[] = []
    // Where there are blank lines they part paragraphs and lines are wrapped; elsewhere each line is one.
    const wrapped = /\n[ \t]*\n/.test(text.trim())
    let open: { lines: string[]; line: number } | null = null
    const close = () => {
      if (open === null) return
      const { text: plain, removed } = stripMarkup(open.lines.join(' '))
      if (removed !== null) problems.add('markup-removed', 'warning', markupMessage(removed), open)
      const spoken = tidyText(plain)
      if (spoken !== '')
        cues.push({
          startMs: null,
          endMs: null,
          speaker: null,
          text: spoken,
          startsTurn: true,
          line: open.line,
        })
      open = null
    }
    text.split('\n').forEach((raw, index) => {
      if (raw.trim() === '' || !wrapped) close()
      if (raw.trim() === '') return
      open ??= { lines: [], line: index + 1 }
      open.lines.push(raw)
    })
    close()
    return { cues, problems: problems.list() }
  },
}
