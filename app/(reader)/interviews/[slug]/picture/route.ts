import { notFound, standingFile } from '@/app/(reader)/_document/respond'
import { publicFile } from '@/publishing/public-files'

type Params = { params: Promise<{ slug: string }> }

/** The picture, while the newest publication names it. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params
  const picture = (await standingFile(slug))?.picture
  const answer = picture
    ? await publicFile(request, { hash: picture.fileHash, mime: picture.mime, name: slug })
    : null
  return answer ?? notFound(request)
}

export { GET as HEAD }
