import 'server-only'
import type { Actor } from '@/newsroom/roles'
import { readSettings } from '@/newsroom/settings'
import { isoMoment } from '@/platform/clock'
import { databaseNow } from '@/platform/database-clock'
import { db } from '@/platform/db'
import { canShare, opens } from '@/publishing/preview-link/policy'
import { previewTokenSchema } from '@/publishing/preview-link/schema'
import { hashOfToken } from '@/publishing/preview-link/token'
import type { PreviewLinksView } from '@/publishing/preview-link/views'

const maker = { select: { name: true, role: true, deactivatedAt: true } } as const
const SHOWN = 50

/** The links of an interview, the newest first. */
export async function previewLinks(actor: Actor, interviewId: string): Promise<PreviewLinksView> {
  const [rows, now, { timeZone }] = await Promise.all([
    db().previewLink.findMany({
      where: { interviewId },
      include: { createdBy: maker },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: SHOWN,
    }),
    databaseNow(db()),
    readSettings(),
  ])
  return {
    interviewId,
    zone: timeZone,
    links: rows.map((row) => ({
      id: row.id,
      label: row.label,
      by: row.createdBy.name,
      expiresAt: row.expiresAt.toISOString(),
      seen: row.seen,
      seenAt: isoMoment(row.seenAt),
      ...(opens(row, now)
        ? { state: 'open' as const, why: '' as const }
        : { state: 'ended' as const, why: whyEnded(row, now) }),
    })),
    abilities: { share: canShare(actor) },
  }
}

function whyEnded(row: { withdrawnAt: Date | null; expiresAt: Date }, now: Date) {
  if (row.withdrawnAt) return 'Withdrawn'
  return row.expiresAt <= now ? 'Ran out' : 'Its maker may not share any more'
}

/**
 * The interview that a link's token opens; null for every token that opens none, whatever the reason.
 * @param look `page` counts that the page was looked at; `file` is a picture or recording of it.
 */
export async function interviewOfToken(token: string, look: 'page' | 'file'): Promise<string | null> {
  if (!previewTokenSchema.safeParse(token).success) return null
  const tokenHash = hashOfToken(token)
  const link = await db().previewLink.findUnique({ where: { tokenHash }, include: { createdBy: maker } })
  const now = await databaseNow(db())
  if (!link || !opens(link, now)) return null
  if (look === 'page')
    await db().previewLink.update({ where: { id: link.id }, data: { seen: { increment: 1 }, seenAt: now } })
  return link.interviewId
}
