import 'server-only'
import { z } from 'zod'
import { speakerOf } from '@/claims/check-claim'
import type { SaidHere } from '@/claims/similar/views'
import { isoDay } from '@/platform/clock'
import { parseInput } from '@/platform/command'
import { db } from '@/platform/db'
import { NotFound } from '@/platform/errors'

const claimIdSchema = z.uuid('That is not an id.')

/**
 * Everywhere that what a claim says was said, itself included: the claim that holds the check first, then by day. Dropped
 * claims are left out.
 * @throws Invalid, NotFound
 */
export async function saidHere(claimId: unknown): Promise<SaidHere[]> {
  const id = parseInput(claimIdSchema, claimId)
  const asked = await db().claim.findUnique({ where: { id }, select: { id: true, repeatOfId: true } })
  if (!asked) throw new NotFound('There is no such claim.')
  const rootId = asked.repeatOfId ?? asked.id
  const claims = await db().claim.findMany({
    where: { OR: [{ id: rootId }, { repeatOfId: rootId }], status: { not: 'dropped' } },
    include: {
      interview: { select: { title: true, happenedOn: true } },
      claimant: true,
      firstTurn: { include: { participant: { include: { person: true } } } },
    },
  })
  const published = await db().publishedAppearance.findMany({
    where: { OR: claims.map(({ interviewId, number }) => ({ interviewId, number })) },
    select: { interviewId: true, number: true },
  })
  const known = new Set(published.map(({ interviewId, number }) => `${interviewId} ${number}`))
  return claims
    .map((claim) => ({
      claimId: claim.id,
      interviewId: claim.interviewId,
      interviewTitle: claim.interview.title,
      number: claim.number,
      quote: claim.quote,
      speaker: speakerOf(claim).name,
      saidOn: isoDay(claim.appearanceOn ?? claim.interview.happenedOn),
      startMs: claim.startMs,
      status: claim.status,
      root: claim.id === rootId,
      published: known.has(`${claim.interviewId} ${claim.number}`),
    }))
    .sort(
      (a, b) =>
        Number(b.root) - Number(a.root) ||
        (a.saidOn ?? '').localeCompare(b.saidOn ?? '') ||
        a.interviewTitle.localeCompare(b.interviewTitle) ||
        a.number - b.number,
    )
}
