import { createElement } from 'react'
import { notFound, publicationDocument } from '@/app/(reader)/_document/respond'
import { ClaimPage } from '@/components/reader/claim-page'
import { claimPath } from '@/publishing/addresses'
import { claimReview, dataBlock } from '@/publishing/claim-review'
import { frameOf } from '@/transcripts/embed'

type Params = { params: Promise<{ slug: string; number: string }> }

/** One claim's permanent page. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { slug, number } = await params
  if (!/^[1-9]\d{0,4}$/.test(number)) return notFound(request)
  return publicationDocument(
    request,
    `claim ${slug} ${number}`,
    slug,
    (page, { origin, said: everywhere }) => {
      const claim = page.claims.find((each) => each.number === Number(number))
      if (!claim) return null
      const said = everywhere.get(claim.number)
      const review = claimReview(page, claim, origin, said)
      const embed = page.interview.recording?.embed
      return {
        head: {
          title: `${claim.verdict.label}: ${claim.claimReviewed}`,
          description: `${claim.speaker.name}: “${claim.quote.replaceAll('\n', ' ')}”`,
          path: claimPath(slug, claim.number),
          type: 'article',
          jsonLd: review && dataBlock(review),
          scripts: embed ? ['player'] : [],
        },
        body: createElement(ClaimPage, { page, claim, said }),
        frame: frameOf(embed),
      }
    },
  )
}
