import { latinOf } from '@/components/transcripts/player/playback-keys'

/** A key as an act names it: `a`, `Shift+a`, `Alt+r`, `Mod+k` (Mod is Control, on a Mac Command), `Escape`, `Enter`. */
export type KeyName = string

/** What of a key press decides; a KeyboardEvent has all of it. */
export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>

/**
 * True where a press is the key so named. Letters are meant by their place on keyboards that write other scripts. A sign
 * that needs Shift on some keyboards, such as `?`, is named by itself.
 */
export function isPress(name: KeyName, press: Press, mac: boolean): boolean {
  const parts = name.split('+')
  const key = parts.pop() ?? ''
  const wants = (part: string) => parts.includes(part)
  const mod = mac ? press.metaKey : press.ctrlKey
  const other = mac ? press.ctrlKey : press.metaKey
  const isSign = key.length === 1 && !/[a-z0-9]/i.test(key)
  return (
    latinOf(press) === key.toLowerCase() &&
    mod === wants('Mod') &&
    !other &&
    press.altKey === wants('Alt') &&
    (isSign || press.shiftKey === wants('Shift'))
  )
}

/** A key with Control, Command or Alt never writes a letter, so it works while somebody types too. */
export function worksWhileTyping(name: KeyName): boolean {
  return /^(Mod|Alt)\+/.test(name)
}
