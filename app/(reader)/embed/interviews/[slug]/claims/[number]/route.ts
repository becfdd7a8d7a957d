import { createElement } from 'react'
import { framedDocument, notFound } from '@/app/(reader)/_document/respond'
import { EmbedClaim } from '@/components/reader/embed/embed-claim'
import { claimPath } from '@/publishing/addresses'

type Params = { params: Promise<{ slug: string; number: string }> }

/** One claim for a frame on another site. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { slug, number } = await params
  if (!/^[1-9]\d{0,4}$/.test(number)) return notFound(request)
  return framedDocument(request, `embed ${slug} ${number}`, slug, (page, { origin }) => {
    const claim = page.claims.find((each) => each.number === Number(number))
    return claim
      ? {
          title: `${claim.verdict.label}: ${claim.claimReviewed}`,
          canonical: `${origin}${claimPath(slug, claim.number)}`,
          body: createElement(EmbedClaim, { page, claim, origin }),
        }
      : null
  })
}
