import { createElement } from 'react'
import { siteDocument } from '@/app/(reader)/_document/respond'
import { CorrectionsPage } from '@/components/reader/plain-pages'
import { publishedChanges } from '@/publishing/queries'

/** How we correct, and every public change so far. */
export function GET(request: Request): Promise<Response> {
  return siteDocument(request, 'corrections', async ({ settings, policies }) => ({
    head: {
      title: 'Corrections',
      description: `Corrections, clarifications and updates by ${settings.siteName}.`,
      path: '/corrections',
    },
    body: createElement(CorrectionsPage, {
      policyHtml: policies.correctionsHtml,
      changes: await publishedChanges(),
      timeZone: settings.timeZone,
    }),
  }))
}
