import { createElement } from 'react'
import { notFound, publicationDocument, type Shown } from '@/app/(reader)/_document/respond'
import { ClaimPage } from '@/components/reader/claim-page'
import { GoneClaimPage } from '@/components/reader/history-page'
import { claimPath } from '@/publishing/addresses'
import { claimCardImage } from '@/publishing/claim-card'
import { claimReview, dataBlock } from '@/publishing/claim-review'
import type { PageSnapshot } from '@/publishing/snapshot-schema'
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
      if (!claim) return goneClaim(page, Number(number))
      const said = everywhere.get(claim.number)
      const review = claimReview(page, claim, origin, said)
      const embed = page.interview.recording?.embed
      return {
        head: {
          title: `${claim.verdict.label}: ${claim.claimReviewed}`,
          description: `${claim.speaker.name}: “${claim.quote.replaceAll('\n', ' ')}”`,
          path: claimPath(slug, claim.number),
          type: 'article',
          image: claimCardImage(page, claim),
          published: page.firstPublishedAt,
          modified: page.publishedAt,
          data: { slug, path: claimPath(slug, claim.number) },
          jsonLd: review && dataBlock(review),
          scripts: embed ? ['player', 'share'] : ['share'],
        },
        body: createElement(ClaimPage, { page, claim, said, origin }),
        frame: frameOf(embed),
      }
    },
  )
}

/** A claim that was shown here once: gone, with what readers were told of it. Null for one that never was. */
function goneClaim(page: PageSnapshot, number: number): Shown | null {
  if (!page.changes.some(({ claimNumber }) => claimNumber === number)) return null
  return {
    status: 410,
    head: {
      title: `Claim ${number} was taken off`,
      description: page.interview.title,
      path: null,
      index: false,
    },
    body: createElement(GoneClaimPage, { page, number }),
  }
}
