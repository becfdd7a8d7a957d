import 'server-only'
import { AnchorError, type AnchoredQuote, type AnchorTurn, deriveAnchor } from '@/claims/anchor'
import { saysTheSame } from '@/claims/follow-words'
import { lockFamilies, touchFamily } from '@/claims/repeat/family'
import { withSharedCheck } from '@/claims/repeat/shared-check'
import type { WordSelection } from '@/claims/schema'
import type { Prisma, Reader, Tx } from '@/platform/db'
import { Conflict, Invalid, NotFound } from '@/platform/errors'
import { bumpRevision } from '@/transcripts/store'

/** How often the same was said, and which approvals of it are of an older check. */
const repeats = {
  select: {
    id: true,
    version: true,
    status: true,
    approvals: { select: { approvedAt: true }, orderBy: { approvedAt: 'desc' }, take: 1 },
  },
} satisfies Prisma.Claim$repeatsArgs

/** The check that a repeat shares; nothing is read where there is none. */
const repeatOf = {
  include: {
    verdict: true,
    evidence: { include: { expert: true }, orderBy: { position: 'asc' } },
    replies: { orderBy: { position: 'asc' } },
    topics: { include: { topic: true } },
    contributors: { select: { memberId: true } },
    approvals: { orderBy: { approvedAt: 'desc' }, take: 1 },
    interview: { select: { title: true } },
    repeats,
  },
} satisfies Prisma.Claim$repeatOfArgs

/** Everything that a view, a policy or an approval asks of a claim, in one read. */
const claimInclude = {
  repeatOf,
  repeats,
  firstTurn: { include: { participant: { include: { person: true } } } },
  claimant: true,
  verdict: true,
  assignee: { select: { id: true, name: true } },
  createdBy: { select: { id: true, name: true } },
  sentBy: { select: { id: true, name: true } },
  evidence: { include: { expert: true }, orderBy: { position: 'asc' } },
  replies: { orderBy: { position: 'asc' } },
  topics: { include: { topic: true } },
  contributors: { include: { member: { select: { id: true, name: true } } } },
  approvals: {
    include: { approvedBy: { select: { name: true } } },
    orderBy: { approvedAt: 'desc' },
    take: 1,
  },
  opinions: { include: { member: { select: { id: true, name: true } } }, orderBy: { at: 'asc' } },
  hearings: { include: { member: { select: { id: true, name: true } } }, orderBy: { at: 'desc' } },
  talks: { include: { member: { select: { id: true, name: true } } }, orderBy: { at: 'desc' } },
  interview: {
    select: {
      transcript: { select: { machineMade: true } },
      recording: { select: { interviewId: true } },
    },
  },
  // Why it was handed back last.
  comments: {
    where: { kind: 'handedBack' },
    include: { author: { select: { name: true } } },
    orderBy: { createdAt: 'desc' },
    take: 1,
  },
  // What is said about it is read when somebody opens it (claims/talk); a list only says that something is open.
  _count: { select: { comments: { where: { kind: 'comment', threadId: null, resolvedAt: null } } } },
} satisfies Prisma.ClaimInclude

export type ClaimRecord = Prisma.ClaimGetPayload<{ include: typeof claimInclude }>

/** As it stands, a repeat with the check that it shares. @throws NotFound */
export async function loadClaim(reader: Reader, claimId: string): Promise<ClaimRecord> {
  const claim = await reader.claim.findUnique({ where: { id: claimId }, include: claimInclude })
  if (!claim) throw new NotFound('There is no such claim.')
  return withSharedCheck(claim)
}

/**
 * Loads a claim to change it. The interview's row is locked first (its revision rises), so two changes of one interview
 * stand in a line and a comparison with what stood before cannot be overtaken.
 */
export async function loadClaimForChange(
  tx: Tx,
  claimId: string,
): Promise<{ claim: ClaimRecord; revision: number }> {
  await lockFamilies(tx, [claimId])
  const owner = await tx.claim.findUnique({ where: { id: claimId }, select: { interviewId: true } })
  if (!owner) throw new NotFound('There is no such claim.')
  const revision = await bumpRevision(tx, owner.interviewId)
  return { claim: await loadClaim(tx, claimId), revision }
}

export async function loadClaims(reader: Reader, where: Prisma.ClaimWhereInput): Promise<ClaimRecord[]> {
  const claims = await reader.claim.findMany({ where, include: claimInclude, orderBy: { number: 'asc' } })
  return claims.map((claim) => withSharedCheck(claim))
}

/**
 * Marks a change to what the claim says: a new version, its writer remembered, and an approval that no longer holds
 * sends it back to review.
 */
export async function recordContentChange(
  tx: Tx,
  {
    claim,
    revision,
    memberId,
  }: { claim: Pick<ClaimRecord, 'id' | 'status'>; revision: number; memberId: string },
  data: Prisma.ClaimUncheckedUpdateInput = {},
): Promise<void> {
  await tx.claim.update({
    where: { id: claim.id },
    data: {
      ...data,
      version: { increment: 1 },
      revision,
      ...(claim.status === 'approved' ? { status: 'inReview' } : {}),
    },
  })
  await tx.claimContributor.upsert({
    where: { claimId_memberId: { claimId: claim.id, memberId } },
    create: { claimId: claim.id, memberId },
    update: {},
  })
  await touchFamily(tx, claim.id)
}

/** Marks a change to where the claim stands or who talks about it; what it says is untouched, so approvals hold. */
export async function recordStandingChange(
  tx: Tx,
  { claim, revision }: { claim: Pick<ClaimRecord, 'id'>; revision: number },
  data: Prisma.ClaimUncheckedUpdateInput = {},
): Promise<void> {
  await tx.claim.update({ where: { id: claim.id }, data: { ...data, revision } })
  // A claim that is dropped or restored changes how often the same was said; an approval, what its root waits for.
  await touchFamily(
    tx,
    claim.id,
    data.droppedFrom !== undefined ? 'all' : data.status === 'approved' ? 'root' : 'nobody',
  )
}

/** The selection's turns in order with one neighbour on each side. Times are integer ms. */
export async function turnsForAnchor(
  reader: Reader,
  interviewId: string,
  selection: WordSelection,
): Promise<AnchorTurn[]> {
  const ends = await reader.turn.findMany({
    where: { id: { in: [selection.firstTurnId, selection.lastTurnId] }, transcript: { interviewId } },
    select: { position: true },
  })
  if (ends.length === 0) return []
  const positions = ends.map((turn) => turn.position)
  return reader.turn.findMany({
    where: {
      transcript: { interviewId },
      position: { gte: Math.min(...positions) - 1, lte: Math.max(...positions) + 1 },
    },
    select: { id: true, position: true, text: true, wordStarts: true, wordEnds: true },
    orderBy: { position: 'asc' },
  })
}

/**
 * Quote, surroundings and seconds of a selection, from the stored words.
 * @param seen the words that the editor selected.
 * @throws Invalid with a sentence for the editor; Conflict where other words stand there than were seen.
 */
export async function anchorFromStore(
  tx: Tx,
  interviewId: string,
  selection: WordSelection,
  seen?: string,
): Promise<AnchoredQuote> {
  const turns = await turnsForAnchor(tx, interviewId, selection)
  try {
    const anchor = deriveAnchor(turns, selection)
    if (seen !== undefined && !saysTheSame(anchor.quote, seen))
      throw new Conflict('A colleague corrected these words meanwhile. Select them again.')
    return anchor
  } catch (error) {
    if (error instanceof AnchorError) throw new Invalid(error.message, { selection: error.message })
    throw error
  }
}

/**
 * Topics by name, made where they are new. Their rows are locked, in one order for everybody: a topic that is being merged
 * away is waited for, and then made again if it is still wanted.
 */
export async function topicIds(tx: Tx, names: readonly string[]): Promise<string[]> {
  const ids: string[] = []
  // Of two spellings the first one names a topic that is new.
  const bySlug = new Map([...names].reverse().map((name) => [topicSlug(name), name]))
  for (const [slug, name] of [...bySlug].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO "Topic" ("id", "slug", "name") VALUES (gen_random_uuid(), ${slug}, ${name})
      ON CONFLICT ("slug") DO UPDATE SET "slug" = EXCLUDED."slug" RETURNING "id"`
    ids.push(...rows.map(({ id }) => id))
  }
  return ids
}

function topicSlug(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  if (slug === '')
    throw new Invalid('A topic needs a letter or a digit of the Latin alphabet in its name.', {
      topics: 'Choose another name.',
    })
  return slug
}
