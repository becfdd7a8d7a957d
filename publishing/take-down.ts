import 'server-only'
import type { Actor } from '@/newsroom/roles'
import { readSettings } from '@/newsroom/settings'
import { command } from '@/platform/command'
import { databaseNow } from '@/platform/database-clock'
import { canTakeDown } from '@/publishing/policy'
import { takeDownSchema } from '@/publishing/schema'
import type { TakedownSnapshot } from '@/publishing/snapshot-schema'
import { storePublication } from '@/publishing/store-publication'
import { bumpRevision } from '@/transcripts/store'

/**
 * Takes a page off the site, leaving a notice. The takedown is a publication of its own that carries the notice and
 * nothing else, so every public address that read the page now reads that. Publishing again brings it back.
 */
export const takeDown = command({
  input: takeDownSchema,
  load: async (tx, input) => {
    await bumpRevision(tx, input.interviewId)
    const newest = await tx.publication.findFirst({
      where: { interviewId: input.interviewId },
      orderBy: { number: 'desc' },
      select: { number: true, kind: true, slug: true, interview: { select: { title: true } } },
    })
    return { newest, settings: await readSettings(tx) }
  },
  allow: (actor: Actor, { newest }) =>
    canTakeDown(actor, { published: newest !== null && newest.kind !== 'takedown' }),
  run: async (tx, { actor, input, loaded: { newest, settings } }) => {
    const number = (newest?.number ?? 0) + 1
    const publishedAt = await databaseNow(tx)
    const snapshot: TakedownSnapshot = {
      v: 1,
      kind: 'takedown',
      number,
      slug: newest?.slug ?? '',
      notice: input.notice,
      takenDownAt: publishedAt.toISOString(),
      site: { name: settings.siteName, timeZone: settings.timeZone },
    }
    const { stopped } = await storePublication(tx, {
      interviewId: input.interviewId,
      snapshot,
      changes: [],
      by: actor.id,
      at: publishedAt,
    })
    return {
      value: { slug: snapshot.slug, number },
      audit: [
        {
          action: 'interview.taken-down',
          subject: `“${newest?.interview.title ?? ''}”, publication ${number}`,
          interviewId: input.interviewId,
          after: { notice: input.notice },
        },
        ...stopped,
      ],
    }
  },
})
