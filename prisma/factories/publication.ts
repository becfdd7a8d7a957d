import { approveClaim } from '@/claims/approve-claim'
import type { Actor } from '@/newsroom/roles'
import { db } from '@/platform/db'
import { type BuildClaim, buildClaim } from '@/prisma/factories/claim'
import { type BuildInterview, buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'
import { publishInterview } from '@/publishing/publish-interview'
import type { ChangeNote } from '@/publishing/schema'

/** Approves a built claim as its present version stands. */
export async function approveBuilt(actor: Actor, claimId: string): Promise<void> {
  const { version } = await db().claim.findUniqueOrThrow({
    where: { id: claimId },
    select: { version: true },
  })
  await approveClaim(actor, { claimId, version })
}

/** Publishes an interview as it stands now, through the command. */
export async function publishBuilt(
  actor: Actor,
  interviewId: string,
  changes: readonly ChangeNote[] = [],
): Promise<{ slug: string; number: number }> {
  const { revision } = await db().interview.findUniqueOrThrow({
    where: { id: interviewId },
    select: { revision: true },
  })
  return publishInterview(actor, { interviewId, revision, changes })
}

/** An interview with approved claims, published once through the commands. */
export async function buildPublished({
  interview: wanted = {},
  claims: wantedClaims = [{}],
}: {
  interview?: BuildInterview
  claims?: readonly BuildClaim[]
} = {}) {
  const [writer, editor] = [await buildMember(db()), await buildMember(db(), { role: 'editor' })]
  const interview = await buildInterview(db(), wanted)
  const claims: Awaited<ReturnType<typeof buildClaim>>[] = []
  for (const one of wantedClaims) {
    const claim = await buildClaim(db(), interview, { writers: [writer.id], ...one })
    await approveBuilt(editor, claim.id)
    claims.push(claim)
  }
  const { number } = await publishBuilt(editor, interview.id)
  return { interview, claims, writer, editor, number }
}
