import { cardBody, verdictIcons } from '@/app/(reader)/_document/card'
import { notFound, publicationFile } from '@/app/(reader)/_document/respond'
import { claimCard } from '@/publishing/claim-card'

type Params = { params: Promise<{ slug: string; number: string }> }

/** The share picture of a claim. `?v=` names what it shows; whatever it says, the picture is of what stands now. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { slug, number } = await params
  if (!/^[1-9]\d{0,4}$/.test(number)) return notFound(request)
  return publicationFile(request, `card ${slug} ${number}`, slug, async (page) => {
    const claim = page.claims.find((each) => each.number === Number(number))
    return claim ? cardBody(claimCard(page, claim, await verdictIcons())) : null
  })
}
