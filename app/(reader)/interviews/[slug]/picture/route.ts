import { notFound, standingFile } from '@/app/(reader)/_document/respond'
import { openFile } from '@/platform/storage'
import { askedWidth } from '@/publishing/picture-sizes'
import { publicFile } from '@/publishing/public-files'
import { publicResponse } from '@/publishing/public-pages'
import { scaledPicture } from '@/publishing/scaled-picture'

type Params = { params: Promise<{ slug: string }> }

/** The picture, while the newest publication names it; `?w=960` that many pixels wide, made once. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params
  const picture = (await standingFile(slug))?.picture
  if (!picture) return notFound(request)
  const width = askedWidth(new URL(request.url).searchParams.get('w'), picture.width)
  if (width === undefined) return notFound(request)
  if (width === null) {
    const whole = await publicFile(request, { hash: picture.fileHash, mime: picture.mime, name: slug })
    return whole ?? notFound(request)
  }
  const file = await openFile(picture.fileHash)
  if (!file) return notFound(request)
  return publicResponse(request, {
    key: `picture ${picture.fileHash} ${width}`,
    make: async () => ({ status: 200, type: 'image/webp', body: await scaledPicture(file, width) }),
  })
}

export { GET as HEAD }
