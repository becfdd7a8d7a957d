import { Invalid } from '@/platform/errors'
import { formatTimestamp } from '../timestamp'
import { spelled } from './change-words'
import { type Corrected, type Doc, type DocTurn, placeOf, withWords, wordOffsets } from './document'
import { fillTimes } from './fill-times'
import { withMovedTimes } from './move-times'
import { sameWords } from './word-map'

/**
 * Where a turn begins. Its words move along; if they would run into the next turn, and did not before, they are drawn
 * together to end where it begins. A turn without times gets estimated ones, up to the next turn that has any.
 * @throws Invalid where the moment is before the turn before begins, or after the one after does.
 */
export function setTurnTime(turns: Doc, step: { turnId: string; startMs: number }): Corrected {
  const { index, turn } = placeOf(turns, step.turnId)
  const { startMs } = step
  const earliest = turns.slice(0, index).findLast((one) => one.startMs !== null)?.startMs ?? 0
  const latest = turns.slice(index + 1).find((one) => one.startMs !== null)?.startMs ?? null
  if (startMs < earliest || (latest !== null && startMs > latest))
    throw new Invalid(
      latest === null
        ? `The turn before begins at ${formatTimestamp(earliest)}. Give a later time, or correct that one first.`
        : `The turns around it begin at ${formatTimestamp(earliest)} and ${formatTimestamp(latest)}. Give a time between, or correct those first.`,
      { startMs: 'Not between the turns around it.' },
    )
  const moved =
    turn.startMs === null ? timed(turn, startMs, latest) : along(turn, turn.startMs, startMs, latest)
  return { turns: turns.with(index, moved), words: sameWords(wordOffsets(turns).at(-1) ?? 0) }
}

function along(turn: DocTurn, from: number, to: number, latest: number | null): DocTurn {
  const length = (turn.endMs ?? from) - from
  const overlapped = latest !== null && from + length > latest
  const room = latest === null || overlapped ? length : Math.min(length, latest - to)
  if (room === length) return withMovedTimes(turn, (ms) => ms + to - from)
  return withMovedTimes(turn, (ms) => to + Math.floor(((ms - from) * room) / length))
}

/** Time a word is given where nothing tells how fast its speaker is. */
const MS_PER_WORD = 400

function timed(turn: DocTurn, startMs: number, untilMs: number | null): DocTurn {
  const words = spelled(turn.text)
  const endMs = Math.min(startMs + words.length * MS_PER_WORD, untilMs ?? Number.POSITIVE_INFINITY)
  const unknown = new Array<null>(words.length).fill(null)
  const times = fillTimes(words, unknown, { fromMs: null, untilMs }, new Map([[0, { startMs, endMs }]]))
  return withWords(turn, turn.text, times)
}
