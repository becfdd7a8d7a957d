import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import type { MadeLink } from '@/newsroom/views'
import { now } from '@/platform/clock'
import { db, type Reader, type Tx } from '@/platform/db'

/** An invitation may wait for somebody's holiday; a link instead of a forgotten password need not. */
export const INVITATION_HOURS = 7 * 24
export const RESET_HOURS = 24

/** Makes the one link of a member; an earlier one stops working. */
export async function makeLink(tx: Tx, memberId: string, hours: number): Promise<MadeLink> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now().getTime() + hours * 60 * 60 * 1000)
  const data = { tokenHash: hashOf(token), expiresAt }
  await tx.memberLink.upsert({ where: { memberId }, create: { memberId, ...data }, update: data })
  return { path: `/welcome/${token}`, expiresAt: expiresAt.toISOString() }
}

/** Whom a link is for; null where it was used, was replaced, has run out, or the member is deactivated. */
export async function memberOfLink(
  token: string,
  reader: Reader = db(),
): Promise<{ id: string; name: string; email: string } | null> {
  const link = await reader.memberLink.findUnique({
    where: { tokenHash: hashOf(token) },
    select: {
      expiresAt: true,
      member: { select: { id: true, name: true, email: true, deactivatedAt: true } },
    },
  })
  if (!link || link.expiresAt <= now() || link.member.deactivatedAt) return null
  const { id, name, email } = link.member
  return { id, name, email }
}

// 256 random bits need no salt and no slow hash: there is nothing to guess.
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
