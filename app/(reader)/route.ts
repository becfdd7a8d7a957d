import { createElement } from 'react'
import { siteDocument } from '@/app/(reader)/_document/respond'
import { FrontPage } from '@/components/reader/front-page'
import { publishedClaimsPage } from '@/publishing/published-claims'
import { publishedChangesPage, publishedInterviews } from '@/publishing/published-pages'

const STORIES = 10
const CHECKS = 5
const CHANGES = 3

/** The front page: the newest interview large, what was checked and corrected lately, further interviews. */
export function GET(request: Request): Promise<Response> {
  return siteDocument(request, 'front', async ({ settings: { siteName, timeZone } }) => {
    const [interviews, claims, changes] = await Promise.all([
      publishedInterviews({ cursor: null, limit: STORIES }),
      publishedClaimsPage({}, { cursor: null, limit: CHECKS }),
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
        claims: claims.rows,
        changes,
        more: interviews.older !== null,
      }),
    }
  })
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
