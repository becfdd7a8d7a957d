import type { Step } from '../correction-schema'
import { formatTimestamp } from '../timestamp'
import { spelled } from './change-words'
import { type Doc, type DocTurn, placeOf } from './document'

/** Sentences for the transcript's history: what a step did, in the words of whoever reads it later. */

const LONGEST = 60

type Names = { nameOf: (participantId: string | null) => string | null }

const TAKEN_BACK = 'Took back: '
const DONE_AGAIN = 'Did again: '

/** What taking a step back did. Of whatever was taken back and done again by turns it names only the step itself. */
export function describeUndo({ kind, summary }: { kind: string; summary: string }): string {
  if (kind !== 'undo') return `${TAKEN_BACK}${summary}`
  if (summary.startsWith(DONE_AGAIN)) return `${TAKEN_BACK}${summary.slice(DONE_AGAIN.length)}`
  return `${DONE_AGAIN}${summary.startsWith(TAKEN_BACK) ? summary.slice(TAKEN_BACK.length) : summary}`
}

/** What a step did to a document. */
export function describeStep(
  step: Exclude<Step, { kind: 'rename' }>,
  before: Doc,
  after: Doc,
  names: Names,
): string {
  switch (step.kind) {
    case 'words':
      return describeWords(before, after, step.turnId, names)
    case 'split':
      return describeSplit(before, step.turnId, step.beforeWord, names)
    case 'merge':
      return describeMerge(before, step.turnId, names)
    case 'speaker':
      return describeSpeaker(before, after, step.firstTurnId, names)
    case 'replace':
      return describeReplace(
        step.find,
        step.replacement,
        step.places.reduce((sum, { ranges }) => sum + ranges.length, 0),
      )
    case 'shift':
      return describeShift(step.byMs)
    case 'stretch':
      return describeStretch(step.first, step.last)
    case 'time':
      return describeTime(before, step.turnId, step.startMs, names)
  }
}

function describeWords(before: Doc, after: Doc, turnId: string, names: Names): string {
  const { turn } = placeOf(before, turnId)
  const now = after.find(({ id }) => id === turnId)
  if (!now) return `Took out ${whose(turn, names)}: ${quoted(turn.text)}`
  const [old, fresh] = [spelled(turn.text), spelled(now.text)]
  let start = 0
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1
  let end = 0
  while (
    end < old.length - start &&
    end < fresh.length - start &&
    old[old.length - 1 - end] === fresh[fresh.length - 1 - end]
  )
    end += 1
  const gone = old.slice(start, old.length - end).join(' ')
  const come = fresh.slice(start, fresh.length - end).join(' ')
  const where = `in ${whose(turn, names)}`
  if (gone === '' && come === '') return `Changed spaces ${where}`
  if (gone === '') return `Put in ${quoted(come)} ${where}`
  if (come === '') return `Took out ${quoted(gone)} ${where}`
  return `Changed ${quoted(gone)} to ${quoted(come)} ${where}`
}

function describeSplit(before: Doc, turnId: string, beforeWord: number, names: Names): string {
  const { turn } = placeOf(before, turnId)
  return `Cut ${whose(turn, names)} before ${quoted(spelled(turn.text).slice(beforeWord).join(' '))}`
}

function describeMerge(before: Doc, turnId: string, names: Names): string {
  const { index, turn } = placeOf(before, turnId)
  const onto = before[index - 1]
  return `Put ${quoted(turn.text)} at the end of ${onto ? whose(onto, names) : 'the turn before'}`
}

function describeSpeaker(before: Doc, after: Doc, turnId: string, names: Names): string {
  const turns = after.filter((turn, index) => turn.participantId !== before[index]?.participantId).length
  const which = turns === 1 ? 'one turn' : `${turns} turns`
  const name = names.nameOf(placeOf(after, turnId).turn.participantId)
  return name === null ? `Took the speaker’s name off ${which}` : `Gave ${which} to ${name}`
}

function describeReplace(find: string, replacement: string, places: number): string {
  const where = places === 1 ? 'in one place' : `in ${places} places`
  return replacement === ''
    ? `Took out “${find}” ${where}`
    : `Replaced “${find}” by “${replacement}” ${where}`
}

function describeShift(byMs: number): string {
  const seconds = Math.abs(byMs) / 1000
  return `Moved all times ${byMs < 0 ? 'back' : 'on'} by ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`
}

type Point = { fromMs: number; toMs: number }

function describeStretch(first: Point, last: Point): string {
  const point = ({ fromMs, toMs }: Point) => `${formatTimestamp(fromMs)} to ${formatTimestamp(toMs)}`
  return `Stretched all times: ${point(first)}, ${point(last)}`
}

function describeTime(before: Doc, turnId: string, startMs: number, names: Names): string {
  return `Set the start of ${whose(placeOf(before, turnId).turn, names)} to ${formatTimestamp(startMs)}`
}

function whose(turn: DocTurn, { nameOf }: Names): string {
  const name = nameOf(turn.participantId)
  return name === null ? 'a turn without a speaker' : `a turn of ${name}`
}

function quoted(text: string): string {
  if (text.length <= LONGEST) return `“${text}”`
  const cut = text.slice(0, LONGEST).toWellFormed()
  return `“${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2))}…”`
}
