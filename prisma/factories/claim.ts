import { randomUUID } from 'node:crypto'
import { deriveAnchor } from '@/claims/anchor'
import type { WordSelection } from '@/claims/schema'
import type { Status } from '@/claims/words-of-the-trade'
import type { Reader } from '@/platform/db'

export type BuildEvidence = {
  title?: string
  internal?: boolean
  url?: string
  /** Makes the evidence an expert's, of a person of this name. */
  expert?: string
  stance?: 'supports' | 'disputes' | 'context'
}

export type BuildClaim = {
  /** Words by turn's place in the interview's list of turns; both ends inclusive. */
  words?: { turn: number; from: number; to: number; lastTurn?: number }
  claimReviewed?: string
  verdictKey?: string | null
  explanation?: string
  internalNote?: string
  status?: Status
  assigneeId?: string | null
  /** Who wrote it; the first is its creator. */
  writers?: readonly string[]
  evidence?: readonly BuildEvidence[]
}

/** The words that a test selects in a built interview, as a browser would send them. */
export function selectWords(
  interview: { turns: readonly string[] },
  { turn, from, to, lastTurn = turn }: { turn: number; from: number; to: number; lastTurn?: number },
): WordSelection {
  const [firstTurnId, lastTurnId] = [interview.turns[turn], interview.turns[lastTurn]]
  if (firstTurnId === undefined || lastTurnId === undefined)
    throw new Error('The interview has no such turn.')
  return { firstTurnId, firstWord: from, lastTurnId, lastWord: to }
}

/**
 * A claim made directly in the database for tests, whole enough to be approved unless something is taken from it:
 * sentence, verdict, explanation and one public source. It stands in review.
 */
export async function buildClaim(
  client: Reader,
  interview: { id: string; turns: readonly string[] },
  wanted: BuildClaim = {},
) {
  const selection = selectWords(interview, wanted.words ?? { turn: 1, from: 0, to: 4 })
  const turns = await client.turn.findMany({
    where: { id: { in: [...interview.turns] } },
    orderBy: { position: 'asc' },
  })
  const { nextClaimNumber, revision } = await client.interview.update({
    where: { id: interview.id },
    data: { nextClaimNumber: { increment: 1 }, revision: { increment: 1 } },
  })
  const number = nextClaimNumber - 1
  const writers = wanted.writers ?? []
  const status = wanted.status ?? 'inReview'
  const claim = await client.claim.create({
    data: {
      interviewId: interview.id,
      number,
      revision,
      status,
      droppedFrom: status === 'dropped' ? 'researching' : null,
      ...selection,
      ...deriveAnchor(turns, selection),
      claimReviewed: wanted.claimReviewed ?? `Sentence of claim ${number}.`,
      verdictKey: wanted.verdictKey === undefined ? 'false' : wanted.verdictKey,
      explanation: wanted.explanation ?? `What was found about claim ${number}.`,
      internalNote: wanted.internalNote ?? '',
      assigneeId: wanted.assigneeId ?? null,
      createdById: writers[0] ?? null,
      contributors: { create: writers.map((memberId) => ({ memberId })) },
    },
  })
  const evidence: string[] = []
  for (const [position, item] of (wanted.evidence ?? [{}]).entries())
    evidence.push((await buildEvidence(client, claim.id, position, item)).id)
  return { id: claim.id, number, version: claim.version, quote: claim.quote, evidence }
}

async function buildEvidence(client: Reader, claimId: string, position: number, item: BuildEvidence) {
  const expert =
    item.expert === undefined
      ? null
      : await client.person.create({
          data: { name: item.expert, slug: `expert-${randomUUID().slice(0, 8)}` },
        })
  return client.evidence.create({
    data: {
      claimId,
      position,
      kind: expert ? 'expert' : 'report',
      stance: item.stance ?? 'disputes',
      title: item.title ?? 'Register of planted trees',
      url: item.url ?? 'https://register.example/trees',
      internal: item.internal ?? false,
      expertId: expert?.id ?? null,
    },
  })
}
