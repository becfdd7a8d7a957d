import { type Landing, ReplacementFollower } from '@/claims/follow-replacement'
import type { ClaimPlace } from '@/claims/follow-words'
import type { ReplacedSpeaker } from '@/claims/replacement-schema'
import type { WordAlignment } from '@/transcripts/align/align-words'
import { carrySpeakers } from '@/transcripts/align/carry-speakers'
import { type Doc, type DocTurn, withWords } from '@/transcripts/correct/document'
import type { ParsedTurn } from '@/transcripts/model'
import { proposeSpeakers } from '@/transcripts/preview'
import type { Part } from '@/transcripts/schema'
import { nameFromLabel, speakersOf } from '@/transcripts/speakers'
import { countWords } from '@/transcripts/words'

/** What a replacement makes of a transcript: pure, for the preview and the command alike. */
export type Plan = {
  after: Doc
  follower: ReplacementFollower
  landings: Map<string, Landing>
}

export type Known = { id: string; name: string; sourceLabel: string | null }

/**
 * @param held the transcript as it stands
 * @param turns the file's turns, timed
 * @param participantOf the participant of a label; undefined for one that says nothing
 * @param newId makes ids of turns
 */
export function planReplacement(
  held: Doc,
  turns: readonly ParsedTurn[],
  alignment: WordAlignment,
  claims: readonly ClaimPlace[],
  participantOf: (label: string | null) => string | undefined,
  newId: () => string,
): Plan {
  const after = carrySpeakers(held, turns, alignment, participantOf).map(
    ({ participantId, text, wordStarts, wordEnds, wordEstimated }): DocTurn =>
      withWords(
        { id: newId(), participantId },
        text,
        wordStarts.map((startMs, word) => ({
          startMs,
          endMs: wordEnds[word] ?? startMs,
          estimated: wordEstimated[word] ?? true,
        })),
      ),
  )
  const follower = new ReplacementFollower(held, after, alignment)
  return { after, follower, landings: new Map(claims.map((claim) => [claim.id, follower.land(claim)])) }
}

export type FoundSpeaker = ReplacedSpeaker & { turns: number; words: number; firstQuote: string }

/** Who the file's labels are: somebody of the interview where exactly one fits, else a new name; nobody named, nobody new. */
export function proposeReplacedSpeakers(
  turns: readonly ParsedTurn[],
  known: readonly Known[],
): FoundSpeaker[] {
  return proposeSpeakers(speakersOf(turns, countWords)).map(
    ({ label, turns, words, firstQuote, name, part }) => {
      const found = { label, turns, words, firstQuote }
      if (label === null) return { ...found, participantId: null, name: '', part }
      const fits = fitting(label, name, known)
      return { ...found, participantId: fits?.id ?? null, name: fits ? '' : name, part }
    },
  )
}

function fitting(label: string, name: string, known: readonly Known[]): Known | null {
  const wanted = new Set([label, name, nameFromLabel(label)].map((one) => one.toLowerCase()))
  const exact = known.filter(
    (one) =>
      wanted.has(one.name.toLowerCase()) ||
      (one.sourceLabel !== null && wanted.has(one.sourceLabel.toLowerCase())),
  )
  if (exact.length > 0) return exact.length === 1 ? (exact[0] ?? null) : null
  // `Trump` is `Donald Trump` where no other name here ends so, and the other way round.
  const ends = known.filter((one) =>
    [...wanted].some(
      (want) => one.name.toLowerCase().endsWith(` ${want}`) || want.endsWith(` ${one.name.toLowerCase()}`),
    ),
  )
  return ends.length === 1 ? (ends[0] ?? null) : null
}

/** A participant to be made, with the labels that are theirs. */
export type NewSpeaker = { name: string; part: Part; labels: (string | null)[] }

/** Decisions as participants to be made and labels of those there are; labels with one new name are one participant. */
export function speakersToMake(
  speakers: readonly ReplacedSpeaker[],
  known: readonly Known[],
): { known: Map<string | null, string>; made: NewSpeaker[] } {
  const byLabel = new Map<string | null, string>()
  const made = new Map<string, NewSpeaker>()
  for (const { label, participantId, name, part } of speakers) {
    const id = participantId ?? known.find((one) => name !== '' && one.name === name)?.id
    if (id !== undefined) byLabel.set(label, id)
    else if (name !== '') {
      const same = made.get(name)
      if (same) same.labels.push(label)
      else made.set(name, { name, part, labels: [label] })
    }
  }
  return { known: byLabel, made: [...made.values()] }
}
