import { createElement } from 'react'
import { siteDocument } from '@/app/(reader)/_document/respond'
import { publicScale } from '@/claims/scale/public-scale'
import { MethodologyPage } from '@/components/reader/standing-pages'

/** How the newsroom checks, and what its verdicts mean. */
export async function GET(request: Request): Promise<Response> {
  const scale = await publicScale()
  return siteDocument(request, `methodology ${JSON.stringify(scale)}`, async ({ settings, policies }) => ({
    head: {
      title: 'How we check',
      description: `How ${settings.siteName} checks what was said.`,
      path: '/methodology',
    },
    body: createElement(MethodologyPage, { html: policies.methodologyHtml, scale }),
  }))
}
