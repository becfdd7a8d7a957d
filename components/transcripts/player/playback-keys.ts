/**
 * Keys that work everywhere on the page, while somebody types too. Which keys, and why not others: docs/decisions/0017.
 * Pure, so that what is left to browsers and screen readers can be tested.
 */

export type PlaybackCommand = 'playPause' | 'back' | 'on' | 'farBack' | 'slower' | 'faster' | 'flagSaid'

export type PlaybackPress = {
  key: string
  /** Where the key lies, for keyboards whose letters are not Latin. */
  code: string
  shift: boolean
  ctrl: boolean
  alt: boolean
  meta: boolean
  /** The key that writes a third sign (AltGr); never ours. */
  altGraph: boolean
}

const CHORDS: Record<string, PlaybackCommand> = {
  k: 'playPause',
  j: 'back',
  l: 'on',
  r: 'farBack',
  g: 'flagSaid',
  '-': 'slower',
  '=': 'faster',
  '+': 'faster',
}

/** Null leaves the key to the browser. `typing` is true where the focus is in a text. */
export function playbackCommandOf(
  press: PlaybackPress,
  page: { mac: boolean; typing: boolean },
): PlaybackCommand | null {
  if (press.meta || press.altGraph) return null
  const plain = !press.ctrl && !press.alt
  if (press.key === 'F8') return plain && !press.shift ? 'playPause' : null
  if (press.key === 'F2') return plain ? (press.shift ? 'back' : 'on') : null
  return chordHeld(press, page) ? (CHORDS[latinOf(press)] ?? null) : null
}

/** Alt; on a Mac Control with Shift, because Option writes signs there. Outside a text Option does as well. */
function chordHeld(press: PlaybackPress, page: { mac: boolean; typing: boolean }): boolean {
  const alt = press.alt && !press.ctrl && (!press.shift || press.key === '+')
  if (!page.mac) return alt
  return alt ? !page.typing : press.ctrl && press.shift && !press.alt
}

/** The Latin letter or sign of a key, also on keyboards that write other scripts and where Option changed it. */
export function latinOf(press: { key: string; code: string }): string {
  const key = press.key.toLowerCase()
  if (/^[a-z=+\-[\]?]$/.test(key) || key.length > 1) return key
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1]
  if (letter) return letter.toLowerCase()
  return { Minus: '-', Equal: '=', BracketLeft: '[', BracketRight: ']' }[press.code] ?? key
}
