import type { CaptionLine } from './caption-line'
import { wordsOfLines } from './caption-words'
import type { ParsedCue } from './format'
import type { ProblemList } from './problem-list'
import { chooseSpeakers, type LabelUse, labelAt } from './speaker-labels'
import { isTidy, tidyText } from './tidy-text'

/**
 * A caption (VTT, SRT, SBV) before its speakers are known and its repetitions removed. `isEmpty`: the file itself has
 * no words in it and it is a cue all the same, of `voice` if the markup names one.
 */
export type Caption = {
  startMs: number | null
  endMs: number | null
  line: number
  lines: CaptionLine[]
  isEmpty: boolean
  voice: string | null
}

/** Share of captions that begin with the line before them, above which a file is taken for rolling captions. */
const ROLLING_SHARE = 0.3

/** Turns captions into cues: each line once, speaker labels and `>>` understood. Linear. */
export function cuesOfCaptions(captions: Caption[], problems: ProblemList): ParsedCue[] {
  if (isRolling(captions)) {
    dropRepeatedLines(captions)
    const message = 'Each line stands in several captions here (rolling captions); it was kept once.'
    problems.add('rolling-captions', 'info', message)
  }
  return withSpeakers(captions)
}

function isRolling(captions: Caption[]): boolean {
  let repeated = 0
  let last: string | undefined
  for (const { lines } of captions) {
    const first = lines[0]
    // Several lines: somebody who says one word again and again makes no rolling captions.
    if (lines.length > 1 && first?.times === null && first.text === last) repeated += 1
    last = lines[lines.length - 1]?.text ?? last
  }
  return captions.length >= 4 && repeated > captions.length * ROLLING_SHARE
}

/**
 * In rolling captions a caption first repeats the lines still on the screen. What the last lines of the caption before
 * and the first lines of this one have in common is repetition; a line with inline times is being spoken now.
 */
function dropRepeatedLines(captions: Caption[]): void {
  let shown: string[] = []
  for (const caption of captions) {
    const lines = caption.lines
    if (lines.length === 0) continue
    let repeated = 0
    for (let count = Math.min(shown.length, lines.length, 4); count > 0 && repeated === 0; count--) {
      const tail = shown.slice(-count)
      if (tail.every((text, nth) => lines[nth]?.text === text && lines[nth]?.times === null)) repeated = count
    }
    shown = lines.map((line) => line.text)
    if (repeated > 0) caption.lines = lines.slice(repeated)
  }
}

const DASHED = /^[-–—]\s*\S/
const MARKER = /^(?:>>+|[-–—](?=\s*\S))\s*/

type Run = { speaker: string | null; startsTurn: boolean; lines: CaptionLine[] }

function withSpeakers(captions: Caption[]): ParsedCue[] {
  const { names, lasting } = speakerNames(captions)
  const cues: ParsedCue[] = []
  let current: string | null = null
  for (const caption of captions) {
    if (!lasting) current = null
    if (caption.isEmpty) {
      const { startMs, endMs, line, voice } = caption
      cues.push({ startMs, endMs, speaker: voice ?? null, text: '', line })
    }
    const only = caption.lines.length === 1 && names.size === 0 ? caption.lines[0] : undefined
    if (only?.speaker === null && !only.isMarked) {
      // Nearly all captions are one line without anything in it that takes a closer look.
      const cue = cueOfLine(caption, only)
      if (cue !== null) {
        cues.push(cue)
        continue
      }
    }
    const dialogue = caption.lines.length > 1 && caption.lines.every((line) => DASHED.test(line.text))
    const before = cues.length
    let run: Run | null = null
    for (const line of caption.lines) {
      let startsTurn = false
      let skip = 0
      const marker = line.isMarked ? MARKER.exec(line.text) : null
      if (marker && (dialogue || marker[0].includes('>>') || names.size > 0)) {
        const labelled = labelAt(line.text.slice(marker[0].length))
        const named = labelled !== null && names.has(labelled.label)
        if (dialogue || named || marker[0].includes('>>')) {
          startsTurn = true
          current = null
          skip = marker[0].length
        }
      }
      const label = names.size > 0 ? labelAt(line.text.slice(skip)) : null
      const name = label ? names.get(label.label) : undefined
      if (label && name !== undefined) {
        current = name
        skip = line.text.length - label.rest.length
      }
      const speaker: string | null = line.speaker ?? current
      const kept = skip > 0 ? cutLine(line, skip) : line
      if (run && run.speaker === speaker && !startsTurn) run.lines.push(kept)
      else {
        if (run) pushRun(cues, caption, run)
        run = { speaker, startsTurn, lines: [kept] }
      }
    }
    if (run) pushRun(cues, caption, run)
    if (dialogue) keepWhole(cues, before, caption)
  }
  return cues
}

/** The cue of a single clean line, or null where it must be looked at as all others are. */
function cueOfLine(
  { startMs, endMs, line }: Caption,
  { text, times, isTidy }: CaptionLine,
): ParsedCue | null {
  if (!isTidy) return null
  if (times === null) return { startMs, endMs, speaker: null, text, line }
  if (startMs === null || endMs === null) return null
  return { startMs, endMs, speaker: null, text, times, line }
}

/** Two people in one caption, neither named: turns take them apart, the list of what the file says does not. */
function keepWhole(cues: ParsedCue[], from: number, caption: Caption): void {
  const parts = cues.slice(from)
  if (parts.some((part) => part.speaker !== null)) return
  for (const part of parts) part.caption = null
  const first = parts[0]
  if (first) first.caption = tidyText(caption.lines.map((line) => line.text).join(' '))
}

/** A label within the first captions speaks until the next one; where labels come only later, they name one caption. */
const EARLY_LINES = 10

function speakerNames(captions: Caption[]): { names: Map<string, string>; lasting: boolean } {
  const uses: LabelUse[] = []
  let position = 0
  let marked = false
  for (const caption of captions) {
    for (const line of caption.lines) {
      if (line.speaker !== null) return { names: new Map(), lasting: false }
      position += 1
      if (!line.hasColon) continue
      const label = labelAt(line.text.replace(/^\s*(?:>>+|[-–—])\s*/, ''))
      if (!label) continue
      uses.push({ label, position })
      marked ||= /^\s*>>/.test(line.text)
    }
  }
  const names = chooseSpeakers(uses, {
    captions: true,
    allText: () => captions.flatMap((c) => c.lines.map((l) => l.text)),
  })
  const first = uses.find((use) => names.has(use.label.label))
  return { names, lasting: marked || (first !== undefined && first.position <= EARLY_LINES) }
}

function pushRun(cues: ParsedCue[], caption: Caption, run: Run): void {
  const [first] = run.lines
  const { startMs, endMs, line } = caption
  const { speaker } = run
  if (startMs !== null && endMs !== null && run.lines.some((one) => one.times !== null)) {
    const words = wordsOfLines(run.lines, startMs, endMs)
    const spoken = words.map((word) => word.text).join(' ')
    // Where tidying changes the words (a control character inside one), their times are not worth the trouble.
    if (spoken !== '' && isTidy(spoken)) {
      const cue: ParsedCue = { startMs, endMs, speaker, text: spoken, words, line }
      if (run.startsTurn) cue.startsTurn = true
      cues.push(cue)
      return
    }
  }
  const text = tidyText(
    run.lines.length === 1 && first ? first.text : run.lines.map((one) => one.text).join(' '),
  )
  if (text === '') return
  const cue: ParsedCue = { startMs, endMs, speaker, text, line }
  if (run.startsTurn) cue.startsTurn = true
  cues.push(cue)
}

/** A line without its first `count` characters, its inline times kept in step. */
function cutLine(line: CaptionLine, count: number): CaptionLine {
  const text = line.text.slice(count)
  const cut = { ...line, text, isTidy: false }
  const { times } = line
  if (times === null) return cut
  // Of the times before the cut the last one goes on holding, unless the next begins right there.
  let from = 0
  while (from + 1 < times.at.length && (times.at[from + 1] ?? 0) <= count) from += 1
  cut.times = { at: times.at.slice(from).map((at) => Math.max(0, at - count)), ms: times.ms.slice(from) }
  return cut
}
