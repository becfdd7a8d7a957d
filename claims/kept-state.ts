import { z } from 'zod'
import type { ClaimPlace } from '@/claims/follow-words'
import { type DocTurn, sameTurn, timesOf, type WordTime, withWords } from '@/transcripts/correct/document'

/**
 * What a step keeps of what stood before and after it, as stored JSON: of each turn that it touched only what differs,
 * so that moving every time of a five-hour transcript does not store its words twice.
 */

/**
 * Times of a turn's words as text, small and quick to store: a database reads 120,000 numbers slowly. All three empty where
 * the turn is untimed.
 */
const times = z.object({
  /** The first start in ms, then how much later each next word starts. */
  starts: z.string().regex(/^(\d+( \d+)*)?$/),
  /** How long each word lasts, in ms. */
  lengths: z.string().regex(/^(\d+( \d+)*)?$/),
  /** `1` a word whose time is estimated, `0` one that is measured. */
  estimated: z.string().regex(/^[01]*$/),
})

const keptTurn = z.object({
  id: z.uuid(),
  stepId: z.uuid().nullable(),
  participantId: z.uuid().nullable().optional(),
  text: z.string().optional(),
  times: times.optional(),
  /** Only of a turn that is not there on the other side: the turns beside it, null at an end. */
  beside: z.object({ before: z.uuid().nullable(), after: z.uuid().nullable() }).optional(),
})
export type KeptTurn = z.infer<typeof keptTurn>

const keptClaim = z.object({
  id: z.uuid(),
  firstTurnId: z.uuid(),
  firstWord: z.number().int(),
  lastTurnId: z.uuid(),
  lastWord: z.number().int(),
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  startMs: z.number().int().nullable(),
  endMs: z.number().int().nullable(),
  needsAnchor: z.boolean(),
  challengeTurnId: z.uuid().nullable(),
  challengeMs: z.number().int().nullable(),
}) satisfies z.ZodType<ClaimPlace>

const keptNote = z.object({ id: z.uuid(), turnId: z.uuid() })
export type KeptNote = z.infer<typeof keptNote>

const keptParticipant = z.object({
  id: z.uuid(),
  name: z.string(),
  part: z.enum(['interviewer', 'interviewee', 'moderator', 'guest', 'audience']),
  personId: z.uuid().nullable(),
  /** Where the person behind them was renamed too. */
  personName: z.string().optional(),
})
export type KeptParticipant = z.infer<typeof keptParticipant>

const keptFile = z.object({
  format: z.string(),
  encoding: z.string(),
  fileName: z.string(),
  contentHash: z.string(),
  /** Absent in steps kept before it was asked. */
  machineMade: z.boolean().optional(),
})
/** The file that a transcript was made from. */
export type KeptFile = z.infer<typeof keptFile>

export const keptStateSchema = z.object({
  turns: z.array(keptTurn),
  /** Ids of turns that are gone on this side. */
  removed: z.array(z.uuid()),
  claims: z.array(keptClaim),
  notes: z.array(keptNote),
  participants: z.array(keptParticipant),
  /** Only where the transcript was replaced. */
  file: keptFile.optional(),
})
export type KeptState = z.infer<typeof keptStateSchema>

/** A turn and the step that its state is known by; null where no step changed it. */
export type Known = { turn: DocTurn; stepId: string | null }

type KeptTurns = Pick<KeptState, 'turns' | 'removed'>

/** What differs between two states of some turns, for each side. */
export function keepTurns(
  then: readonly Known[],
  next: readonly Known[],
): { before: KeptTurns; after: KeptTurns } {
  const old = new Map(then.map((known) => [known.turn.id, known]))
  const now = new Map(next.map((known) => [known.turn.id, known]))
  const before: KeptTurns = { turns: [], removed: [] }
  const after: KeptTurns = { turns: [], removed: [] }
  for (const [index, known] of then.entries()) {
    const other = now.get(known.turn.id)
    if (!other) {
      before.turns.push(keepWhole(known, besides(then, index)))
      after.removed.push(known.turn.id)
    } else if (other.turn !== known.turn || other.stepId !== known.stepId) {
      before.turns.push(keepTurn(known, other.turn))
      after.turns.push(withoutTimes(keepTurn(other, known.turn)))
    }
  }
  for (const [index, known] of next.entries()) {
    if (old.has(known.turn.id)) continue
    after.turns.push(withoutTimes(keepWhole(known, besides(next, index))))
    before.removed.push(known.turn.id)
  }
  return { before, after }
}

/** Times that stand need not be kept: the step that changes them keeps them. */
function withoutTimes({ times: _times, ...turn }: KeptTurn): KeptTurn {
  return turn
}

function besides(turns: readonly Known[], index: number) {
  return { before: turns[index - 1]?.turn.id ?? null, after: turns[index + 1]?.turn.id ?? null }
}

/** A turn that stands on both sides: what of `side` differs from the other. */
function keepTurn(side: Known, other: DocTurn): KeptTurn {
  const { turn } = side
  const timesDiffer = !sameTurn(
    { ...turn, participantId: null, text: '' },
    { ...other, participantId: null, text: '' },
  )
  return {
    id: turn.id,
    stepId: side.stepId,
    ...(turn.participantId === other.participantId ? {} : { participantId: turn.participantId }),
    ...(turn.text === other.text ? {} : { text: turn.text }),
    ...(timesDiffer || turn.text !== other.text ? { times: keptTimes(turn) } : {}),
  }
}

/** A turn that stands on one side only, whole. */
function keepWhole({ turn, stepId }: Known, beside: NonNullable<KeptTurn['beside']>): KeptTurn {
  const { id, participantId, text } = turn
  return { id, stepId, participantId, text, times: keptTimes(turn), beside }
}

function keptTimes({ wordStarts, wordEnds, wordEstimated }: DocTurn): z.infer<typeof times> {
  return {
    starts: wordStarts.map((start, word) => start - (wordStarts[word - 1] ?? 0)).join(' '),
    lengths: wordStarts.map((start, word) => (wordEnds[word] ?? start) - start).join(' '),
    estimated: wordEstimated.map(Number).join(''),
  }
}

function timesFrom(kept: z.infer<typeof times>): WordTime[] {
  const lengths = numbers(kept.lengths)
  let startMs = 0
  return numbers(kept.starts).map((later, word) => {
    startMs += later
    return { startMs, endMs: startMs + (lengths[word] ?? 0), estimated: kept.estimated[word] === '1' }
  })
}

function numbers(text: string): number[] {
  return text === '' ? [] : text.split(' ').map(Number)
}

/** The turn as it was kept; what was not kept is as it stands. */
export function turnFrom(kept: KeptTurn, standing: DocTurn | null): DocTurn {
  const text = kept.text ?? standing?.text ?? ''
  const participantId =
    kept.participantId === undefined ? (standing?.participantId ?? null) : kept.participantId
  const times = kept.times ? timesFrom(kept.times) : standing ? timesOf(standing) : []
  return withWords({ id: kept.id, participantId }, text, times)
}
