import { Invalid } from '@/platform/errors'
import type { Step } from '../correction-schema'
import { countWords } from '../words'
import { changeWords } from './change-words'
import { type Corrected, type Doc, placeOf, sameDoc } from './document'
import { giveSpeaker } from './give-speaker'
import { mergeTurn } from './merge-turn'
import { shiftTimes, stretchTimes } from './move-times'
import { replacePlaces } from './replace-places'
import { setTurnTime } from './set-turn-time'
import { splitTurn } from './split-turn'

/** A step on turns: a rename changes none, and a speaker is a participant by now. */
export type TurnStep =
  | Exclude<Step, { kind: 'rename' | 'speaker' }>
  | { kind: 'speaker'; firstTurnId: string; lastTurnId: string; participantId: string | null }

/**
 * The document after a step. Pure: the same document and step always give the same. Every turn that the step names must
 * be in the document, and stand as its editor saw it.
 * @param isFirst whether the document's first turn is the transcript's: a command may hold only a part of it.
 * @throws Invalid with a sentence for the editor where the step cannot be done, or changes nothing.
 */
export function applyStep(turns: Doc, step: TurnStep, isFirst = true): Corrected {
  const corrected = correctedBy(turns, step, isFirst)
  if (corrected.turns === turns || sameDoc(turns, corrected.turns)) throw new Invalid('That changes nothing.')
  return corrected
}

function correctedBy(turns: Doc, step: TurnStep, isFirst: boolean): Corrected {
  switch (step.kind) {
    case 'words':
      return changeWords(turns, step)
    case 'split':
      if (step.beforeWord >= countWords(placeOf(turns, step.turnId).turn.text))
        throw new Invalid('The turn has fewer words than that. Choose where to cut it again.')
      return splitTurn(turns, step)
    case 'merge':
      if (isFirst && placeOf(turns, step.turnId).index === 0)
        throw new Invalid('The first turn has none before it to be put at the end of.')
      return mergeTurn(turns, step)
    case 'speaker':
      return giveSpeaker(turns, step)
    case 'replace':
      return replacePlaces(turns, step)
    case 'shift':
      return shiftTimes(turns, step)
    case 'stretch':
      return stretchTimes(turns, step)
    case 'time':
      return setTurnTime(turns, step)
  }
}
