import { createElement } from 'react'
import { siteDocument } from '@/app/(reader)/_document/respond'
import { renderMarkdown } from '@/claims/markdown'
import { AboutPage } from '@/components/reader/standing-pages'

/** Who the newsroom is. Its members are named nowhere: bylines are the interview's own. */
export function GET(request: Request): Promise<Response> {
  return siteDocument(request, 'about', async ({ settings }) => ({
    head: {
      title: 'About',
      description: `Who ${settings.siteName} is and what it is for.`,
      path: '/about',
    },
    body: createElement(AboutPage, { siteName: settings.siteName, html: renderMarkdown(settings.about) }),
  }))
}
