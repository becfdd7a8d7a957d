import { notFound, publicationFile } from '@/app/(reader)/_document/respond'
import {
  ANNOTATION_TYPE,
  ANNOTATIONS_A_PAGE,
  annotationCollection,
  annotationPage,
} from '@/publishing/annotations'

type Params = { params: Promise<{ slug: string }> }

/** The checks as W3C Web Annotations: the collection, or with `?page=` one page of it. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params
  const asked = new URL(request.url).searchParams.get('page')
  if (asked !== null && !/^\d{1,4}$/.test(asked)) return notFound(request)
  const at = asked === null ? null : Number(asked)
  return publicationFile(request, `annotations ${slug} ${at ?? ''}`, slug, (page, { origin }) => {
    if (at !== null && at > 0 && at * ANNOTATIONS_A_PAGE >= page.claims.length) return null
    const body = at === null ? annotationCollection(page, origin) : annotationPage(page, origin, at)
    return { status: 200, type: ANNOTATION_TYPE, body: JSON.stringify(body), open: true }
  })
}
