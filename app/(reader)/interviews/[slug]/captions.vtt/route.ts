import { publicationText } from '@/app/(reader)/_document/respond'
import { captionsOfPage } from '@/publishing/captions'

type Params = { params: Promise<{ slug: string }> }

/** The recording's captions, for players: https://www.w3.org/TR/webvtt1/ */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params
  return publicationText(request, `captions ${slug}`, slug, {
    type: 'text/vtt; charset=utf-8',
    write: captionsOfPage,
  })
}
