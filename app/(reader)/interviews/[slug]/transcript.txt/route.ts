import { publicationFile } from '@/app/(reader)/_document/respond'
import { transcriptText } from '@/publishing/transcript-text'

type Params = { params: Promise<{ slug: string }> }

/** The published words as plain text: what the positions in annotations count in. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params
  return publicationFile(request, `transcript ${slug}`, slug, (page) => ({
    status: 200,
    type: 'text/plain; charset=utf-8',
    body: transcriptText(page),
    open: true,
  }))
}
