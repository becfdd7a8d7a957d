import { approveClaim } from '@/claims/approve-claim'
import { flagClaim } from '@/claims/flag-claim'
import { flagOutsideClaim } from '@/claims/flag-outside-claim'
import { moveClaim } from '@/claims/move-claim'
import { reviseClaim } from '@/claims/revise-claim'
import { saveEvidence } from '@/claims/save-evidence'
import { saveReply } from '@/claims/save-reply'
import { db } from '@/platform/db'
import { placeOfQuote, type Sample } from '@/prisma/sample/sample'
import { sampleId } from '@/prisma/sample/sample-id'
import type { SampleClaim, SampleEvidence, SampleReply } from '@/prisma/sample/schema'
import type { SeededInterview } from '@/prisma/sample/seed-interview'
import type { SampleMembers } from '@/prisma/sample/seed-members'

/** Flags, researches and approves the sample's claims. @returns their ids, in the order of the file. */
export async function saveSampleClaims(
  sample: Sample,
  interview: SeededInterview,
  members: SampleMembers,
): Promise<string[]> {
  const ids: string[] = []
  for (const [index, claim] of sample.claims.entries()) {
    const id = sampleId('claim', index)
    ids.push(id)
    await flag(sample, interview, claim, id, members)
    const before = await db().claim.findUniqueOrThrow({ where: { id }, select: { status: true } })
    if (before.status !== 'flagged') continue
    await write(interview, claim, id, members)
    for (const [position, item] of claim.evidence.entries())
      await addSampleEvidence(id, sampleId('claim', index, 'evidence', position), item, members.reporter)
    for (const [position, reply] of claim.replies.entries())
      await addReply(id, sampleId('claim', index, 'reply', position), reply, members.reporter)
    await settle(claim, id, members)
  }
  return ids
}

async function flag(
  sample: Sample,
  { id: interviewId, turnIds }: SeededInterview,
  claim: SampleClaim,
  requestId: string,
  { reporter }: SampleMembers,
) {
  const place = placeOfQuote(sample.interview, claim)
  if (place) {
    const selection = {
      firstTurnId: turnIds[place.fromTurn],
      firstWord: place.firstWord,
      lastTurnId: turnIds[place.toTurn],
      lastWord: place.lastWord,
    }
    return flagClaim(reporter, { interviewId, requestId, selection })
  }
  const claimant = sample.interview.participants.find(
    (participant) => participant.key === claim.speaker,
  )?.name
  const kind = claim.appearance?.kind === 'statement' ? 'document' : claim.appearance?.kind
  return flagOutsideClaim(reporter, {
    interviewId,
    requestId,
    quote: claim.quote,
    claimant,
    appearance: { ...claim.appearance, kind },
  })
}

async function write(
  { turnIds }: SeededInterview,
  claim: SampleClaim,
  claimId: string,
  { reporter }: SampleMembers,
): Promise<void> {
  const empty = { claimReviewed: '', verdictKey: null, explanation: '' }
  const standing = await db().claim.findUniqueOrThrow({
    where: { id: claimId },
    select: { claimReviewed: true, verdictKey: true, explanation: true },
  })
  const challengeTurnId = claim.challengedTurn === null ? null : turnIds[claim.challengedTurn]
  await reviseClaim(reporter, {
    claimId,
    changes: {
      claimReviewed: { from: empty.claimReviewed, to: claim.claimReviewed },
      verdictKey: { from: standing.verdictKey, to: claim.verdict },
      explanation: { from: standing.explanation, to: claim.explanation },
      challenge: { from: 'unchallenged', to: claim.challenged },
      challengeTurnId: { from: null, to: challengeTurnId },
      topics: { from: [], to: claim.topics },
    },
  })
}

/** Adds one source of the sample. */
export function addSampleEvidence(
  claimId: string,
  requestId: string,
  item: SampleEvidence,
  by: SampleMembers['reporter'],
) {
  const { url, archivedUrl, quote, expert, ...rest } = item
  const to = {
    ...rest,
    url: url ?? '',
    archivedUrl: archivedUrl ?? '',
    quote: quote ?? '',
    expert: expert ?? null,
  }
  return saveEvidence(by, { claimId, evidenceId: null, requestId, from: null, to })
}

function addReply(claimId: string, requestId: string, reply: SampleReply, by: SampleMembers['reporter']) {
  return saveReply(by, {
    claimId,
    replyId: null,
    requestId,
    from: null,
    to: { ...reply, answer: reply.answer ?? '' },
  })
}

async function settle(
  claim: SampleClaim,
  claimId: string,
  { reporter, editor }: SampleMembers,
): Promise<void> {
  if (claim.status === 'researching')
    await moveClaim(reporter, { claimId, from: 'flagged', to: 'researching' })
  if (claim.status === 'dropped') await moveClaim(reporter, { claimId, from: 'flagged', to: 'dropped' })
  if (claim.status === 'approved') {
    await moveClaim(reporter, { claimId, from: 'flagged', to: 'inReview' })
    await approve(claimId, editor)
  }
}

/** Approves the claim as it stands. */
export async function approve(claimId: string, editor: SampleMembers['editor']): Promise<void> {
  const { version } = await db().claim.findUniqueOrThrow({
    where: { id: claimId },
    select: { version: true },
  })
  await approveClaim(editor, { claimId, version })
}
