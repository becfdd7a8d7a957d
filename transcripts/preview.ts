import { isMachineFormat } from '@/transcripts/machine-made'
import type { ParsedTranscript, ParsedTurn, Problem, Severity } from '@/transcripts/model'
import type { Preview, PreviewSpeaker, ProblemGroup } from '@/transcripts/preview-schema'
import type { Part } from '@/transcripts/schema'
import { scriptLanguage } from '@/transcripts/script-language'
import { type FoundSpeaker, nameFromLabel, speakersOf } from '@/transcripts/speakers'
import { countWords } from '@/transcripts/words'

/** Places shown of one kind of problem, and turns shown at all: beyond that a preview stops being one. */
const MOST_PLACES = 40
const MOST_TURNS = 20_000

/** What an editor sees of a parsed file, with what Claimline proposes. Pure; the rest of a Preview comes from the database. */
export function previewOf(
  parsed: ParsedTranscript,
  fileName: string,
): Pick<
  Preview,
  'format' | 'encoding' | 'counts' | 'problems' | 'loadable' | 'speakers' | 'turns' | 'machineMade'
> & {
  proposed: Omit<Preview['proposed'], 'slug'>
} {
  return {
    format: parsed.format,
    encoding: parsed.encoding,
    machineMade: isMachineFormat(parsed.format),
    counts: {
      turns: parsed.turns.length,
      words: parsed.turns.reduce((sum, turn) => sum + countWords(turn.text), 0),
      durationMs: durationOf(parsed.turns),
      times: timesOf(parsed.turns),
    },
    problems: groupProblems(parsed.problems),
    loadable: parsed.turns.length > 0 && parsed.problems.every((problem) => problem.severity !== 'error'),
    speakers: proposeSpeakers(speakersOf(parsed.turns, countWords), parsed.meta.parts),
    turns: parsed.turns
      .slice(0, MOST_TURNS)
      .map(({ speaker, text, startMs }) => ({ speaker, text, startMs })),
    proposed: {
      title: (parsed.meta.title ?? titleFrom(fileName)).slice(0, 200),
      happenedOn: dayFrom(parsed.meta.date) ?? dayFrom(fileName) ?? '',
      place: parsed.meta.place ?? '',
      platform: parsed.meta.platform ?? '',
      language: parsed.meta.language ?? scriptLanguage(parsed.turns) ?? 'en',
    },
  }
}

/** Milliseconds up to the last known time, or null where nothing is timed. */
export function durationOf(turns: readonly ParsedTurn[]): number | null {
  let last: number | null = null
  for (const { endMs } of turns) if (endMs !== null && (last === null || endMs > last)) last = endMs
  return last
}

function timesOf(turns: readonly ParsedTurn[]): Preview['counts']['times'] {
  // Where only cues are timed, the word that begins a cue counts as measured; hence more than half, and not any.
  let [measured, timed] = [0, 0]
  for (const { wordEstimated } of turns) {
    timed += wordEstimated.length
    for (const estimated of wordEstimated) if (!estimated) measured += 1
  }
  if (timed > 0 && measured * 2 > timed) return 'measured'
  return turns.some((turn) => turn.startMs !== null) ? 'spread' : 'none'
}

const ORDER: Record<Severity, number> = { error: 0, warning: 1, info: 2 }

/** Problems of one kind together, worst first, each with its first places. */
export function groupProblems(problems: readonly Problem[]): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>()
  for (const { code, severity, line, path, message } of problems) {
    const key = `${severity} ${code}`
    const group = groups.get(key) ?? { code, severity, count: 0, message, places: [] }
    group.count += 1
    if (group.places.length < MOST_PLACES && (line !== null || path !== null))
      group.places.push({ line, path, message })
    groups.set(key, group)
  }
  return [...groups.values()].sort((a, b) => ORDER[a.severity] - ORDER[b.severity])
}

/** Names and parts to begin with, as the file states them; else a last name alone is taken for the one full name that ends in it. */
export function proposeSpeakers(
  found: readonly FoundSpeaker[],
  stated: readonly { speaker: string; part: Part }[] = [],
): PreviewSpeaker[] {
  const byFile = new Map(stated.map(({ speaker, part }) => [speaker, part]))
  const named = found.map((speaker) => ({
    ...speaker,
    name: byFile.has(speaker.label ?? '') ? (speaker.label ?? '') : nameOf(speaker.label),
  }))
  const full = [...new Set(named.map(({ name }) => name).filter((name) => name.includes(' ')))]
  const whole = named.map((speaker) => {
    const ending = full.filter((name) => name.endsWith(` ${speaker.name}`))
    const isShort = speaker.name !== '' && !byFile.has(speaker.label ?? '')
    return isShort && ending.length === 1 && ending[0] ? { ...speaker, name: ending[0] } : speaker
  })
  const people = [...new Set(whole.map(({ name }) => name).filter((name) => name !== ''))]
  const parts = new Map<string, Part>()
  for (const { label, name } of whole) {
    const said = byFile.get(label ?? '') ?? partFromLabel(label ?? '')
    if (said || !parts.has(name)) parts.set(name, said ?? partByPlace(people.indexOf(name), people.length))
  }
  return whole.map((speaker) => ({ ...speaker, part: parts.get(speaker.name) ?? 'guest' }))
}

function nameOf(label: string | null): string {
  return label === null ? '' : nameFromLabel(label.split(',')[0] ?? label)
}

function partFromLabel(label: string): Part | null {
  if (/\b(?:moderator|chair)\b/i.test(label)) return 'moderator'
  if (/\b(?:host|anchor|interviewer)\b/i.test(label) || /^(?:q|question)$/i.test(label)) return 'interviewer'
  if (/\b(?:audience|crowd)\b/i.test(label)) return 'audience'
  return null
}

/** Of two people the one who begins usually asks. */
function partByPlace(index: number, people: number): Part {
  if (people !== 2) return 'guest'
  return index === 0 ? 'interviewer' : 'interviewee'
}

function titleFrom(fileName: string): string {
  const words = fileName
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/, ' ')
    .replace(/[-_.\s]+/g, ' ')
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function dayFrom(text: string | undefined): string | null {
  const day = /(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)/.exec(text ?? '')?.[1]
  return day && !Number.isNaN(Date.parse(day)) ? day : null
}
