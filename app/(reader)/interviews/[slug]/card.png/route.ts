import { cardBody } from '@/app/(reader)/_document/card'
import { publicationFile } from '@/app/(reader)/_document/respond'
import { interviewCard } from '@/publishing/claim-card'

type Params = { params: Promise<{ slug: string }> }

/** The share picture of an interview. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params
  return publicationFile(request, `card ${slug}`, slug, (page) => cardBody(interviewCard(page)))
}
