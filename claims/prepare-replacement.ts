import 'server-only'
import { createHash } from 'node:crypto'
import type { PlacedClaim } from '@/claims/correction-scope'
import { saysTheSame } from '@/claims/follow-words'
import {
  type FoundSpeaker,
  type Known,
  type Plan,
  planReplacement,
  proposeReplacedSpeakers,
  speakersToMake,
} from '@/claims/plan-replacement'
import type { ReplacedClaim, ReplacedSpeaker, ReplacementPreview } from '@/claims/replacement-schema'
import type { Reader } from '@/platform/db'
import { NotFound } from '@/platform/errors'
import { countWordsBetween, differences } from '@/transcripts/align/differences'
import type { HeldTurn } from '@/transcripts/correction-store'
import { previewOf } from '@/transcripts/preview'
import { loadedBefore } from '@/transcripts/queries'
import type { ReadReplacement } from '@/transcripts/read-replacement'

/** The transcript and what stands on it, as a replacement needs them. */
export type Standing = {
  transcript: {
    id: string
    format: string
    encoding: string
    fileName: string
    contentHash: string
    machineMade: boolean
  }
  held: HeldTurn[]
  participants: Known[]
  claims: (PlacedClaim & { claimReviewed: string; approved: boolean })[]
  notes: { id: string; title: string; turnId: string }[]
}

/** @throws NotFound */
export async function standingTranscript(reader: Reader, interviewId: string): Promise<Standing> {
  const transcript = await reader.transcript.findUnique({
    where: { interviewId },
    select: {
      id: true,
      format: true,
      encoding: true,
      fileName: true,
      contentHash: true,
      machineMade: true,
    },
  })
  if (!transcript) throw new NotFound('This interview has no transcript.')
  const held = await reader.turn.findMany({
    where: { transcriptId: transcript.id },
    orderBy: { position: 'asc' },
    omit: { transcriptId: true, version: true, revision: true },
  })
  const positions = new Map(held.map(({ id, position }) => [id, position]))
  const rows = await reader.claim.findMany({
    where: { interviewId, origin: 'interview' },
    orderBy: { number: 'asc' },
  })
  const claims = rows.flatMap((row) => {
    const { firstTurnId, firstWord, lastTurnId, lastWord } = row
    if (firstTurnId === null || firstWord === null || lastTurnId === null || lastWord === null) return []
    const { id, number, quote, prefix, suffix, startMs, endMs, needsAnchor, challengeTurnId, challengeMs } =
      row
    return [
      {
        ...{
          id,
          number,
          firstTurnId,
          firstWord,
          lastTurnId,
          lastWord,
          quote,
          prefix,
          suffix,
          startMs,
          endMs,
        },
        ...{ needsAnchor, challengeTurnId, challengeMs },
        firstPosition: positions.get(firstTurnId) ?? 0,
        lastPosition: positions.get(lastTurnId) ?? 0,
        challengePosition: challengeTurnId === null ? null : (positions.get(challengeTurnId) ?? null),
        claimReviewed: row.claimReviewed,
        approved: row.status === 'approved',
      },
    ]
  })
  return {
    transcript,
    held,
    participants: await reader.participant.findMany({
      where: { interviewId },
      orderBy: { position: 'asc' },
      select: { id: true, name: true, sourceLabel: true },
    }),
    claims,
    notes: await reader.backgroundNote.findMany({
      where: { interviewId },
      orderBy: { id: 'asc' },
      select: { id: true, title: true, turnId: true },
    }),
  }
}

/** What a file makes of the transcript as it stands, with names for those who would be made. */
export type Prepared = {
  plan: Plan
  speakers: FoundSpeaker[]
  nameOf: (participantId: string | null) => string | null
  made: { id: string; name: string; part: ReplacedSpeaker['part']; labels: (string | null)[] }[]
  outcome: string
}

/**
 * @param decided the editor's decisions, or null for what Claimline proposes
 * @param newId makes ids of turns and of participants to be made
 * @returns null where the file holds nothing that could replace a transcript
 */
export function prepareReplacement(
  standing: Standing,
  { parsed, alignment, contentHash }: ReadReplacement,
  decided: readonly ReplacedSpeaker[] | null,
  newId: () => string,
): Prepared | null {
  if (!alignment || parsed.turns.length === 0 || parsed.problems.some(({ severity }) => severity === 'error'))
    return null
  const { held, participants, claims } = standing
  const byLabel = new Map(decided?.map((one) => [one.label, one]))
  const speakers = proposeReplacedSpeakers(parsed.turns, participants).map((one) => ({
    ...one,
    ...byLabel.get(one.label),
  }))
  const { known, made } = speakersToMake(speakers, participants)
  const fresh = made.map((one) => ({ ...one, id: newId() }))
  for (const { id, labels } of fresh) for (const label of labels) known.set(label, id)
  const plan = planReplacement(held, parsed.turns, alignment, claims, (label) => known.get(label), newId)
  const names = new Map([...participants, ...fresh].map(({ id, name }) => [id, name]))
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  return { plan, speakers, nameOf, made: fresh, outcome: outcomeOf(standing, plan, contentHash, nameOf) }
}

/** One name for everything that an editor is shown: another transcript, file, speaker or claim has another. */
function outcomeOf(standing: Standing, plan: Plan, contentHash: string, nameOf: Prepared['nameOf']): string {
  const hash = createHash('sha256').update(contentHash)
  for (const { id, stepId, participantId, text } of standing.held)
    hash.update(JSON.stringify([id, stepId, participantId, text]))
  for (const { participantId, text } of plan.after) hash.update(JSON.stringify([nameOf(participantId), text]))
  for (const [id, { place, why }] of plan.landings)
    hash.update(JSON.stringify([id, why, place.quote, place.startMs, place.endMs]))
  return hash.digest('hex')
}

/** What an editor sees before they decide. */
export async function viewReplacement(
  reader: Reader,
  interviewId: string,
  standing: Standing,
  file: ReadReplacement,
  prepared: Prepared | null,
): Promise<ReplacementPreview> {
  const { proposed: _p, speakers: _s, turns: _t, ...facts } = previewOf(file.parsed, file.fileName)
  const earlier = await loadedBefore(file.contentHash, reader)
  return {
    ...facts,
    fileName: file.fileName,
    bytes: file.bytes,
    contentHash: file.contentHash,
    outcome: prepared?.outcome ?? '',
    sameFile: file.contentHash === standing.transcript.contentHash,
    earlier: earlier.filter(({ id }) => id !== interviewId),
    ...(prepared ? changesOf(standing, file, prepared) : NO_CHANGES),
  }
}

const NO_CHANGES = {
  words: { old: 0, new: 0, same: 0, changed: 0, added: 0, gone: 0, measured: 0, estimated: 0, untimed: 0 },
  speakers: [],
  claims: [],
  homelessNotes: [],
  differences: { total: 0, items: [] },
}

function changesOf(
  standing: Standing,
  { parsed, alignment }: ReadReplacement,
  { plan, speakers, nameOf }: Prepared,
) {
  if (!alignment) return NO_CHANGES
  const { after } = plan
  const starts = after.flatMap((turn) =>
    turn.wordStarts.length > 0 ? turn.wordStarts : Array.from({ length: turn.wordCount }, () => -1),
  )
  const untimed = starts.filter((start) => start < 0).length
  const estimated = after.reduce((sum, turn) => sum + turn.wordEstimated.filter(Boolean).length, 0)
  return {
    words: {
      old: alignment.oldWords,
      new: starts.length,
      ...countWordsBetween(alignment),
      measured: starts.length - untimed - estimated,
      estimated,
      untimed,
    },
    speakers,
    claims: standing.claims.map((claim) => claimView(claim, standing, plan, nameOf)),
    homelessNotes: standing.notes
      .filter(({ turnId }) => plan.follower.turnNow(turnId) === null)
      .map(({ title }) => title),
    differences: differences(
      standing.held.map(({ text }) => text),
      parsed.turns.map(({ text }) => text),
      alignment,
      starts,
    ),
  }
}

function claimView(
  claim: Standing['claims'][number],
  { held }: Standing,
  { after, follower, landings }: Plan,
  nameOf: Prepared['nameOf'],
): ReplacedClaim {
  const { place = claim, why = 'other-words' } = landings.get(claim.id) ?? {}
  const speakerAt = (turns: typeof after, turnId: string) =>
    nameOf(turns.find(({ id }) => id === turnId)?.participantId ?? null)
  return {
    id: claim.id,
    number: claim.number,
    claimReviewed: claim.claimReviewed,
    why,
    oldQuote: claim.quote,
    newQuote: why === null ? place.quote : follower.quoteNear(place),
    oldSpeaker: speakerAt(held, claim.firstTurnId),
    newSpeaker: speakerAt(after, place.firstTurnId),
    startMs: place.startMs,
    backToReview: claim.approved && !saysTheSame(claim.quote, place.quote),
  }
}
