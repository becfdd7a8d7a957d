import 'server-only'
import type { Actor } from '@/newsroom/roles'
import { command } from '@/platform/command'
import { databaseNow } from '@/platform/database-clock'
import { Conflict } from '@/platform/errors'
import { decidePage } from '@/publishing/decide-page'
import { loadDraft } from '@/publishing/load-draft'
import { canPublish } from '@/publishing/policy'
import { publishSchema } from '@/publishing/schema'
import { storePublication } from '@/publishing/store-publication'
import { bumpRevision } from '@/transcripts/store'

export const DESK_CHANGED =
  'The desk changed this interview while you were looking. Look at the list again, then publish.'

/**
 * Publishes an interview, or publishes it again. Readiness is asked once more under the interview's lock, so nothing can
 * change between the check and the page.
 * @throws Conflict where the desk changed since the publisher looked; Invalid where something is missing or readers
 * would not be told of a change.
 */
export const publishInterview = command({
  input: publishSchema,
  load: async (tx, input) => {
    // The lock comes first; the draft is read as it stood before our own revision.
    await bumpRevision(tx, input.interviewId)
    return { draft: await loadDraft(tx, input.interviewId), at: await databaseNow(tx) }
  },
  allow: (actor: Actor) => canPublish(actor),
  run: async (tx, { actor, input: { interviewId, revision, changes }, loaded: { draft, at } }) => {
    if (draft.revision - 1 !== revision) throw new Conflict(DESK_CHANGED)
    const snapshot = decidePage(draft, at.toISOString(), changes)
    const { told, stopped } = await storePublication(tx, { interviewId, snapshot, changes, by: actor.id, at })
    return {
      value: { slug: snapshot.interview.slug, number: snapshot.number },
      audit: [
        {
          action: 'interview.published',
          subject: `“${snapshot.interview.title}”, publication ${snapshot.number}`,
          interviewId,
          after: told,
        },
        ...stopped,
      ],
    }
  },
})
