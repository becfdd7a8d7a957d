import 'server-only'
import type { Actor } from '@/newsroom/roles'
import { command } from '@/platform/command'
import { databaseNow } from '@/platform/database-clock'
import { Conflict, NotFound } from '@/platform/errors'
import { canShare } from '@/publishing/preview-link/policy'
import { previewLinkIdSchema } from '@/publishing/preview-link/schema'

/** Ends a preview link at once. @throws NotFound; Conflict where it was withdrawn before. */
export const withdrawPreviewLink = command({
  input: previewLinkIdSchema,
  load: async (tx, { linkId }) => {
    await tx.$queryRaw`SELECT 1 FROM "PreviewLink" WHERE "id" = ${linkId}::uuid FOR UPDATE`
    const link = await tx.previewLink.findUnique({
      where: { id: linkId },
      select: { label: true, interviewId: true, withdrawnAt: true, interview: { select: { title: true } } },
    })
    if (!link) throw new NotFound('There is no such link.')
    return link
  },
  allow: (actor: Actor) => canShare(actor),
  run: async (tx, { input: { linkId }, loaded: link }) => {
    if (link.withdrawnAt) throw new Conflict('This link was withdrawn before.')
    await tx.previewLink.update({ where: { id: linkId }, data: { withdrawnAt: await databaseNow(tx) } })
    return {
      value: { linkId },
      audit: [
        {
          action: 'preview.withdrawn',
          subject: `“${link.interview.title}”, for ${link.label}`,
          interviewId: link.interviewId,
        },
      ],
    }
  },
})
