import { publicationText } from '@/app/(reader)/_document/respond'
import { livePage } from '@/publishing/live-page'

type Params = { params: Promise<{ slug: string }> }

/** What open pages ask for now and then; 410 once the page was taken down. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params
  return publicationText(request, `live ${slug}`, slug, {
    type: 'application/json; charset=utf-8',
    write: (page) => JSON.stringify(livePage(page)),
  })
}
