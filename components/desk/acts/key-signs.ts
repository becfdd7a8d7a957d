import type { KeyName } from '@/components/desk/acts/press'

const SIGNS: Record<string, string> = {
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

/** A key as people read it: `Alt R`, `Ctrl K`, on a Mac `⌘ K` and `⌥ R`. */
export function keySigns(name: KeyName, mac: boolean): string {
  const words: Record<string, string> = mac
    ? { Mod: '⌘', Alt: '⌥', Shift: '⇧' }
    : { Mod: 'Ctrl', Alt: 'Alt', Shift: 'Shift' }
  return name
    .split('+')
    .map((part) => words[part] ?? SIGNS[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(' ')
}
