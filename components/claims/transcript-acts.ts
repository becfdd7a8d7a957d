import type { Act } from '@/components/desk/acts/registry'
import type { TranscriptCommand } from '@/components/transcripts/transcript-keys'

type Command = Exclude<TranscriptCommand['kind'], 'move' | 'clear' | 'sentence' | 'help'>

/** What the transcript's keys do, for the palette. The keys themselves are heard where the focus is in the transcript. */
const COMMANDS: Record<Command, { group: 'Transcript' | 'Playing'; label: string; shown: string }> = {
  flag: { group: 'Transcript', label: 'Flag the selected words as a claim', shown: 'F' },
  open: { group: 'Transcript', label: 'Open the claim on this word', shown: 'O' },
  edit: { group: 'Transcript', label: 'Correct the words of this turn', shown: 'E' },
  split: { group: 'Transcript', label: 'Cut the turn before this word', shown: 'D' },
  merge: { group: 'Transcript', label: 'Join this turn to the one before', shown: 'M' },
  turnTime: { group: 'Transcript', label: 'Set when this turn begins', shown: 'T' },
  replace: { group: 'Transcript', label: 'Find and replace', shown: 'H' },
  undo: { group: 'Transcript', label: 'Take back your last correction', shown: 'Ctrl Z' },
  redo: { group: 'Transcript', label: 'Do the correction again', shown: 'Ctrl Shift Z' },
  note: { group: 'Transcript', label: 'Write a background note beside this turn', shown: 'N' },
  chapter: { group: 'Transcript', label: 'Begin a chapter at this turn', shown: 'C' },
  speaker: { group: 'Transcript', label: 'Say who speaks in these turns', shown: 'W' },
  playHere: { group: 'Playing', label: 'Play from this word', shown: 'P' },
  playPause: { group: 'Playing', label: 'Play or pause', shown: 'K, Alt K' },
  back: { group: 'Playing', label: 'Five seconds back', shown: 'J, Alt J' },
  on: { group: 'Playing', label: 'Five seconds on', shown: 'L, Alt L' },
  slower: { group: 'Playing', label: 'Slower', shown: '−, Alt −' },
  faster: { group: 'Playing', label: 'Faster', shown: '+, Alt +' },
  flagSaid: { group: 'Playing', label: 'Flag what is being said', shown: 'G, Alt G' },
  nextClaim: { group: 'Playing', label: 'Go to the next claim', shown: ']' },
  previousClaim: { group: 'Playing', label: 'Go to the claim before', shown: '[' },
}

/** An act for each of them. @param playing false where there is nothing to play. */
export function transcriptActs(run: (command: Command) => void, playing: boolean): Act[] {
  return commandNames().map((command) => ({
    id: `transcript.${command}`,
    ...COMMANDS[command],
    ...(COMMANDS[command].group === 'Playing' && !playing
      ? { refusal: 'This interview has no recording.' }
      : {}),
    run: () => run(command),
  }))
}

function commandNames(): Command[] {
  return Object.keys(COMMANDS).filter((name): name is Command => Object.hasOwn(COMMANDS, name))
}
