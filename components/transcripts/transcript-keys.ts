/** What a key means while the transcript has the focus. Pure, so that the list of keys can be tested and shown. */

export type Movement =
  | 'nextWord'
  | 'previousWord'
  | 'nextLine'
  | 'previousLine'
  | 'nextSentence'
  | 'previousSentence'
  | 'nextTurn'
  | 'previousTurn'
  | 'turnStart'
  | 'turnEnd'
  | 'transcriptStart'
  | 'transcriptEnd'

export type TranscriptCommand =
  | { kind: 'move'; by: Movement; extend: boolean }
  | {
      kind:
        | 'flag'
        | 'clear'
        | 'sentence'
        | 'note'
        | 'speaker'
        | 'open'
        | 'help'
        | 'playPause'
        | 'playHere'
        | 'back'
        | 'on'
    }

export type KeyPress = { key: string; shift: boolean; ctrl: boolean; alt: boolean; meta: boolean }

const LETTERS: Record<string, Exclude<TranscriptCommand['kind'], 'move'>> = {
  f: 'flag',
  enter: 'flag',
  escape: 'clear',
  s: 'sentence',
  n: 'note',
  w: 'speaker',
  o: 'open',
  p: 'playHere',
  k: 'playPause',
  j: 'back',
  l: 'on',
  '?': 'help',
}

/**
 * Null leaves the key to the browser. Alt with an arrow is "back" in most browsers, so it counts only on a Mac, where
 * Control with an arrow belongs to the system and Option is what moves by more than a letter.
 */
export function commandOf(press: KeyPress, page: { rtl: boolean; mac: boolean }): TranscriptCommand | null {
  if (press.meta) return null
  const far = page.mac ? press.alt : press.ctrl
  const other = page.mac ? press.ctrl : press.alt
  if (other) return null
  const by = movementOf(press.key, far, page.rtl)
  if (by) return { kind: 'move', by, extend: press.shift }
  const kind = LETTERS[press.key.toLowerCase()]
  if (!kind || far || (press.shift && kind !== 'help')) return null
  return { kind }
}

function movementOf(key: string, far: boolean, rtl: boolean): Movement | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowLeft': {
      const onward = (key === 'ArrowRight') !== rtl
      if (far) return onward ? 'nextSentence' : 'previousSentence'
      return onward ? 'nextWord' : 'previousWord'
    }
    case 'ArrowDown':
      return far ? 'nextTurn' : 'nextLine'
    case 'ArrowUp':
      return far ? 'previousTurn' : 'previousLine'
    case 'Home':
      return far ? 'transcriptStart' : 'turnStart'
    case 'End':
      return far ? 'transcriptEnd' : 'turnEnd'
    default:
      return null
  }
}

/** The list that `?` shows. */
export const KEY_LIST: readonly { keys: string; does: string }[] = [
  { keys: '← →', does: 'Move by word' },
  { keys: '↑ ↓', does: 'Move by line' },
  { keys: 'Ctrl ← → (Mac: Option)', does: 'Move by sentence' },
  { keys: 'Ctrl ↑ ↓ (Mac: Option)', does: 'Move by turn' },
  { keys: 'Home, End', does: 'Go to the start or end of the turn' },
  { keys: 'Shift with any of these', does: 'Select as you move, across turns' },
  { keys: 'S', does: 'Select the sentence' },
  { keys: 'F or Enter', does: 'Flag the selected words as a claim' },
  { keys: 'N', does: 'Write a background note beside this turn' },
  { keys: 'W', does: 'Say who speaks in these turns' },
  { keys: 'O', does: 'Open the claim on this word' },
  { keys: 'Esc', does: 'Clear the selection' },
  { keys: 'P', does: 'Play from this word' },
  { keys: 'K', does: 'Play or pause' },
  { keys: 'J, L', does: 'Five seconds back or on' },
  { keys: 'F8', does: 'Play or pause, also while you type' },
  { keys: 'Ctrl S', does: 'Save now' },
  { keys: '?', does: 'Show this list' },
  { keys: 'Alt click on a word', does: 'Play from there' },
]
