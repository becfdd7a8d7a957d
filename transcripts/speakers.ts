import type { ParsedTurn } from '@/transcripts/model'
import type { Part, SpeakerDecision } from '@/transcripts/schema'

/** Labels that recognisers and press texts use for somebody whose name they do not give. */
const NAMELESS =
  /^(?:speakers?|spk|voice|unknown|unidentified|audience|crowd|reporter|question|narrator|caller|male|female|man|woman|q|a)(?:[\s_#-]+(?:speaker|voice|members?|male|female|man|woman|[a-z]|\d+)|\d+)*$/i

/** True where a name says who somebody is, so that the same name in another interview is the same person. */
export function namesAPerson(name: string, part: Part): boolean {
  return part !== 'audience' && name.trim() !== '' && !NAMELESS.test(name.trim())
}

/** One of the file's speakers as the preview shows it; `label` null gathers the turns that name nobody. */
export type FoundSpeaker = { label: string | null; turns: number; words: number; firstQuote: string }

const QUOTE_LENGTH = 140

/** The speakers of a transcript in the order in which they first speak. */
export function speakersOf(turns: readonly ParsedTurn[], words: (text: string) => number): FoundSpeaker[] {
  const found = new Map<string | null, FoundSpeaker>()
  for (const turn of turns) {
    const speaker = found.get(turn.speaker) ?? {
      label: turn.speaker,
      turns: 0,
      words: 0,
      firstQuote: quoteOf(turn.text),
    }
    speaker.turns += 1
    speaker.words += words(turn.text)
    found.set(turn.speaker, speaker)
  }
  return [...found.values()]
}

function quoteOf(text: string): string {
  if (text.length <= QUOTE_LENGTH) return text
  const cut = text.slice(0, QUOTE_LENGTH)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), QUOTE_LENGTH / 2))}…`
}

/** A label as a name that can stand on a page: `JAKE TAPPER` → `Jake Tapper`, `MR. MUSK` → `Mr. Musk`. Mixed case stays. */
export function nameFromLabel(label: string): string {
  const name = label.replace(/_/g, ' ').replace(/\s+/g, ' ').trim()
  const letters = name.replace(/[^\p{L}]/gu, '')
  if (letters.length < 3 || letters !== letters.toUpperCase() || letters === letters.toLowerCase())
    return name
  return name
    .toLowerCase()
    .replace(/(^|[\s\-'’.])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}

/** A participant to be made: labels that were given one name are one participant. */
export type PlannedParticipant = { name: string; part: Part; labels: (string | null)[] }

/**
 * Merges decisions by name, in order. A label given no name makes no participant. The first part given to a name counts.
 * Voices, whom no label names, come after.
 */
export function planParticipants(
  decisions: readonly SpeakerDecision[],
  voices: readonly { name: string; part: Part }[] = [],
): PlannedParticipant[] {
  const planned = new Map<string, PlannedParticipant>()
  for (const decision of decisions) {
    if (decision.name === '') continue
    const known = planned.get(decision.name)
    if (known) known.labels.push(decision.label)
    else planned.set(decision.name, { name: decision.name, part: decision.part, labels: [decision.label] })
  }
  for (const { name, part } of voices) if (!planned.has(name)) planned.set(name, { name, part, labels: [] })
  return [...planned.values()]
}
