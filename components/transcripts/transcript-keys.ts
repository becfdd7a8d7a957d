import { latinOf } from '@/components/transcripts/player/playback-keys'

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
        | 'chapter'
        | 'speaker'
        | 'open'
        | 'edit'
        | 'split'
        | 'merge'
        | 'turnTime'
        | 'replace'
        | 'undo'
        | 'redo'
        | 'help'
        | 'playPause'
        | 'playHere'
        | 'back'
        | 'on'
        | 'slower'
        | 'faster'
        | 'flagSaid'
        | 'nextClaim'
        | 'previousClaim'
    }

/** `code` says where the key lies, for keyboards whose letters are not Latin. */
export type KeyPress = {
  key: string
  code?: string
  shift: boolean
  ctrl: boolean
  alt: boolean
  meta: boolean
}

const LETTERS: Record<string, Exclude<TranscriptCommand['kind'], 'move'>> = {
  f: 'flag',
  enter: 'flag',
  escape: 'clear',
  s: 'sentence',
  n: 'note',
  c: 'chapter',
  w: 'speaker',
  o: 'open',
  e: 'edit',
  d: 'split',
  m: 'merge',
  t: 'turnTime',
  h: 'replace',
  p: 'playHere',
  k: 'playPause',
  j: 'back',
  l: 'on',
  '-': 'slower',
  '=': 'faster',
  '+': 'faster',
  g: 'flagSaid',
  '[': 'previousClaim',
  ']': 'nextClaim',
  '?': 'help',
}

/** Signs that need Shift on some keyboards. */
const SHIFTED = new Set(['?', '+', '[', ']', '-', '='])

/**
 * Null leaves the key to the browser. Alt with an arrow is "back" in most browsers, so it counts only on a Mac, where
 * Control with an arrow belongs to the system and Option is what moves by more than a letter.
 */
export function commandOf(press: KeyPress, page: { rtl: boolean; mac: boolean }): TranscriptCommand | null {
  const undo = undoOf(press, page)
  if (undo) return { kind: undo }
  if (press.meta) return null
  const far = page.mac ? press.alt : press.ctrl
  const other = page.mac ? press.ctrl : press.alt
  if (other) return null
  const by = movementOf(press.key, far, page.rtl)
  if (by) return { kind: 'move', by, extend: press.shift }
  const key = latinOf({ key: press.key, code: press.code ?? '' })
  const kind = LETTERS[key]
  if (!kind || far || (press.shift && !SHIFTED.has(key))) return null
  return { kind }
}

/** Taking back and doing again, with the key that the system uses for it. */
function undoOf(press: KeyPress, { mac }: { mac: boolean }): 'undo' | 'redo' | null {
  if (press.alt || !(mac ? press.meta : press.ctrl) || (mac ? press.ctrl : press.meta)) return null
  const key = latinOf({ key: press.key, code: press.code ?? '' })
  if (key === 'z') return press.shift ? 'redo' : 'undo'
  return key === 'y' && !mac && !press.shift ? 'redo' : null
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

/** What the list under `?` says of the keys that the transcript and the player hear. */
export const KEY_GROUPS: readonly { title: string; keys: readonly { keys: string; does: string }[] }[] = [
  {
    title: 'Anywhere, also while you type',
    keys: [
      { keys: 'F8 or Alt K', does: 'Play or pause' },
      { keys: 'Alt J, Alt L', does: 'Five seconds back or on' },
      { keys: 'F2, Shift F2', does: 'Five seconds on or back' },
      { keys: 'Alt R', does: 'Fifteen seconds back' },
      { keys: 'Alt −, Alt +', does: 'Slower or faster' },
      { keys: 'Alt G', does: 'Flag what is being said' },
      { keys: 'Mac: Ctrl Shift with these', does: 'In place of Alt, which writes signs there' },
      { keys: 'Media keys, foot pedal', does: 'Play, pause, five seconds back or on' },
    ],
  },
  {
    title: 'Playing, with the focus in the transcript',
    keys: [
      { keys: 'K', does: 'Play or pause' },
      { keys: 'J, L', does: 'Five seconds back or on' },
      { keys: '−, +', does: 'Slower or faster' },
      { keys: 'P', does: 'Play from this word' },
      { keys: 'G', does: 'Flag what is being said' },
      { keys: '[, ]', does: 'Go to the claim before or after' },
      { keys: 'Click on a word', does: 'Play from there, unless “Click plays” is off' },
      { keys: 'Alt click on a word', does: 'Play from there, always' },
    ],
  },
  {
    title: 'Moving and selecting in the transcript',
    keys: [
      { keys: '← →', does: 'Move by word' },
      { keys: '↑ ↓', does: 'Move by line' },
      { keys: 'Ctrl ← → (Mac: Option)', does: 'Move by sentence' },
      { keys: 'Ctrl ↑ ↓ (Mac: Option)', does: 'Move by turn' },
      { keys: 'Home, End', does: 'Go to the start or end of the turn' },
      { keys: 'Shift with any of these', does: 'Select as you move, across turns' },
      { keys: 'S', does: 'Select the sentence' },
      { keys: 'Esc', does: 'Clear the selection' },
    ],
  },
  {
    title: 'Claims and turns, with the focus in the transcript',
    keys: [
      { keys: 'F or Enter', does: 'Flag the selected words as a claim' },
      { keys: 'O', does: 'Open the claim on this word' },
      { keys: 'E', does: 'Correct the words of this turn' },
      { keys: 'D', does: 'Cut the turn before this word' },
      { keys: 'M', does: 'Join this turn to the one before' },
      { keys: 'T', does: 'Set when this turn begins' },
      { keys: 'H', does: 'Find and replace' },
      { keys: 'Ctrl Z, Ctrl Shift Z', does: 'Take back your last correction, or do it again' },
      { keys: 'N', does: 'Write a background note beside this turn' },
      { keys: 'C', does: 'Begin a chapter at this turn' },
      { keys: 'W', does: 'Say who speaks in these turns' },
    ],
  },
]
