import 'server-only'
import type { Actor } from '@/newsroom/roles'
import { command } from '@/platform/command'
import { databaseNow } from '@/platform/database-clock'
import { Conflict, NotFound } from '@/platform/errors'
import { earlierPage } from '@/publishing/earlier-page'
import { loadDraft } from '@/publishing/load-draft'
import { canPublish } from '@/publishing/policy'
import { DESK_CHANGED } from '@/publishing/publish-interview'
import { decideEarlier } from '@/publishing/roll-forward'
import { publishEarlierSchema } from '@/publishing/schema'
import { storePublication } from '@/publishing/store-publication'
import { bumpRevision } from '@/transcripts/store'

/**
 * Publishes an earlier publication's text again, as a new publication: forward, because nothing that was public is taken out
 * of the record. It also brings a page back that was taken down. The desk's own rows stay as they are, so that the next
 * publication from there tells the same differences again.
 * @throws Conflict where the desk changed since the editor looked; NotFound where no page was published under that number;
 * Invalid where it stands already, is under embargo, or readers would not be told enough.
 */
export const publishEarlier = command({
  input: publishEarlierSchema,
  load: async (tx, { interviewId, number }) => {
    await bumpRevision(tx, interviewId)
    const earlier = await earlierPage(tx, interviewId, number)
    if (!earlier) throw new NotFound('No page was published under this number.')
    return { earlier, draft: await loadDraft(tx, interviewId), at: await databaseNow(tx) }
  },
  allow: (actor: Actor) => canPublish(actor),
  run: async (tx, { actor, input, loaded: { earlier, draft, at } }) => {
    const { interviewId, number, revision, changes } = input
    if (draft.revision - 1 !== revision) throw new Conflict(DESK_CHANGED)
    const snapshot = decideEarlier(draft, earlier, at.toISOString(), changes)
    const { told, stopped } = await storePublication(tx, { interviewId, snapshot, changes, by: actor.id, at })
    return {
      value: { slug: snapshot.interview.slug, number: snapshot.number },
      audit: [
        {
          action: 'interview.earlier-published',
          subject: `“${snapshot.interview.title}”, publication ${snapshot.number}, the text of ${number}`,
          interviewId,
          after: { ...told, textOf: number },
        },
        ...stopped,
      ],
    }
  },
})
