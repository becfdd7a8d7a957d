import { decode } from './decode'
import { detectFormat } from './detect'
import { readDocx } from './docx-text'
import { checkCues } from './formats/check-cues'
import { cuesAsWritten, type Format, type ParsedCue, type Source } from './formats/format'
import { looksLikeJson } from './formats/json-source'
import { looksLike } from './formats/looks-like'
import { ProblemList } from './formats/problem-list'
import { formatById, formats } from './formats/registry'
import { sourceOf } from './formats/source'
import type { ParsedTranscript } from './model'
import { MOST_BYTES, type ParseRequest, tooLarge } from './parse-request'
import { buildTurns } from './turns'
import { countWords } from './words'

/** One line of captions or one paragraph of speech never comes near this. JSON may be one line, and is exempt. */
const LONGEST_LINE = 2_000_000
/** 200,000 captions of four lines, and as much again. */
const MOST_LINES = 1_600_000
/** A day of speech without a pause, counted in Chinese characters. */
const MOST_WORDS = 600_000

/**
 * Bytes to turns: decode, detect, parse, check, cut into turns. Pure, and never throws on content: everything wrong
 * is in `problems`, and a problem of severity `error` means that the file must not be loaded.
 */
export function parseTranscript({ bytes, fileName, format: wanted }: ParseRequest): ParsedTranscript {
  const nothing = { format: null, encoding: null, meta: {}, cues: [], turns: [] }
  const problems = new ProblemList()
  if (bytes.length > MOST_BYTES) {
    problems.addAll([tooLarge(bytes.length)])
    return { ...nothing, problems: problems.list() }
  }
  const document = readDocx(bytes)
  const decoded = document === null ? decode(bytes) : { ...document, encoding: 'utf-8' }
  problems.addAll(decoded.problems)
  if (decoded.problems.some((problem) => problem.severity === 'error')) {
    return { ...nothing, encoding: decoded.encoding, problems: problems.list() }
  }
  const source = sourceOf(decoded.text, fileName)
  const format = chooseFormat(source, wanted ?? (document === null ? undefined : 'docx'), problems)
  if (format === null) return { ...nothing, encoding: decoded.encoding, problems: problems.list() }

  const { cues, meta, problems: found, turns } = format.parse(source)
  problems.addAll(found)
  const speech = withinWords(cues, problems)
  if (speech === cues && !found.some((problem) => problem.severity === 'error')) checkCues(cues, problems)
  return {
    format: format.id,
    encoding: decoded.encoding,
    meta: meta ?? {},
    cues: cuesAsWritten(speech),
    turns: turns && speech === cues ? turns : buildTurns(speech),
    problems: problems.list(),
  }
}

function chooseFormat(source: Source, wanted: string | undefined, problems: ProblemList): Format | null {
  if (hasEndlessLine(source.text) && !looksLikeJson(source.text)) {
    const message = `A line of this file is longer than ${LONGEST_LINE.toLocaleString('en')} characters: it is no transcript that can be read.`
    problems.add('line-too-long', 'error', message)
    return null
  }
  if (hasTooManyLines(source.text)) {
    const message = `This file has more than ${MOST_LINES.toLocaleString('en')} lines, more than any transcript. Load it in parts.`
    problems.add('too-many-lines', 'error', message)
    return null
  }
  if (wanted !== undefined) {
    const format = formatById(wanted)
    if (!format)
      problems.add('unknown-format', 'error', `There is no format “${wanted}”. Choose one of the list.`)
    return format ?? null
  }
  const detection = detectFormat(source)
  if (detection) return detection.format
  const reading = looksLikeJson(source.text) ? source.json() : null
  if (reading && !reading.ok) problems.addAll([reading.problem])
  else {
    const tried = formats.filter(({ id }) => id !== 'plain-text')
    const near = tried
      .map((format) => ({ label: format.label, score: Math.round(format.detect(source) * 100) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ label, score }) => `${label} (${score} %)`)
    const nearest = near.length > 0 ? ` Nearest: ${near.join(', ')}.` : ''
    const message = `This looks like ${looksLike(source)}, and like no transcript that Claimline reads; ${tried.length} formats were tried.${nearest} Choose a format if you know it, or treat the file as plain text.`
    problems.add('unknown-format', 'error', message)
  }
  return null
}

/** The cues, or none and a problem where they hold more words than anybody speaks in a day. */
function withinWords(cues: ParsedCue[], problems: ProblemList): ParsedCue[] {
  // Every word has a sign at least: what has fewer signs than that needs no count.
  if (cues.reduce((signs, cue) => signs + cue.text.length, 0) <= MOST_WORDS) return cues
  let words = 0
  for (const cue of cues) {
    words += countWords(cue.text)
    if (words <= MOST_WORDS) continue
    const message = `This file has more than ${MOST_WORDS.toLocaleString('en')} words, more than a day of speech. Load it in parts.`
    problems.add('too-many-words', 'error', message)
    return []
  }
  return cues
}

function hasEndlessLine(text: string): boolean {
  for (let at = 0; at >= 0 && text.length - at > LONGEST_LINE; ) {
    const end = text.lastIndexOf('\n', at + LONGEST_LINE)
    if (end < at) return true
    at = end + 1
  }
  return false
}

function hasTooManyLines(text: string): boolean {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0 && lines <= MOST_LINES; at = text.indexOf('\n', at + 1))
    lines += 1
  return lines > MOST_LINES
}
