import type { Format, ParsedCue } from './format'
import { readFrontMatter } from './front-matter'
import { ProblemList } from './problem-list'
import { chooseSpeakers, type Label, type LabelUse, labelAt } from './speaker-labels'
import { markupMessage, stripMarkup } from './strip-markup'
import { tidyText } from './tidy-text'

/** Lines before the first speaker that are still taken for a heading (place, time, introduction) and left out. */
const LONGEST_HEADING = 25
const HEADING_WORDS = 200

const END_MARK = /^(?:END|###|-30-|\* \* \*)\s*(?:\d{1,2}:\d\d\s*[AP]\.?M\.?)?\s*(?:\(?[A-Z]{2,4}\)?)?\s*$/

/**
 * Transcripts as newsrooms and press offices publish them: text without times, a speaker's label before each
 * turn (`Q`, `THE PRESIDENT:`, `JAKE TAPPER, CNN MODERATOR:` and later `TAPPER:`, `Full Name:`), lines wrapped or not.
 */
export const pressText: Format = {
  id: 'press-text',
  label: 'Text without times',
  extensions: ['txt', 'md', 'text'],
  detect({ head, text }) {
    if (/^\s*(?:<[!?a-z]|\[Script Info\]|\{|\[\s*[{"[\]])/i.test(head)) return 0
    if (/^\s*---\n/.test(head)) return 0.6
    return /\p{L}/u.test(head) || /\p{L}/u.test(text.slice(0, 200_000)) ? 0.3 : 0
  },
  parse: ({ text }) => parsePressText(text),
}

type Paragraph = { text: string; line: number; speaker: string | null; labelled: boolean }

function parsePressText(text: string): ReturnType<Format['parse']> {
  const problems = new ProblemList()
  const { meta, bodyStart, bodyLine } = readFrontMatter(text)
  const lines = text.slice(bodyStart).split('\n')
  const labels = lines.map((line) => (mayHoldLabel(line) ? labelAt(line) : null))
  const names = chooseSpeakers(usesOf(lines, labels), { captions: false, allText: () => lines })
  const paragraphs = paragraphsOf(lines, labels, names, bodyLine)
  const spoken = leaveOutFrame(paragraphs, names.size > 0, problems)
  const cues = spoken
    .map((paragraph) => cueOf(paragraph, names.size === 0, problems))
    .filter((cue) => cue.text !== '')
  return { cues, meta, problems: problems.list() }
}

function mayHoldLabel(line: string): boolean {
  const head = line.slice(0, 130)
  return head.includes(':') || head.includes('：') || /^\s*(?:\*\*)?[QA][\s\u00a0.*]/.test(head)
}

function usesOf(lines: string[], labels: (Label | null)[]): LabelUse[] {
  const uses: LabelUse[] = []
  let position = 0
  lines.forEach((line, index) => {
    const label = labels[index]
    if (label) uses.push({ label, position })
    if (line.trim() !== '') position += 1
  })
  return uses
}

function paragraphsOf(
  lines: string[],
  labels: (Label | null)[],
  names: Map<string, string>,
  linesBefore: number,
): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let parts: string[] = []
  let current: Paragraph | null = null
  let speaker: string | null = null
  const close = () => {
    if (current) current.text = parts.join(' ')
    current = null
  }
  const open = (line: number, first: string, labelled: boolean) => {
    close()
    parts = [first]
    current = { text: '', line, speaker, labelled }
    paragraphs.push(current)
  }
  // Where no label was found a line is a paragraph only if the text is not wrapped, that is: has no blank lines.
  lines.forEach((line, index) => {
    const trimmed = line.trim()
    const label = labels[index]
    const name = label ? names.get(label.label) : undefined
    if (trimmed === '') close()
    else if (label && name !== undefined) {
      speaker = name
      open(linesBefore + index + 1, label.rest, true)
    } else if (current) parts.push(trimmed)
    else open(linesBefore + index + 1, trimmed, false)
  })
  close()
  return paragraphs
}

/** Leaves out what nobody said: place and time above the first speaker, `END 1:01 P.M. EST` below the last. */
function leaveOutFrame(paragraphs: Paragraph[], hasSpeakers: boolean, problems: ProblemList): Paragraph[] {
  let spoken = paragraphs
  const last = spoken.at(-1)
  if (last && END_MARK.test(tidyText(last.text))) spoken = spoken.slice(0, -1)
  if (!hasSpeakers) return spoken
  const first = spoken.findIndex((paragraph) => paragraph.labelled)
  const heading = spoken.slice(0, first)
  const text = tidyText(heading.map((paragraph) => paragraph.text).join(' '))
  if (heading.length === 0 || heading.length > LONGEST_HEADING || text.split(' ').length > HEADING_WORDS)
    return spoken
  const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text
  const message = `What stands above the first speaker was left out, as nobody said it: “${shown}”`
  problems.add('heading-left-out', 'info', message, { line: heading[0]?.line })
  return spoken.slice(first)
}

function cueOf(paragraph: Paragraph, startsTurn: boolean, problems: ProblemList): ParsedCue {
  let text = paragraph.text
  if (/[<{]/.test(text)) {
    const stripped = stripMarkup(text)
    if (stripped.removed !== null) {
      problems.add('markup-removed', 'warning', markupMessage(stripped.removed), { line: paragraph.line })
    }
    text = stripped.text
  }
  const cue: ParsedCue = {
    startMs: null,
    endMs: null,
    speaker: paragraph.speaker,
    text: tidyText(text),
    line: paragraph.line,
  }
  if (startsTurn) cue.startsTurn = true
  return cue
}
