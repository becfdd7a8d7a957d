import { feedResponse } from '@/app/(reader)/_document/feed'

type Params = { params: Promise<{ file: string }> }

/** Interviews, claims and corrections as Atom and as JSON Feed. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  return feedResponse(request, '', (await params).file)
}
