import 'server-only'
import { z } from 'zod'
import { makeStep, readStep } from '@/newsroom/sign-in-step'
import { db } from '@/platform/db'

/** What is known once the first step was right: which state of the member it holds for, and who vouched. */
export const secondStepSchema = z.object({
  sessionVersion: z.number().int(),
  /** Where a provider vouched for somebody who has to be linked first. */
  issuer: z.string().nullable(),
  subject: z.string().nullable(),
})

type Identity = { issuer: string; subject: string }

/** Begins the second step. @returns the secret for this browser's cookie. */
export function beginSecondStep(
  member: { id: string; sessionVersion: number },
  identity: Identity | null = null,
): Promise<string> {
  return makeStep('secondFactor', member.id, {
    sessionVersion: member.sessionVersion,
    issuer: identity?.issuer ?? null,
    subject: identity?.subject ?? null,
  })
}

/** What a browser that took the first step may show; null where it has to start afresh. */
export async function pendingSecondStep(
  secret: string,
): Promise<{ email: string; hasTotp: boolean; hasPasskeys: boolean } | null> {
  const step = await readStep('secondFactor', secret, secondStepSchema)
  if (!step?.memberId) return null
  const member = await db().member.findUnique({
    where: { id: step.memberId },
    select: {
      email: true,
      totp: { select: { confirmedAt: true } },
      _count: { select: { passkeys: true } },
    },
  })
  return (
    member && {
      email: member.email,
      hasTotp: Boolean(member.totp?.confirmedAt),
      hasPasskeys: member._count.passkeys > 0,
    }
  )
}
