import { createElement } from 'react'
import { siteDocument } from '@/app/(reader)/_document/respond'
import { MethodologyPage } from '@/components/reader/plain-pages'

/** How the newsroom checks. */
export function GET(request: Request): Promise<Response> {
  return siteDocument(request, 'methodology', async ({ settings, policies }) => ({
    head: {
      title: 'How we check',
      description: `How ${settings.siteName} checks what was said.`,
      path: '/methodology',
    },
    body: createElement(MethodologyPage, { html: policies.methodologyHtml }),
  }))
}
