import { notFound, standingFile } from '@/app/(reader)/_document/respond'
import { publicFile } from '@/publishing/public-files'

type Params = { params: Promise<{ slug: string }> }

/** The recording, while the newest publication names it. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params
  const recording = (await standingFile(slug))?.recording
  const answer = recording?.fileHash
    ? await publicFile(request, { hash: recording.fileHash, mime: recording.mime, name: slug })
    : null
  return answer ?? notFound(request)
}

export { GET as HEAD }
