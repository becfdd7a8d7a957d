import { livePath } from '@/publishing/addresses'
import { livePage } from '@/publishing/live-page'
import type { PageSnapshot } from '@/publishing/snapshot-schema'

/** What a page says of itself, so that its script can tell whether there is something newer (`open-page.ts`). */
export function liveAttributes(page: PageSnapshot): Record<`data-${string}`, string | number> {
  const { publication, changes, corrections } = livePage(page)
  return {
    'data-live': livePath(page.interview.slug),
    'data-publication': publication,
    'data-changes': changes,
    'data-corrections': corrections,
  }
}
