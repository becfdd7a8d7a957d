import type { LivePage } from '@/publishing/live-page'

/** What an open page shows of its claims and changes, and what is newer than that. */

export type PageShown = Omit<LivePage, 'claims'> & { claims: ReadonlyMap<number, string> }

export type News = {
  /** Numbers of claims that the page does not have yet. */
  arrived: number[]
  changed: number[]
  /** Taken off the page. */
  gone: number[]
  /** In words, for the reader. */
  sentence: string
}

/** What is new; null where the page is the newest. An older answer, from a cache on the way, is no news. */
export function newsFor(shown: PageShown, live: LivePage): News | null {
  if (live.publication <= shown.publication) return null
  const marks = new Map(live.claims)
  const arrived = [...marks.keys()].filter((number) => !shown.claims.has(number))
  const changed = [...marks].flatMap(([number, mark]) =>
    shown.claims.has(number) && shown.claims.get(number) !== mark ? number : [],
  )
  const gone = [...shown.claims.keys()].filter((number) => !marks.has(number))
  const corrected = live.corrections > shown.corrections
  const parts = [
    corrected ? 'This page was corrected' : '',
    arrived.length > 0 ? many(arrived.length, 'new check', 'new checks') : '',
    !corrected && changed.length > 0 ? many(changed.length, 'check changed', 'checks changed') : '',
  ].filter((part) => part !== '')
  return { arrived, changed, gone, sentence: parts.join(' · ') || 'This page was updated' }
}

function many(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`
}
