import 'server-only'
import { z } from 'zod'
import { SCOPES } from '@/newsroom/api-tokens/scopes'
import type { TokenView } from '@/newsroom/api-tokens/views'
import { type Actor, isAtLeast } from '@/newsroom/roles'
import { isoMoment } from '@/platform/clock'
import { db } from '@/platform/db'

const scopesSchema = z.array(z.enum(SCOPES))

/** The tokens that were not revoked: the actor's own, and for an administrator everybody's besides. Newest first. */
export async function listTokens(actor: Actor): Promise<{ own: TokenView[]; others: TokenView[] }> {
  const rows = await db().apiToken.findMany({
    where: { revokedAt: null, ...(isAtLeast(actor.role, 'admin') ? {} : { memberId: actor.id }) },
    orderBy: { createdAt: 'desc' },
    omit: { tokenHash: true },
    include: { member: { select: { id: true, name: true, deactivatedAt: true } } },
  })
  const views = rows.map(({ id, name, start, scopes, createdAt, expiresAt, usedAt, member }) => ({
    id,
    name,
    start,
    scopes: scopesSchema.parse(scopes),
    createdAt: createdAt.toISOString(),
    expiresAt: isoMoment(expiresAt),
    usedAt: isoMoment(usedAt),
    owner: { id: member.id, name: member.name, isActive: member.deactivatedAt === null },
  }))
  return {
    own: views.filter(({ owner }) => owner.id === actor.id),
    others: views.filter(({ owner }) => owner.id !== actor.id),
  }
}
