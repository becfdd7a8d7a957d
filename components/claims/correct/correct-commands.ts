import type { Correcting } from '@/components/claims/correct/use-corrections'
import { newRequestId } from '@/components/claims/request-id'
import type { Selected } from '@/components/transcripts/selected-words'
import type { TranscriptController } from '@/components/transcripts/transcript-controller'

export type CorrectCommand = 'edit' | 'split' | 'merge' | 'turnTime' | 'replace' | 'undo' | 'redo'

/** What a correcting key means for the word that the caret is on. */
export function runCorrectCommand(
  command: CorrectCommand,
  {
    correct,
    transcript,
    selected,
    say,
  }: {
    correct: Correcting
    transcript: TranscriptController | null
    selected: Selected | null
    say: (message: string) => void
  },
) {
  if (command === 'undo') return void correct.undoLast()
  if (command === 'redo') return void correct.doAgain()
  if (command === 'replace') return correct.ask({ kind: 'replace' })
  const at = selected?.focus
  const turn = at && transcript?.page.words.turns[at.turn]
  if (!turn) return say('Go to a word of the turn first.')
  if (command === 'edit') return correct.editSelected(selected)
  if (correct.corrections.standing(turn.id) !== 'accepted')
    return say('The words of this turn are not saved yet. Save them first.')
  if (command === 'turnTime') return correct.ask({ kind: 'time', turnId: turn.id })
  if (command === 'merge') {
    if (at.turn === 0) return say('This is the first turn.')
    return void correct.perform({ kind: 'merge', turnId: turn.id, seen: turn.text })
  }
  if (at.word === 0) return say('Go to the word that the new turn shall begin with.')
  void correct.perform({
    kind: 'split',
    turnId: turn.id,
    seen: turn.text,
    beforeWord: at.word,
    newTurnId: newRequestId(),
  })
}

export function isCorrectCommand(command: string): command is CorrectCommand {
  return ['edit', 'split', 'merge', 'turnTime', 'replace', 'undo', 'redo'].includes(command)
}
