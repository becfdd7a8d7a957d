import { captionLine } from './caption-line'
import { parseCaptionTime } from './caption-time'
import { type Caption, cuesOfCaptions } from './captions'
import type { Format } from './format'
import { ProblemList } from './problem-list'
import { markupMessage, stripAndDecode } from './strip-markup'

const TIMES = /^\s*(\d{1,3}:\d\d:\d\d\.\d{1,3})\s*,\s*(\d{1,3}:\d\d:\d\d\.\d{1,3})\s*$/

/** SubViewer as video platforms export it: `0:00:00.599,0:00:04.160`, then the text; `[br]` breaks a line. */
export const sbv: Format = {
  id: 'sbv',
  label: 'SubViewer captions (SBV)',
  extensions: ['sbv', 'sub'],
  detect: ({ head }) => (new RegExp(TIMES.source, 'm').test(head) ? 0.95 : 0),
  parse({ text }) {
    const problems = new ProblemList()
    const captions: Caption[] = []
    text.split('\n').forEach((raw, index) => {
      const line = index + 1
      const times = raw.length < 60 ? TIMES.exec(raw) : null
      if (times?.[1] && times[2]) {
        captions.push({
          startMs: parseCaptionTime(times[1]),
          endMs: parseCaptionTime(times[2]),
          line,
          lines: [],
          isEmpty: false,
          voice: null,
        })
        return
      }
      const { text: plain, removed } = stripAndDecode(raw.trim())
      if (removed !== null) problems.add('markup-removed', 'warning', markupMessage(removed), { line })
      for (const part of plain.split('[br]')) {
        const kept = captionLine(part, 0, part.length)
        if (kept !== null) captions.at(-1)?.lines.push(kept)
      }
    })
    return { cues: cuesOfCaptions(captions, problems), problems: problems.list() }
  },
}
