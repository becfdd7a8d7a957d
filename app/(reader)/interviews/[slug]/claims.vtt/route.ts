import { publicationFile } from '@/app/(reader)/_document/respond'
import { claimsVtt } from '@/publishing/claims-vtt'

type Params = { params: Promise<{ slug: string }> }

/** The claims as a metadata track for players. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params
  return publicationFile(request, `claims.vtt ${slug}`, slug, (page, { origin }) => ({
    status: 200,
    type: 'text/vtt; charset=utf-8',
    body: claimsVtt(page, origin),
    open: true,
  }))
}
