import { labelAt } from '@/transcripts/formats/speaker-labels'
import { readTimedLine } from '@/transcripts/formats/timed-line'
import { namesSomebody, type OutgoingTranscript, UNKNOWN_SPEAKER } from './outgoing'

const MOST_WORDS = 5
const MOST_SIGNS = 50

/**
 * What stands for each speaker before a colon: the name, where readers of text know it for one, else the nearest that
 * they know (`City Manager/Staff` → `City Manager Staff`), so that nobody's words become another's. No two are alike.
 * Null where nobody is named.
 */
export function labelsOf(transcript: OutgoingTranscript): ((speaker: string | null) => string) | null {
  if (!namesSomebody(transcript)) return null
  const ordinary = ordinaryWords(transcript)
  const labels = new Map<string | null, string>()
  const taken = new Set<string>()
  for (const { speaker } of transcript.turns) {
    if (labels.has(speaker)) continue
    const name = speaker === null ? UNKNOWN_SPEAKER : nearestLabel(speaker)
    // Beside “the group said” a `Group:` is a sentence with a colon; in capitals it is who speaks.
    const near = name !== null && ordinary(name) ? name.toUpperCase() : name
    const label = near === null || taken.has(near.toUpperCase()) ? `Speaker ${labels.size + 1}` : near
    taken.add(label.toUpperCase())
    labels.set(speaker, label)
  }
  return (speaker) => labels.get(speaker) ?? UNKNOWN_SPEAKER
}

/** Whether a label of one word also stands in lower case in what is said. */
function ordinaryWords({ turns }: OutgoingTranscript): (name: string) => boolean {
  let words: Set<string> | undefined
  return (name) => {
    if (/[^\p{L}\p{M}’'-]/u.test(name)) return false
    words ??= new Set(
      turns.flatMap(({ text }) => Array.from(text.matchAll(/(?<![\p{L}’'])\p{Ll}+/gu), ([word]) => word)),
    )
    return words.has(name.toLowerCase())
  }
}

function nearestLabel(name: string): string | null {
  if (isLabel(name)) return name
  const words = name
    .replace(/[^\p{L}\p{M}\p{N}'’-]+/gu, ' ')
    .trim()
    .split(' ')
    .slice(0, MOST_WORDS)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  const near = words.join(' ').slice(0, MOST_SIGNS).trim()
  return isLabel(near) ? near : null
}

/** Whether both ways of reading a label, before words and before a time, give this very name. */
function isLabel(name: string): boolean {
  return labelAt(`${name}: x`)?.name === name && readTimedLine(`${name} [0:00:01]: x`)?.name === name
}
