import { createElement } from 'react'
import { siteDocument } from '@/app/(reader)/_document/respond'
import { FrontPage } from '@/components/reader/front-page'
import { type PublishedClaim, publishedClaimsPage } from '@/publishing/published-claims'
import { publishedChangesPage, publishedInterviews } from '@/publishing/published-pages'

const STORIES = 11
const CHECKS = 5
const CHANGES = 3

/** The front page: the newest interview large, what was checked and corrected lately, further interviews. */
export function GET(request: Request): Promise<Response> {
  return siteDocument(request, 'front', async ({ settings: { siteName, timeZone } }) => {
    const [interviews, claims, changes] = await Promise.all([
      publishedInterviews({ cursor: null, limit: STORIES }),
      publishedClaimsPage({}, { cursor: null, limit: 5 * CHECKS }),
      latestChanges(),
    ])
    return {
      head: {
        title: '',
        description: `Interviews, checked claim by claim by ${siteName}.`,
        path: '/',
      },
      body: createElement(FrontPage, {
        siteName,
        timeZone,
        cards: interviews.rows,
        claims: mixed(claims.rows),
        changes,
        more: interviews.rows.length === STORIES,
      }),
    }
  })
}

/** The newest of several interviews: no more than two of one, because a publication brings thirty at once. */
function mixed(claims: readonly PublishedClaim[]): PublishedClaim[] {
  const shown = new Map<string, number>()
  return claims
    .filter(({ slug }) => {
      const before = shown.get(slug) ?? 0
      shown.set(slug, before + 1)
      return before < 2
    })
    .slice(0, CHECKS)
}

/** Corrections first, then clarifications; that something merely came to be known is no news of its own. */
async function latestChanges() {
  const first = { cursor: null, limit: CHANGES }
  const [corrections, clarifications] = await Promise.all([
    publishedChangesPage('correction', first),
    publishedChangesPage('clarification', first),
  ])
  return [...corrections.rows, ...clarifications.rows]
    .sort((a, b) => b.change.at.localeCompare(a.change.at))
    .slice(0, CHANGES)
}
