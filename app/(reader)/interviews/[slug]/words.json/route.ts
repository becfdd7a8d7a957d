import { notFound, publicationData } from '@/app/(reader)/_document/respond'
import { wordTimes } from '@/publishing/word-times'

type Params = { params: Promise<{ slug: string }> }

/** When each word is spoken; fetched when the recording starts. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params
  return (
    (await publicationData(request, `words ${slug}`, slug, (page) => wordTimes(page))) ?? notFound(request)
  )
}
